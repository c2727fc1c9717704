import path from "node:path";
import { type Beside, readBeside, toBeside } from "./beside.ts";
import { binaryReaderOf } from "./binary-readers.ts";
import { describe } from "./file-list.ts";
import { MAX_LAYER } from "./limits.ts";
import type { Run } from "./origin.ts";
import { FileError, OtherKindError, type ReadLayer } from "./reader.ts";

/** A file to be read. */
export interface ReadingJob {
  readonly folder: string;
  /** Path below it. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What was read, as it crosses between processes, or why nothing was: "other kind" where it only has the ending. */
export type ReadingResult = {
  /** What was looked at beside the file. */
  readonly beside: readonly Beside[];
} & (
  | { readonly read: Omit<ReadLayer, "origin"> & { readonly runs: readonly Run[] } }
  | { readonly status: "left out" | "other kind"; readonly reason: string }
);

async function read({ folder, file, bytes }: ReadingJob): Promise<ReadingResult> {
  const reader = binaryReaderOf(file);
  if (reader === null) return { status: "other kind", reason: "is of a kind that is not read", beside: [] };
  const looked = new Map<string, Beside>();
  const beside = async (other: string) => {
    const { found, told } = lookBeside(folder, path.posix.join(path.posix.dirname(file), other));
    looked.set(told.file, told);
    return found;
  };
  try {
    if (bytes.length === 0) throw new FileError("is empty: copy it here again, or remove it");
    const readBytes = await reader.load();
    // Some libraries take no Buffer, and some hand the bytes on.
    const { origin, ...layer } = await readBytes(new Uint8Array(bytes), { file, beside });
    if (layer.raw.length > MAX_LAYER) {
      throw new FileError(`holds ${Math.round(layer.raw.length / 1e6)} million characters of text: split it`);
    }
    return { read: { ...layer, runs: origin.runs }, beside: [...looked.values()] };
  } catch (error) {
    const status = error instanceof OtherKindError ? "other kind" : "left out";
    const reason = error instanceof OtherKindError ? error.message : reasonOf(error, reader.name);
    return { status, reason, beside: [...looked.values()] };
  }
}

interface Found {
  readonly found: Buffer | null;
  readonly told: Beside;
}

/** What stood beside files: hundreds of days of a channel have the same people, and the same bytes each time. */
const known = new Map<string, Found>();

function lookBeside(folder: string, below: string): Found {
  let looked = known.get(below);
  if (looked === undefined) {
    const found = readBeside(folder, below);
    looked = { found, told: toBeside(below, found) };
    known.set(below, looked);
  }
  return looked;
}

function reasonOf(error: unknown, format: string): string {
  if (error instanceof FileError || error instanceof RangeError) return describe(error);
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const why = line.trim().replace(/\.$/, "").slice(0, 120).toWellFormed();
  return `is no sound ${format}${why === "" ? "" : ` (${why})`}: open it in its program and save it again`;
}

/** How long a file is waited for once something that belongs to no step of reading it has failed. */
const GRACE_MS = 1_000;
let failed: (error: unknown) => void = () => {};
process.on("uncaughtException", (error) => failed(error));
process.on("unhandledRejection", (error) => failed(error));

process.on("message", async (job: ReadingJob) => {
  const fault = new Promise<ReadingResult>((resolve) => {
    failed = (error) => {
      const reason = reasonOf(error, binaryReaderOf(job.file)?.name ?? "file");
      setTimeout(() => resolve({ status: "left out", reason, beside: [] }), GRACE_MS);
    };
  });
  process.send?.(await Promise.race([read(job), fault]));
});
