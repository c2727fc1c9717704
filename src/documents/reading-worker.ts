import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { binaryReaderOf } from "./binary-readers.ts";
import { describe } from "./file-list.ts";
import { MAX_BESIDE_BYTES, MAX_LAYER } from "./limits.ts";
import type { Run } from "./origin.ts";
import { FileError, OtherKindError, type ReadLayer } from "./reader.ts";

/** A file to be read. */
export interface ReadingJob {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What was read, as it crosses between threads, or why nothing was: "passed over" where it is of another kind. */
export type ReadingResult =
  | { readonly read: Omit<ReadLayer, "origin"> & { readonly runs: readonly Run[] } }
  | { readonly status: "left out" | "other kind"; readonly reason: string };

async function read({ file, bytes }: ReadingJob): Promise<ReadingResult> {
  const reader = binaryReaderOf(file);
  if (reader === null) return { status: "other kind", reason: "is of a kind that is not read" };
  try {
    if (bytes.length === 0) throw new FileError("is empty: copy it here again, or remove it");
    const readBytes = await reader.load();
    const { origin, ...layer } = await readBytes(bytes, { file, beside: (other) => readBeside(file, other) });
    if (layer.raw.length > MAX_LAYER) {
      throw new FileError(`holds ${Math.round(layer.raw.length / 1e6)} million characters of text: split it`);
    }
    return { read: { ...layer, runs: origin.runs } };
  } catch (error) {
    if (error instanceof OtherKindError) return { status: "other kind", reason: error.message };
    return { status: "left out", reason: reasonOf(error, reader.name) };
  }
}

function reasonOf(error: unknown, format: string): string {
  if (error instanceof FileError || error instanceof RangeError) return describe(error);
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const why = line.trim().replace(/\.$/, "").slice(0, 120).toWellFormed();
  return `is no sound ${format}${why === "" ? "" : ` (${why})`}: open it in its program and save it again`;
}

/** A file that explains another, such as the people of an export. */
async function readBeside(file: string, other: string): Promise<Uint8Array | null> {
  const below = path.posix.join(path.posix.dirname(file), other);
  if (below.startsWith("..") || path.posix.isAbsolute(below)) return null;
  const place = path.join(workerData as string, below);
  try {
    const stats = await stat(place);
    return stats.isFile() && stats.size <= MAX_BESIDE_BYTES ? await readFile(place) : null;
  } catch {
    return null;
  }
}

parentPort?.on("message", async (job: ReadingJob) => {
  parentPort?.postMessage(await read(job));
});
