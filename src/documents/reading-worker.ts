import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { type Beside, readBeside, toBeside } from "./beside.ts";
import { binaryReaderOf } from "./binary-readers.ts";
import { describe } from "./file-list.ts";
import { MAX_LAYER } from "./limits.ts";
import type { Run } from "./origin.ts";
import { FileError, OtherKindError, type ReadLayer } from "./reader.ts";

/** A file to be read. */
export interface ReadingJob {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What was read, as it crosses between threads, or why nothing was: "passed over" where it is of another kind. */
export type ReadingResult = {
  /** What was looked at beside the file. */
  readonly beside: readonly Beside[];
} & (
  | { readonly read: Omit<ReadLayer, "origin"> & { readonly runs: readonly Run[] } }
  | { readonly status: "left out" | "other kind"; readonly reason: string }
);

async function read({ file, bytes }: ReadingJob): Promise<ReadingResult> {
  const reader = binaryReaderOf(file);
  if (reader === null) return { status: "other kind", reason: "is of a kind that is not read", beside: [] };
  const besides = new Map<string, Beside>();
  const beside = async (other: string) => {
    const below = path.posix.join(path.posix.dirname(file), other);
    const found = readBeside(workerData as string, below);
    besides.set(below, toBeside(below, found));
    return found;
  };
  const looked = () => [...besides.values()];
  try {
    if (bytes.length === 0) throw new FileError("is empty: copy it here again, or remove it");
    const readBytes = await reader.load();
    const { origin, ...layer } = await readBytes(bytes, { file, beside });
    if (layer.raw.length > MAX_LAYER) {
      throw new FileError(`holds ${Math.round(layer.raw.length / 1e6)} million characters of text: split it`);
    }
    return { read: { ...layer, runs: origin.runs }, beside: looked() };
  } catch (error) {
    if (error instanceof OtherKindError) return { status: "other kind", reason: error.message, beside: looked() };
    return { status: "left out", reason: reasonOf(error, reader.name), beside: looked() };
  }
}

function reasonOf(error: unknown, format: string): string {
  if (error instanceof FileError || error instanceof RangeError) return describe(error);
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const why = line.trim().replace(/\.$/, "").slice(0, 120).toWellFormed();
  return `is no sound ${format}${why === "" ? "" : ` (${why})`}: open it in its program and save it again`;
}

parentPort?.on("message", async (job: ReadingJob) => {
  parentPort?.postMessage(await read(job));
});
