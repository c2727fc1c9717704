import type { Encoding } from "./encoding.ts";
import type { Remark } from "./reader.ts";

/** A file that was found, and what became of it. */
export interface FileReport {
  /** Path below the folder, with forward slashes; a folder that is left out whole has one at its end. */
  readonly file: string;
  /**
   * "read"; "left out" where it could not be read; "kept" where it could not either, and what it said before is served on;
   * "withheld" where its author or operator does not want it read; "other kind" where no reader takes it.
   */
  readonly status: "read" | "left out" | "kept" | "withheld" | "other kind";
  /** Why it is not read, and the fix: "is empty: write some text, or remove it". Null for a file that is read. */
  readonly reason: string | null;
  /** What it was read as: "Markdown". */
  readonly format: string | null;
  readonly encoding: Encoding | null;
  /** Whether it names itself, or has no need to, as a chat; any other document is called by its path. */
  readonly titled: boolean;
  /** What could not be used of it, or was guessed. */
  readonly remarks: readonly Remark[];
  /** Of a file that is read or kept: when it got its present text, in epoch milliseconds. */
  readonly changed?: number;
  /** Of a file that is kept while somebody writes to it: since when, in epoch milliseconds. */
  readonly writtenSince?: number;
}

/** What was found in a folder, in the order of the paths. */
export interface FolderReport {
  readonly folder: string;
  readonly files: readonly FileReport[];
}

/** @returns the files that should have been read and were not */
export function leftOut({ files }: FolderReport): readonly FileReport[] {
  return files.filter(({ status }) => status === "left out");
}

/** @returns the files whose last good text is served, since what they say now cannot be read */
export function keptFiles({ files }: FolderReport): readonly FileReport[] {
  return files.filter(({ status }) => status === "kept");
}

/** @returns what is told of a file that is not read */
export function notRead(status: Exclude<FileReport["status"], "read">, file: string, reason: string): FileReport {
  return { file, status, reason, format: null, encoding: null, titled: false, remarks: [] };
}
