import type { Remark } from "./reader.ts";

/** As a person writes it: "UTF-8", "Windows-1252", "ISO-8859-2". */
export type Encoding = string;

export interface Decoded {
  /** A byte order mark of UTF-8 stays in, so that offsets are those of the file's own text. */
  readonly text: string;
  readonly encoding: Encoding;
  /** What was guessed, where it is not sound UTF-8. */
  readonly remarks: readonly Remark[];
}

/** Control characters that no text holds: C0 but for tab, line ends and escape, and what Windows-1252 does not define. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u0080-\u009f]/;
const USUAL = /[\p{L}\p{N}\s.,;:!?'"()[\]{}<>/\\|@#%&*+=_~^`€$£…–—‘’“”„«»°·•-]/gu;
/** Nearly all of a text is letters, digits, spaces and usual signs; of random bytes, half are. */
const MIN_USUAL = 0.95;
/** A Western language writes far fewer of its letters with accents: French 5 %, Icelandic 12 %. Russian would write all. */
const MAX_ACCENTED = 0.3;
const SAVE = "save it again as UTF-8";

/** HTML (13.2.3.2) looks for the page's own word on its encoding in so many bytes. */
const DECLARED_WITHIN = 1_024;
const DECLARATION =
  /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i;

/**
 * Decodes a file: UTF-8, also with some bytes damaged; UTF-16 with a byte order mark; what a page's `<meta charset>`
 * says; else Windows-1252, where that makes a text in a Western language.
 *
 * @throws Error when it is no text; the message says how to mend it
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeUtf16("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodeUtf16("utf-16be", bytes);
  if (bytes.includes(0)) throw new Error(describeNulls(bytes));
  const text = decode("utf-8", bytes);
  // A page that is sound UTF-8 is that, whatever it says; ISO-2022-JP is ASCII with escapes.
  const sound = text !== null && !text.includes("\x1b");
  return (
    (sound ? null : decodeDeclared(bytes)) ?? (text === null ? guess(bytes) : { text, encoding: "UTF-8", remarks: [] })
  );
}

/** @returns the text in the encoding that a page names, or null where it names none, or is none */
function decodeDeclared(bytes: Uint8Array): Decoded | null {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARED_WITHIN));
  const [, meta, xml] = DECLARATION.exec(start) ?? [];
  const label = meta ?? xml ?? "";
  try {
    const { encoding } = new TextDecoder(label);
    if (encoding.startsWith("utf-")) return null;
    const text = decode(encoding, bytes);
    const name = encoding.toUpperCase().replace("WINDOWS", "Windows");
    return text === null
      ? null
      : { text, encoding: name, remarks: [remark(`read as ${name}, as the page says: ${SAVE} to be sure`)] };
  } catch {
    // No label of an encoding that is known.
    return null;
  }
}

/** In UTF-16, every other byte of a Western text is one. */
function describeNulls(bytes: Uint8Array): string {
  const half = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) / bytes.length;
  if (half > 0.4 && half < 0.6) return `is UTF-16 without the byte order mark that says so: ${SAVE}`;
  return `holds NUL characters, so it is no text file: remove it, or ${SAVE} text`;
}

function decodeUtf16(label: "utf-16le" | "utf-16be", bytes: Uint8Array): Decoded {
  const text = decode(label, bytes.subarray(2));
  if (text === null || text.includes("\0")) throw new Error(`starts like UTF-16 and is none: ${SAVE}`);
  return { text, encoding: "UTF-16", remarks: [remark(`read as UTF-16: ${SAVE} to be sure`)] };
}

function guess(bytes: Uint8Array): Decoded {
  const damaged = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const bad = (damaged.match(/\ufffd/g)?.length ?? 0) - countMarks(bytes);
  // Other encodings make hardly any sound sequences of several bytes by chance.
  const sound = damaged.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  if (sound > 0 && sound >= bad) {
    const what = bad === 1 ? "one character is" : `${bad} characters are`;
    const line = damaged.slice(0, damaged.indexOf("\ufffd")).split("\n").length;
    return {
      text: damaged,
      encoding: "UTF-8",
      remarks: [remark(`${what} no sound UTF-8, and shown as “\ufffd”`, line)],
    };
  }
  const text = new TextDecoder("windows-1252").decode(bytes);
  if (BINARY.test(text) || share(text, USUAL, text.length) < MIN_USUAL) {
    throw new Error(`is no text in UTF-8: remove it, or ${SAVE}`);
  }
  if (share(text, /(?![a-z])\p{L}/giu, text.match(/\p{L}/gu)?.length ?? 0) > MAX_ACCENTED) {
    throw new Error(`is in an encoding that cannot be guessed: ${SAVE}`);
  }
  const told = remark(`read as Windows-1252, as it is not UTF-8: ${SAVE} to be sure`);
  return { text, encoding: "Windows-1252", remarks: [told] };
}

/** @returns null for bytes that are not in this encoding */
function decode(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How often the file itself holds the replacement character, which is sound. */
function countMarks(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(0xef); i !== -1; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) count++;
  }
  return count;
}

function share(text: string, pattern: RegExp, of: number): number {
  return (text.match(pattern)?.length ?? 0) / Math.max(1, of);
}

function remark(text: string, line = 1): Remark {
  return { kind: "guessed", text, line };
}
