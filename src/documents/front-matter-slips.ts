import { fieldName } from "./field-names.ts";
import type { MappedText } from "./mapped-text.ts";
import { mappedSlice, mappedTrim } from "./scalar-text.ts";

/** A list or map in brackets, of which the closing one is missing. */
export interface Unclosed {
  readonly close: "]" | "}";
  /** What stands between the commas and line breaks. */
  readonly parts: readonly MappedText[];
  /** Number of its last line. */
  readonly last: number;
}

/** Never lists: a bracket there is one of the text, as in "[Draft". */
const LINE_FIELDS: ReadonlySet<string> = new Set(["id", "title", "note", "name"]);
const PART = /[ \t]*("[^"\n]*"(?=[ \t]*(?:[,\r\n]|$))|'[^'\n]*'(?=[ \t]*(?:[,\r\n]|$))|[^,\r\n]*)(?:[,\r\n]+|$)/g;
const INDENTED_KEY = /^[ \t]+["']?[\w-]+["']?[ \t]*[:=](?=\s|$)/;

/**
 * Reads what an open bracket begins, up to the end of its line and of the indented lines below that are no fields.
 *
 * @param name of the field
 * @param start of the value in `content`
 * @param lines of `content`, `first` the one in which the value starts and `end` where that ends
 * @returns null where the value has no bracket, or has others in it
 */
export function readUnclosed(
  name: string,
  content: MappedText,
  start: number,
  { lines, first, end }: { readonly lines: readonly string[]; readonly first: number; readonly end: number },
): Unclosed | null {
  if (LINE_FIELDS.has(fieldName(name))) return null;
  let [last, to] = [first, end];
  while (/^[ \t]+\S/.test(lines[last + 1] ?? "") && !INDENTED_KEY.test(lines[last + 1] ?? "")) {
    last++;
    to += lines[last]?.length ?? 0;
  }
  const value = mappedTrim(mappedSlice(content, start, to));
  const open = value.text[0];
  if ((open !== "[" && open !== "{") || /^\{%|[[\]{}]/.test(value.text.slice(1))) return null;
  const parts = Array.from(value.text.slice(1).matchAll(PART), ({ 0: whole, 1: part = "", index }) => {
    const from = 1 + index + whole.indexOf(part);
    return mappedTrim(mappedSlice(value, from, from + part.length));
  });
  return { close: open === "[" ? "]" : "}", parts: parts.filter(({ text }) => text !== ""), last };
}

/** What is told of it, and the fix. */
export function unclosedAdvice(name: string, { close }: Unclosed): string {
  return `the "${name}" has a bracket that is never closed, and was read up to here: end it with ${close}`;
}

/** So much of what an author wrote as tells which it is. */
export function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** What is told of a line that is no field, and the fix: most often it is one, but for the white space before it. */
export function noFieldAdvice(line: string, isField: (trimmed: string) => boolean): string {
  const trimmed = line.trim();
  const shown = `“${shorten(trimmed)}”`;
  if (/^[ \t]/.test(line) && isField(trimmed)) {
    const tab = /^ *\t/.test(line) ? "a tab" : "spaces";
    return `${shown} is no field of the front matter because of ${tab} before it: begin it at the left edge`;
  }
  return `${shown} is no field of the front matter: mend it`;
}
