import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { binaryReaderOf } from "./binary-readers.ts";
import { describe } from "./file-list.ts";
import { MAX_BESIDE_BYTES, MAX_LAYER } from "./limits.ts";
import type { Run } from "./origin.ts";
import { FileError, OtherKindError, type ReadLayer } from "./reader.ts";

/** A file to be read. */
export interface ReadingJob {
  readonly folder: string;
  /** Path below it. */
  readonly file: string;
}

/** What was read, as it crosses between processes, or why nothing was: "other kind" where it only has the ending. */
export type ReadingResult =
  | { readonly read: Omit<ReadLayer, "origin"> & { readonly runs: readonly Run[] }; readonly sha256: string }
  | { readonly status: "left out" | "other kind"; readonly reason: string };

async function read({ folder, file }: ReadingJob): Promise<ReadingResult> {
  const reader = binaryReaderOf(file);
  if (reader === null) return { status: "other kind", reason: "is of a kind that is not read" };
  try {
    const bytes = new Uint8Array(await readFile(path.join(folder, file)));
    if (bytes.length === 0) throw new FileError("is empty: copy it here again, or remove it");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const readBytes = await reader.load();
    const beside = (other: string) => readBeside(folder, file, other);
    const { origin, ...layer } = await readBytes(bytes, { file, beside });
    if (layer.raw.length > MAX_LAYER) {
      throw new FileError(`holds ${Math.round(layer.raw.length / 1e6)} million characters of text: split it`);
    }
    return { read: { ...layer, runs: origin.runs }, sha256 };
  } catch (error) {
    if (error instanceof OtherKindError) return { status: "other kind", reason: error.message };
    return { status: "left out", reason: reasonOf(error, reader.name) };
  }
}

function reasonOf(error: unknown, format: string): string {
  const { code } = error as NodeJS.ErrnoException;
  const isOfSystem = typeof code === "string" && /^E[A-Z]+$/.test(code);
  if (error instanceof FileError || error instanceof RangeError || isOfSystem) return describe(error);
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const why = line.trim().replace(/\.$/, "").slice(0, 120).toWellFormed();
  return `is no sound ${format}${why === "" ? "" : ` (${why})`}: open it in its program and save it again`;
}

/** What was read beside files: hundreds of days of a channel have the same people. */
const besides = new Map<string, Promise<Uint8Array | null>>();

/** A file that explains another, such as the people of an export: the same bytes each time. */
async function readBeside(folder: string, file: string, other: string): Promise<Uint8Array | null> {
  const below = path.posix.join(path.posix.dirname(file), other);
  if (below.startsWith("..") || path.posix.isAbsolute(below)) return null;
  const place = path.join(folder, below);
  let read = besides.get(place);
  if (read === undefined) {
    read = readSmall(place);
    besides.set(place, read);
  }
  return read;
}

async function readSmall(place: string): Promise<Uint8Array | null> {
  try {
    const stats = await stat(place);
    return stats.isFile() && stats.size <= MAX_BESIDE_BYTES ? await readFile(place) : null;
  } catch {
    return null;
  }
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
      setTimeout(() => resolve({ status: "left out", reason }), GRACE_MS);
    };
  });
  process.send?.(await Promise.race([read(job), fault]));
});
