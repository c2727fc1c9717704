import { closeSync, openSync, readSync } from "node:fs";
import type { Document } from "../documents/document.ts";
import type { Earlier } from "../documents/earlier.ts";
import { type FolderOptions, readFolder } from "../documents/folder.ts";
import { type FolderReport, keptFiles } from "../documents/report.ts";
import { type Lexicon, openLexicon } from "../lexicon/lexicon.ts";
import { type Index, indexRows } from "../search/build-index.ts";
import { packRows, unpackRows } from "../search/rows/packed-rows.ts";
import { RowsReader } from "../search/rows/read-rows.ts";
import { wasSnapshot } from "./header.ts";
import { isWithin } from "./places.ts";
import { Snapshot } from "./snapshot.ts";
import { UnusableSnapshot } from "./snapshot-file.ts";

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

/**
 * Reads a folder and indexes it, as far as there is no snapshot of it.
 *
 * @param onReport told of every file that was found, before the documents are indexed
 * @param earlier as of `readFolder`
 * @throws AttacheError "knowledge" when the folder is missing or holds nothing that can be read
 */
export async function openFolder(
  folder: string,
  options: FolderOptions & SnapshotOptions,
  onReport: (report: FolderReport) => void,
  earlier: Earlier | null = null,
): Promise<{ readonly index: Index; readonly report: FolderReport }> {
  const { snapshot: place = null, onSnapshotProblem: tell = () => {} } = options;
  const isUsable = place !== null && isFree(place, folder, tell);
  const kept = isUsable ? readSnapshot(place, tell) : null;
  const recall = isUsable ? (file: string, sha256: string) => kept?.recall(file, sha256) ?? null : null;
  const { documents, report, outcomes } = await readFolder(folder, options, recall, earlier);
  onReport(report);
  const lexicon = openLexicon();
  if (kept?.holds(documents)) return { index: kept.toIndex(lexicon), report };
  const { rows, packed } = readRows(documents, kept, lexicon);
  const index = indexRows(documents, rows, lexicon);
  // What is kept of a file that cannot be read is not what stands in the folder.
  if (!isUsable || keptFiles(report).length > 0) return { index, report };
  try {
    // Served from what was written: of the texts only those that are asked for are in memory.
    const all = rows.map((own, i) => packed[i] ?? packRows(own));
    return { index: Snapshot.write(place, index, outcomes, all).toIndex(lexicon), report };
  } catch (error) {
    tell(
      `The snapshot ${place} cannot be written (${reasonOf(error)}): each start reads all documents until it can`,
      false,
    );
    return { index, report };
  }
}

/** What each document says by itself, where it was kept of an unchanged one packed too. */
function readRows(documents: readonly Document[], kept: Snapshot | null, lexicon: Lexicon) {
  const reader = new RowsReader(lexicon.paraphrases);
  const keptOf = kept?.readRows();
  const packed = documents.map((document) => keptOf?.(document) ?? null);
  const rows = documents.map((document, i) => {
    const bytes = packed[i] ?? null;
    const own = bytes === null ? null : unpackRows(bytes);
    // An id is the document's own, until another has the same.
    if (own !== null && own.id === document.source.id) return own;
    packed[i] = null;
    return reader.read(document);
  });
  return { rows, packed };
}

type Tell = NonNullable<SnapshotOptions["onSnapshotProblem"]>;

function readSnapshot(place: string, tell: Tell): Snapshot | null {
  try {
    return Snapshot.open(place);
  } catch (error) {
    // Where there is none, one is written; that there can be none is told then.
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    const why = error instanceof UnusableSnapshot ? error.message : `cannot be read (${reasonOf(error)})`;
    tell(`The snapshot ${place} ${why}: the documents are read anew`, true);
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
  const bytes = Buffer.alloc(8);
  try {
    const descriptor = openSync(place, "r");
    try {
      const read = readSync(descriptor, bytes, 0, bytes.length, 0);
      if (wasSnapshot(bytes.subarray(0, read))) return true;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    // What is not there yet can be made, and of what cannot be read it is told by whoever reads it.
    if ((error as NodeJS.ErrnoException).code !== "EISDIR") return true;
  }
  tell(`${place} is no snapshot, and is left as it is: name another place with SNAPSHOT`, false);
  return false;
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}
