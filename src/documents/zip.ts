import { unzipSync } from "fflate";
import { FileError } from "./reader.ts";

/** What the parts of one file may come to, unpacked: a book of a million words has 10 MB of them. */
const MAX_UNPACKED = 128 * 1024 * 1024;
const MAX_PARTS = 20_000;

/** The parts of a zipped file by their names. */
export type ZipParts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks parts of a zipped file, none beyond the size that its directory gives it.
 *
 * @param wanted whether a part is to be unpacked
 * @throws FileError when it is locked, or comes to more than it may
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): ZipParts {
  if (isLegacyOffice(bytes)) {
    throw new FileError(
      "is locked with a password, or of an old format under a new ending: save it again in its program",
    );
  }
  let [total, parts] = [0, 0];
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (++parts > MAX_PARTS) throw new FileError("has too many parts to be a document: leave it out");
      if (!wanted(name)) return false;
      total += originalSize;
      if (total > MAX_UNPACKED) {
        throw new FileError(
          `unpacks to more than ${MAX_UNPACKED / 1024 / 1024} MB of text: divide it, or leave it out`,
        );
      }
      return true;
    },
  });
  return new Map(Object.entries(unpacked));
}

/** @returns a part's text, or null where there is no such part */
export function textOfPart(parts: ZipParts, name: string): string | null {
  const bytes = parts.get(name);
  return bytes === undefined ? null : new TextDecoder(isUtf16(bytes) ? "utf-16" : "utf-8").decode(bytes);
}

function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

/** The compound files of Office 97, which locked files of today are too. */
function isLegacyOffice(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
}
