import { hash } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { readWhole } from "../files/bytes.ts";
import { MAX_BESIDE_BYTES } from "./limits.ts";

/** A file that was looked at to read another, such as the people of an export. */
export interface Beside {
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** SHA-256, in hex, of what stood there; null where nothing could be used. */
  readonly sha256: string | null;
}

/**
 * @param folder of the documents
 * @param file path below it
 * @returns what stands in the file; null where there is none, it is too large, or it is not below the folder
 */
export function readBeside(folder: string, file: string): Buffer | null {
  if (file.startsWith("..") || path.posix.isAbsolute(file)) return null;
  const place = path.join(folder, file);
  try {
    const stats = statSync(place);
    return stats.isFile() && stats.size <= MAX_BESIDE_BYTES ? readWhole(place) : null;
  } catch {
    return null;
  }
}

/** @param bytes what stands in the file, or null */
export function toBeside(file: string, bytes: Buffer | null): Beside {
  return { file, sha256: bytes === null ? null : hash("sha256", bytes, "hex") };
}
