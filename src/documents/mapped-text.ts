import type { Span } from "../text/span.ts";

/**
 * A text that was taken from a file, and the way back: YAML values without their quotes and indentation, Markdown
 * without its template tags. Offsets are UTF-16 code units.
 */
export interface MappedText {
  readonly text: string;
  /** For each code unit its offset in the file, never falling; one more at the end, where the file goes on. */
  readonly offsets: Int32Array;
}

/** A piece of a text to be replaced; what replaces it leads to where the piece began. */
export interface Edit extends Span {
  readonly text: string;
}

/** @returns a part of a file as it stands there, from `start` to `end` */
export function mapSlice(raw: string, start = 0, end = raw.length): MappedText {
  const offsets = new Int32Array(end - start + 1);
  for (let i = 0; i < offsets.length; i++) offsets[i] = start + i;
  return { text: raw.slice(start, end), offsets };
}

/** @returns the text after the edits, which are in order and do not overlap */
export function applyEdits(source: MappedText, edits: readonly Edit[]): MappedText {
  if (edits.length === 0) return source;
  const parts: string[] = [];
  let length = source.text.length;
  for (const { start, end, text } of edits) length += text.length - (end - start);
  const offsets = new Int32Array(length + 1);
  let [from, to] = [0, 0];
  for (const { start, end, text } of edits) {
    parts.push(source.text.slice(from, start), text);
    offsets.set(source.offsets.subarray(from, start), to);
    to += start - from;
    offsets.fill(source.offsets[start] as number, to, to + text.length);
    to += text.length;
    from = end;
  }
  parts.push(source.text.slice(from));
  offsets.set(source.offsets.subarray(from), to);
  return { text: parts.join(""), offsets };
}

/** @returns the text with each line break, `\r\n` too, as one `\n` */
export function unifyLineBreaks(source: MappedText): MappedText {
  if (!source.text.includes("\r")) return source;
  const breaks = source.text.matchAll(/\r\n?/g);
  return applyEdits(
    source,
    Array.from(breaks, ({ 0: found, index }) => ({ start: index, end: index + found.length, text: "\n" })),
  );
}
