import { Knowledge } from "./answering/knowledge.ts";
import { type FolderOptions, readFolder } from "./documents/folder.ts";
import type { FolderReport } from "./documents/report.ts";
import { type GivenDocument, toDocuments } from "./documents/to-document.ts";
import { buildIndex } from "./search/build-index.ts";

export type {
  Agreement,
  Answer,
  Citation,
  Excerpt,
  ExcerptBlock,
  Location,
  RankedSentence,
} from "./answering/answer.ts";
export type { AskOptions, Knowledge, SourceSummary } from "./answering/knowledge.ts";
export type { Source } from "./documents/document.ts";
export type { FolderOptions } from "./documents/folder.ts";
export type { FileReport, FolderReport } from "./documents/report.ts";
export type { GivenDocument } from "./documents/to-document.ts";
export { AttacheError, type ErrorCode } from "./errors.ts";
export type { Correction } from "./search/expanded-query.ts";
export type { Span } from "./text/span.ts";

/** Where the documents are: a folder of files, or the documents themselves. */
export type KnowledgeOptions =
  | (FolderOptions & {
      readonly folder: string;
      /** Told of every file that was found, and what became of it, before the documents are indexed. */
      readonly onReport?: (report: FolderReport) => void;
    })
  | { readonly documents: readonly GivenDocument[] };

/**
 * Reads documents and makes them ready to be asked. A file that cannot be read is left out, and `onReport` is told why.
 *
 * @throws AttacheError "knowledge" when there is nothing to read, or a document given as text is empty or has another's id
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  if ("documents" in options) return new Knowledge(buildIndex(toDocuments(options.documents)));
  const { documents, report } = await readFolder(options.folder, options);
  options.onReport?.(report);
  return new Knowledge(buildIndex(documents), undefined, report);
}
