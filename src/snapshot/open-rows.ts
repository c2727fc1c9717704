import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Document } from "../documents/document.ts";
import type { Earlier } from "../documents/earlier.ts";
import { type FolderOptions, readFolder } from "../documents/folder.ts";
import { MAX_STORED_BYTES } from "../documents/limits.ts";
import type { Outcome } from "../documents/outcome.ts";
import { type FolderReport, keptFiles } from "../documents/report.ts";
import type { Engine } from "../engine/row-table.ts";
import { AttacheError } from "../errors.ts";
import { openLexicon } from "../lexicon/lexicon.ts";
import { type Index, indexRows } from "../search/build-index.ts";
import { RowsReader } from "../search/rows/read-rows.ts";
import { isSomethingElse, isWithin } from "./places.ts";
import { reasonOf } from "./reason.ts";
import { RowSnapshot } from "./row-snapshot.ts";
import { UnusableSnapshot } from "./snapshot-file.ts";
import { SpooledReading } from "./spooled-reading.ts";
import { WriterLock } from "./writer-lock.ts";

export interface RowOptions {
  /** Folder in which LanceDB keeps the index, outside of the folder of documents. */
  readonly lancedb: string;
  /** As of `SnapshotOptions`. */
  readonly onSnapshotProblem?: (problem: string, isMadeAnew: boolean) => void;
  /** Told how many passages of how many were written. */
  readonly onWritten?: (done: number, total: number) => void;
}

/** What there is to know while an index is opened. */
interface Opening {
  readonly engine: Engine;
  readonly folder: string;
  readonly tell: (problem: string, isMadeAnew: boolean) => void;
  readonly onWritten: (done: number, total: number) => void;
}

/**
 * Reads a folder, and indexes in LanceDB what has changed since the last time. Where somebody else is doing so, the last
 * whole state is served.
 *
 * @param onReport told of every file that was found, before the documents are indexed
 * @param earlier as of `readFolder`
 * @throws AttacheError "knowledge" when the folder is missing or holds nothing that can be read
 * @throws AttacheError "index" when LanceDB is not installed, its folder cannot be used or has somebody else's file where
 *   the index would be, or somebody else is writing the first state
 */
export async function openRows(
  folder: string,
  options: FolderOptions & RowOptions,
  onReport: (report: FolderReport) => void,
  earlier: Earlier | null = null,
): Promise<{ readonly index: Index; readonly report: FolderReport }> {
  const { lancedb: place, onSnapshotProblem: tell = () => {}, onWritten = () => {} } = options;
  if (isWithin(folder, place)) {
    throw new AttacheError(
      "index",
      `The index in ${place} would be among the documents: name another folder with INDEX`,
    );
  }
  if (isSomethingElse(headOf(place))) {
    const fix = "take it away, or name another folder with INDEX";
    throw new AttacheError("index", `${headOf(place)} is no index of this program, and is left as it is: ${fix}`);
  }
  const engine = await openEngine(place);
  const opening: Opening = { engine, folder: place, tell, onWritten };
  const kept = readKept(opening);
  const recall = (file: string, sha256: string) => kept?.recall(file, sha256) ?? null;
  const aside = { aside: place, failed: (cause: unknown) => unwritten(place, cause) };
  const reading = new SpooledReading(folder, recall, new RowsReader(openLexicon().paraphrases), aside);
  const folderOptions = { ...options, maxBytes: MAX_STORED_BYTES };
  const { documents, report, outcomes } = await readFolder(folder, folderOptions, recall, earlier, reading);
  onReport(report);
  const known = kept?.holds(documents) ? await toIndex(kept, opening) : null;
  // What is kept of a file that cannot be read is not what stands in the folder.
  if (known === null && keptFiles(report).length > 0) {
    return { index: indexRows(documents, reading.allRows(documents), openLexicon()), report };
  }
  return { index: known ?? (await writeLocked({ documents, outcomes, reading }, opening)), report };
}

