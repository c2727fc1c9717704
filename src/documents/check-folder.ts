import { type FolderOptions, readFolder } from "./folder.ts";
import { findNearDuplicates, type NearDuplicates } from "./near-duplicates.ts";
import { toPassages } from "./passages.ts";
import type { FileReport } from "./report.ts";

/** A file of a folder, and what the bot makes of it. */
export interface CheckedFile extends FileReport {
  /** Of a file that is read; else null. */
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly published: string | null;
    readonly publishedFrom: string | null;
    readonly passageCount: number;
  } | null;
}

export interface FolderCheck {
  readonly folder: string;
  readonly files: readonly CheckedFile[];
  readonly nearDuplicates: readonly NearDuplicates[];
}

/**
 * Reads a folder as the bot would, and tells what it made of each file.
 *
 * @throws AttacheError "knowledge" when there is nothing to read
 */
export async function checkFolder(folder: string, options: FolderOptions = {}): Promise<FolderCheck> {
  const { documents, report } = await readFolder(folder, options);
  const byFile = new Map(documents.map((document) => [document.file, document]));
  const files = report.files.map((file): CheckedFile => {
    const document = byFile.get(file.file);
    if (document === undefined) return { ...file, document: null };
    const { id, title, published, publishedFrom } = document.source;
    const passageCount = toPassages(document).length;
    return { ...file, document: { id, title, published, publishedFrom, passageCount } };
  });
  return { folder, files, nearDuplicates: findNearDuplicates(documents) };
}
