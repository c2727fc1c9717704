import type { Remark } from "./reader.ts";

export interface Decoded {
  /** A byte order mark of UTF-8 stays in, so that offsets are those of the file's own text. */
  readonly text: string;
  /** What it was read as, where that is not UTF-8. */
  readonly remarks: readonly Remark[];
}

/** Control characters that no text holds: all of C0 but tab, line feed, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/;
/** Of a text in a Latin alphabet, most characters are letters and spaces. */
const MIN_LETTERS = 0.6;

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark, else Windows-1252 where that makes a text.
 *
 * @throws Error when it is no text; the message says how to mend it
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return guessed(decode("utf-16le", bytes.subarray(2)), "UTF-16");
  if (first === 0xfe && second === 0xff) return guessed(decode("utf-16be", bytes.subarray(2)), "UTF-16");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes("\0")) return { text, remarks: [] };
  } catch {
    const text = decode("windows-1252", bytes);
    if (!BINARY.test(text) && share(text) >= MIN_LETTERS) return guessed(text, "Windows-1252");
    throw new Error("is not valid UTF-8 and no other text that can be guessed: save it again with the encoding UTF-8");
  }
  throw new Error("holds NUL characters, so it is no text file: remove it, or save it again as UTF-8 text");
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function guessed(text: string, encoding: string): Decoded {
  const told = `read as ${encoding}, as it is not UTF-8: save it again as UTF-8 to be sure`;
  return { text, remarks: [{ kind: "guessed", text: told, line: 1 }] };
}

function share(text: string): number {
  return text.length === 0 ? 0 : (text.match(/[\p{L}\s]/gu)?.length ?? 0) / text.length;
}