async function openEngine(folder: string): Promise<Engine> {
  // It is large, and loaded where somebody wants it; the container goes without.
  const { openLanceDb } = await import("../../lancedb/open.ts").catch((cause) => {
    throw new AttacheError("index", "LanceDB is no part of what is installed here: leave INDEX empty", { cause });
  });
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await openLanceDb(path.join(folder, "rows"));
  } catch (cause) {
    if (cause instanceof AttacheError) throw cause;
    if (["EEXIST", "ENOTDIR"].includes((cause as NodeJS.ErrnoException).code ?? "")) {
      throw new AttacheError("index", `${folder} is no folder, or below a file: name another with INDEX`, { cause });
    }
    const message = `The index in ${folder} cannot be opened (${reasonOf(cause)}): name another folder with INDEX`;
    throw new AttacheError("index", message, { cause });
  }
}

/** @returns null where there is none that can be used */
function readKept({ folder, tell }: Pick<Opening, "folder" | "tell">): RowSnapshot | null {
  try {
    return RowSnapshot.open(headOf(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    const why = error instanceof UnusableSnapshot ? error.message : `cannot be read (${reasonOf(error)})`;
    tell(`The index in ${folder} ${why}: the documents are read anew`, true);
    return null;
  }
}

/** @returns null where its table cannot be used */
async function toIndex(kept: RowSnapshot, { engine, folder, tell }: Opening): Promise<Index | null> {
  try {
    return await kept.toIndex(openLexicon(), engine);
  } catch (error) {
    if (!(error instanceof UnusableSnapshot)) throw error;
    tell(`The index in ${folder} ${error.message}: it is written anew`, true);
    return null;
  }
}

/** A folder that was read: its documents, what became of its files, and what has their rows. */
interface Read {
  readonly documents: readonly Document[];
  readonly outcomes: readonly Outcome[];
  readonly reading: SpooledReading;
}

async function writeLocked(read: Read, opening: Opening): Promise<Index> {
  const { folder, tell } = opening;
  const file = path.join(folder, "writer");
  const lock = WriterLock.take(file);
  if (typeof lock === "string") {
    const kept = readKept({ folder, tell: () => {} });
    const known = kept === null ? null : await toIndex(kept, opening);
    if (known === null) {
      const fix = `start again when it is done, or take ${file} away where that process is of another program`;
      throw new AttacheError("index", `The index in ${folder} is being written by ${lock}: ${fix}`);
    }
    tell(
      `The index in ${folder} is being written by ${lock}: until the next reading, what it was before is served`,
      false,
    );
    return known;
  }
  try {
    return await write(read, opening);
  } finally {
    lock.release();
  }
}

/** Writes what is new since the state there is now, which may be another than that which was read. */
async function write({ documents, outcomes, reading }: Read, opening: Opening): Promise<Index> {
  const { engine, folder, onWritten } = opening;
  const lexicon = openLexicon();
  const kept = readKept({ folder, tell: () => {} });
  const before = kept !== null && (await kept.isReadable(engine)) ? kept : null;
  const index = indexRows(documents, reading.allRows(documents), lexicon, true);
  const writing = { engine, onWritten };
  const place = headOf(folder);
  let written: RowSnapshot;
  try {
    written = await RowSnapshot.write(place, index, outcomes, { ...writing, before });
  } catch (error) {
    if (before === null) throw unwritten(folder, error);
    opening.tell(
      `What has changed cannot be added to the index in ${folder} (${reasonOf(error)}): it is written anew`,
      true,
    );
    written = await RowSnapshot.write(place, index, outcomes, { ...writing, before: null }).catch((again) => {
      throw unwritten(folder, again);
    });
  }
  const served = await written.toIndex(lexicon, engine);
  // Whoever has the state before open reads on.
  await engine.drop([written.state.table, ...(before === null ? [] : [before.state.table])]);
  return served;
}

function unwritten(folder: string, cause: unknown): AttacheError {
  const message = `The index in ${folder} cannot be written (${reasonOf(cause)}): make room for it, or name another folder with INDEX`;
  return new AttacheError("index", message, { cause });
}

function headOf(folder: string): string {
  return path.join(folder, "index");
}
