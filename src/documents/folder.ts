import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { AttacheError } from "../errors.ts";
import type { Document } from "./document.ts";
import { type Earlier, SettledReading } from "./earlier.ts";
import { listFiles } from "./file-list.ts";
import { FileReading, type ReadAhead, type Recall } from "./file-reading.ts";
import { MAX_FOLDER_BYTES } from "./limits.ts";
import { wholeNotionTable } from "./notion.ts";
import type { Outcome } from "./outcome.ts";
import { endingsRead } from "./readers.ts";
import { type FileReport, type FolderReport, notRead } from "./report.ts";
import { savedPageOf } from "./saved-page.ts";
import { distinguish } from "./unique-ids.ts";

/** Milliseconds after which whatever else is to be done has its turn. */
const TURN = 10;
/** Milliseconds between two times that somebody is told how far it is: every file would keep whoever hears it busy. */
const PAUSE = 100;

export interface Folder {
  /** In the order of their paths. */
  readonly documents: readonly Document[];
  readonly report: FolderReport;
  /** Of each file that could be listed, before documents that share an id got one each. */
  readonly outcomes: readonly Outcome[];
}

export interface FolderOptions {
  /** Files to leave out, in the syntax of .gitignore. */
  readonly exclude?: readonly string[];
  /** Bytes of all documents together: those that would go beyond are left out. */
  readonly maxBytes?: number;
  /** Told how many files of how many were read: now and then, and when all are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads every document below a folder. Hidden files and folders are passed over; links are followed. A file that cannot
 * be read is left out, and the report says why: it never takes the others with it.
 *
 * @param recall gives what became of a file when it was read before: then it is not read anew
 * @param earlier what was read of the folder before, which is served on where a file cannot be read now, or is being
 * written; null for a first reading, which takes every file as it is
 * @param ahead reads files before their turn comes; null where this thread is to read them all
 * @throws AttacheError "knowledge" when the folder is missing or holds nothing that can be read
 */
export async function readFolder(
  folder: string,
  { exclude = [], maxBytes = MAX_FOLDER_BYTES, onProgress = () => {} }: FolderOptions = {},
  recall: Recall | null = null,
  earlier: Earlier | null = null,
  ahead: ReadAhead | null = null,
): Promise<Folder> {
  const { files, problems, excluded } = await listFiles(folder, exclude);
  const reports: FileReport[] = [
    ...problems.map(({ file, reason }) => notRead("left out", file, reason)),
    ...excluded.map(({ file, reason }) => notRead("withheld", file, reason)),
  ];
  const outcomes: Outcome[] = [];
  const reading = new FileReading(folder, recall, ahead, maxBytes);
  const settled = earlier === null ? null : new SettledReading(folder, earlier);
  let total = 0;
  let started = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  try {
    ahead?.start(files);
    const names = new Set(files.map(({ file }) => file));
    for (const [i, listed] of files.entries()) {
      if (performance.now() - told >= PAUSE) {
        onProgress(i, files.length);
        told = performance.now();
      }
      const whole = wholeNotionTable(listed.file, names) ?? savedPageOf(listed.file, names);
      if (whole !== null) {
        reports.push(notRead("withheld", listed.file, `is a part of ${path.posix.basename(whole)}`));
        continue;
      }
      if (performance.now() - started > TURN) {
        await setImmediate();
        started = performance.now();
      }
      const read = () => reading.read(listed, total);
      const outcome = await (settled?.read(listed, read) ?? read());
      const { document, report, bytes } = outcome;
      outcomes.push(outcome);
      if (document === null) {
        reports.push(report);
        continue;
      }
      reports.push({ ...report, changed: settled?.changedAt(document) ?? Math.round(listed.modified) });
      total += bytes;
    }
  } finally {
    await Promise.all([reading.close(), ahead?.close()]);
  }
  onProgress(files.length, files.length);
  const kept = (await settled?.keep(reports)) ?? [];
  const documents = outcomes.flatMap(({ document }) => (document === null ? [] : [document])).concat(kept);
  if (kept.length > 0) documents.sort((a, b) => (a.file < b.file ? -1 : 1));
  const read = distinguish(documents, reports);
  const sorted = reports.sort((a, b) => (a.file < b.file ? -1 : 1));
  if (read.length === 0) throw nothingToRead(folder, sorted);
  return { documents: read, report: { folder, files: sorted }, outcomes };
}

function nothingToRead(folder: string, reports: readonly FileReport[]): AttacheError {
  const tried = reports.filter(({ status }) => status !== "other kind");
  if (tried.length > 0) {
    const lines = tried.map(({ file, reason }) => `${path.join(folder, file)} ${reason}`);
    return new AttacheError("knowledge", `The folder ${folder} holds nothing that can be read:\n${lines.join("\n")}`);
  }
  const [other] = reports;
  const found = other === undefined ? "" : ` (it holds ${reports.length} of other kinds, such as ${other.file})`;
  return new AttacheError(
    "knowledge",
    `The folder ${folder} holds no documents${found}: put ${endingsRead()} files into it, or name another with --knowledge DIR`,
  );
}
