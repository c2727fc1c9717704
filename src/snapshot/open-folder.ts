import { availableParallelism } from "node:os";
import type { Earlier } from "../documents/earlier.ts";
import { type FolderOptions, readFolder } from "../documents/folder.ts";
import { type FolderReport, keptFiles } from "../documents/report.ts";
import { openLexicon } from "../lexicon/lexicon.ts";
import type { Index } from "../search/index-parts.ts";
import { isSomethingElse, isWithin } from "./places.ts";
import { QuestionsFile } from "./questions-file.ts";
import { reasonOf } from "./reason.ts";
import { Snapshot } from "./snapshot.ts";
import { UnusableSnapshot } from "./snapshot-file.ts";
import type { ThreadOptions } from "./threads/reading-threads.ts";

/** Bytes of text from which on several threads read a folder: of some 5,000 passages. */
const LARGE = 3_000_000;
/** With the one that joins what they read: more would wait for it. */
const MOST_THREADS = 8;

export interface SnapshotOptions {
  /**
   * File in which the index is kept from one start to the next, outside of the folder; null for none. It is made when it
   * is not there, and made anew when it does not fit.
   */
  readonly snapshot?: string | null;
  /**
   * Told in one line why the snapshot could not be used, or could not be written: everything goes on without.
   *
   * @param isMadeAnew whether one is to be written all the same
   */
  readonly onSnapshotProblem?: (problem: string, isMadeAnew: boolean) => void;
}

export interface OpenedFolder {
  readonly index: Index;
  readonly report: FolderReport;
  /** Where questions that the documents answer are kept: beside the snapshot; null where there is none. */
  readonly questions: QuestionsFile | null;
}

/**
 * Reads a folder and indexes it, as far as there is no snapshot of it.
 *
 * @param onReport told of every file that was found, before the documents are indexed
 * @param earlier as of `readFolder`
 * @param threads that read the files where none of them was read before
 * @throws AttacheError "knowledge" when the folder is missing or holds nothing that can be read
 */
export async function openFolder(
  folder: string,
  options: FolderOptions & SnapshotOptions,
  onReport: (report: FolderReport) => void,
  earlier: Earlier | null = null,
  threads: ThreadOptions = { threads: Math.min(availableParallelism(), MOST_THREADS) - 1, from: LARGE },
): Promise<OpenedFolder> {
  const { snapshot: place = null, onSnapshotProblem: tell = () => {} } = options;
  const isUsable = place !== null && isFree(place, folder, tell);
  const kept = isUsable ? usable(place, tell, () => Snapshot.open(place)) : null;
  const recall = isUsable ? (file: string, sha256: string) => kept?.recall(file, sha256) ?? null : null;
  const lexicon = openLexicon();
  // What was read before and has changed since is little, and told apart from what is being written file by file.
  const isFirst = kept === null && earlier === null;
  const ahead = isFirst ? (await anew()).readAhead({ folder, hashes: isUsable }, threads, lexicon) : null;
  const { documents, report, outcomes } = await readFolder(folder, options, recall, earlier, ahead);
  onReport(report);
  const questions = isUsable ? new QuestionsFile(place) : null;
  if (kept?.holds(documents)) return { index: kept.toIndex(lexicon), report, questions };
  const keptOf = kept === null ? null : usable(place, tell, () => kept.readRows(), "it is written anew");
  const { index, pack } = (await anew()).indexAnew(documents, keptOf, ahead, lexicon);
  // What is kept of a file that cannot be read is not what stands in the folder.
  if (!isUsable || keptFiles(report).length > 0) return { index, report, questions: null };
  try {
    // Served from what was written: of the texts only those that are asked for are in memory.
    return { index: Snapshot.write(place, index, outcomes, pack()).toIndex(lexicon), report, questions };
  } catch (error) {
    tell(
      `The snapshot ${place} cannot be written (${reasonOf(error)}): each start reads all documents until it can`,
      false,
    );
    return { index, report, questions: null };
  }
}

/** Most starts find all in the snapshot, and need nothing that makes an index. */
const anew = () => import("./index-anew.ts");

type Tell = NonNullable<SnapshotOptions["onSnapshotProblem"]>;

/** @returns what is read of a snapshot; null where that cannot be used, which is told with what follows from it */
function usable<T>(
  place: string | null,
  tell: Tell,
  read: () => T,
  consequence = "the documents are read anew",
): T | null {
  try {
    return read();
  } catch (error) {
    // Where there is none, one is written; that there can be none is told then.
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    const why = error instanceof UnusableSnapshot ? error.message : `cannot be read (${reasonOf(error)})`;
    tell(`The snapshot ${place} ${why}: ${consequence}`, true);
    return null;
  }
}

/** Whether a snapshot may be written there: not among the documents, and not over what is something else. */
function isFree(place: string, folder: string, tell: Tell): boolean {
  if (isWithin(folder, place)) {
    tell(
      `The snapshot ${place} would be among the documents, so none is kept: name another place with SNAPSHOT`,
      false,
    );
    return false;
  }
  if (!isSomethingElse(place)) return true;
  tell(`${place} is no snapshot, and is left as it is: name another place with SNAPSHOT`, false);
  return false;
}
