import { type Stats, statSync } from "node:fs";
import path from "node:path";
import { binaryReaderOf } from "./binary-readers.ts";
import type { Document } from "./document.ts";
import type { ListedFile } from "./file-list.ts";
import type { Outcome } from "./outcome.ts";
import { textFormatOf } from "./readers.ts";
import { type FileReport, type FolderReport, notRead } from "./report.ts";

/** A file as it was read before. */
export interface Version {
  readonly file: string;
  /** Of its document. */
  readonly sha256: string;
  /** When it got that text, in epoch milliseconds. */
  readonly changed: number;
  /** Since when it has been written to without a rest, in epoch milliseconds; null where it has not. */
  readonly writtenSince: number | null;
}

/** What was read of a folder before: served on where a file cannot be read now. */
export interface Earlier {
  readonly versions: readonly Version[];
  /** Gives the documents of these files as they were read then; one that is gone is missing. */
  readonly documents: (files: readonly string[]) => Promise<readonly Document[]>;
}

/** Milliseconds without a change after which a file counts as written, and a folder as left alone. */
const SETTLED = 300;
/** Milliseconds to wait after a change before a reading, so that its files count as written: clocks may differ a little. */
export const QUIET = SETTLED + 50;
/** Milliseconds after which a file that is written to without a rest, such as a log, is read as it is. */
const PATIENCE = 60_000;

const BEING_WRITTEN = "is still being written: it is read once nobody writes to it";
const BEING_MOVED = "is gone from a folder that is still being changed: it is dropped once nobody changes that";

/** @returns whether a file is to be looked at again soon, since it was being written or moved */
export function isUnsettled({ reason }: FileReport): boolean {
  return reason === BEING_WRITTEN || reason === BEING_MOVED;
}

/** @returns the versions of the files that a report tells of, given the hashes of their documents */
export function versionsOf(report: FolderReport, hashes: ReadonlyMap<string, string>): Version[] {
  return report.files.flatMap(({ file, changed, writtenSince = null }) => {
    const sha256 = hashes.get(file);
    if (sha256 === undefined || changed === undefined) return [];
    return [{ file, sha256, changed, writtenSince }];
  });
}

/** Reads a folder that somebody may be changing, with what was read of it before at hand. */
export class SettledReading {
  readonly #folder: string;
  readonly #earlier: Earlier;
  readonly #byFile: ReadonlyMap<string, Version>;
  readonly #changed: ReadonlyMap<string, number>;

  constructor(folder: string, earlier: Earlier) {
    this.#folder = folder;
    this.#earlier = earlier;
    this.#byFile = new Map(earlier.versions.map((version) => [version.file, version]));
    this.#changed = new Map(earlier.versions.map(({ sha256, changed }) => [sha256, changed]));
  }

  /** Reads a file, unless somebody is writing to it: half of it is not what its author says. */
  async read({ file }: ListedFile, read: () => Promise<Outcome>): Promise<Outcome> {
    if (textFormatOf(file) === null && binaryReaderOf(file) === null) return read();
    const before = this.#look(file);
    if (before?.isSettled === false) return beingWritten(file);
    const outcome = await read();
    const after = this.#look(file);
    const isSame = before?.touched === after?.touched && before?.size === after?.size;
    return isSame ? outcome : beingWritten(file);
  }

  /** When a file got its text: a move and a mere touch are no change. */
  changedAt({ sha256 }: Document): number {
    return this.#changed.get(sha256) ?? Date.now();
  }

  /**
   * Finds the files that were read before and cannot be now, or whose folder is just being changed.
   *
   * @param reports takes what became of each
   * @returns their documents as they were
   */
  async keep(reports: FileReport[]): Promise<readonly Document[]> {
    const at = new Map(reports.map((report, i) => [report.file, i]));
    const reasons = new Map<string, string>();
    for (const { file } of this.#earlier.versions) {
      const report = reports[at.get(file) ?? -1];
      if (report?.status === "left out") reasons.set(file, report.reason ?? "");
      if (report !== undefined) continue;
      const reason = this.#missing(file, reports);
      if (reason !== null) reasons.set(file, reason);
    }
    if (reasons.size === 0) return [];
    const documents = await this.#earlier.documents([...reasons.keys()]);
    for (const { file } of documents) {
      const { changed, writtenSince } = this.#byFile.get(file) as Version;
      const reason = reasons.get(file) ?? "";
      const since = reason === BEING_WRITTEN ? { writtenSince: writtenSince ?? Date.now() } : {};
      const report: FileReport = { ...notRead("kept", file, reason), changed, ...since };
      const there = at.get(file);
      if (there === undefined) reports.push(report);
      else reports[there] = report;
    }
    return documents;
  }

  /** Why a file that is not listed is kept; null where it is not. */
  #missing(file: string, reports: readonly FileReport[]): string | null {
    const above = reports.find((report) => report.file.endsWith("/") && file.startsWith(report.file));
    if (above !== undefined) return above.status === "left out" ? (above.reason ?? "") : null;
    for (let below = path.posix.dirname(file); ; below = path.posix.dirname(below)) {
      const folder = this.#look(below);
      if (folder !== null) return folder.isSettled ? null : BEING_MOVED;
      if (below === ".") return null;
    }
  }

  /** @returns null for what is not there */
  #look(file: string) {
    let stats: Stats | undefined;
    try {
      stats = statSync(path.join(this.#folder, file), { throwIfNoEntry: false });
    } catch {
      // What may not be looked at is as good as not there.
    }
    if (stats === undefined) return null;
    const version = this.#byFile.get(file);
    const since = version === undefined ? stats.birthtimeMs : (version.writtenSince ?? Date.now());
    const age = Date.now() - stats.ctimeMs;
    // Another machine's clock may be ahead of this one's.
    const isFresh = age >= -SETTLED && age < SETTLED;
    return { touched: stats.ctimeMs, size: stats.size, isSettled: !isFresh || Date.now() - since > PATIENCE };
  }
}

function beingWritten(file: string): Outcome {
  return { report: notRead("left out", file, BEING_WRITTEN), document: null, bytes: 0, sha256: null, beside: [] };
}
