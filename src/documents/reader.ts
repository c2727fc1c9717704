import type { Block, Source } from "./document.ts";

/** What a reader makes of one file's bytes; the folder adds the id and the hash. */
export interface ReadDocument {
  readonly text: string;
  readonly plain: string;
  readonly blocks: readonly Block[];
  readonly source: Partial<Omit<Source, "id">> & { readonly id?: string };
}

/** Reads one file format. A later format joins by standing in `readers` of `folder.ts`. */
export interface Reader {
  /** Lower-case file name endings, with the dot. */
  readonly extensions: readonly string[];
  /**
   * @throws Error whose message says what is wrong with the file and how to mend it; the caller names the file
   */
  read(bytes: Uint8Array): ReadDocument;
}

/** @throws Error when the bytes are not UTF-8 text; the message says where and how to mend it */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    // The byte order mark stays in, so that offsets are those of the file's own text.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
      throw new Error("is UTF-16, not UTF-8: save it again with the encoding UTF-8");
    }
    throw new Error(
      `is not valid UTF-8 (first bad byte on line ${lineOfBadByte(bytes)}): save it again with the encoding UTF-8`,
    );
  }
  throw new Error("holds NUL characters, so it is no text file: remove it, or save it again as UTF-8 text");
}

function lineOfBadByte(bytes: Uint8Array): number {
  // Decoded leniently, the first replacement character that the bytes don't spell out is the place.
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let line = 1;
  let offset = 0;
  for (const character of lenient) {
    const spelt = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (character === "\ufffd" && !spelt) return line;
    if (character === "\n") line++;
    offset += Buffer.byteLength(character);
  }
  return line;
}
