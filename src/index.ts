import { LocalKnowledge } from "./answering/local-knowledge.ts";
import { openReranker } from "./answering/open-reranker.ts";
import type { Earlier } from "./documents/earlier.ts";
import type { FolderOptions } from "./documents/folder.ts";
import type { GivenDocument } from "./documents/given-documents.ts";
import type { FolderReport } from "./documents/report.ts";
import type { Index } from "./search/index-parts.ts";
import { type OpenedFolder, openFolder, type SnapshotOptions } from "./snapshot/open-folder.ts";
import type { RowOptions } from "./snapshot/open-rows.ts";

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
export type { Earlier, Version } from "./documents/earlier.ts";
export type { FolderOptions } from "./documents/folder.ts";
export type { GivenDocument } from "./documents/given-documents.ts";
export type { Place } from "./documents/place.ts";
export type { FileReport, FolderReport } from "./documents/report.ts";
export { AttacheError, type ErrorCode } from "./errors.ts";
export type { Correction } from "./search/expanded-query.ts";
export type { SnapshotOptions } from "./snapshot/open-folder.ts";
export type { Span } from "./text/span.ts";

/** Where the documents are: a folder of files, or the documents themselves. */
export type KnowledgeOptions = JudgingOptions &
  (
    | (FolderOptions &
        SnapshotOptions &
        Partial<Pick<RowOptions, "onWritten">> & {
          /** Folder in which LanceDB keeps the index, in place of a snapshot; null for none. */
          readonly lancedb?: string | null;
          readonly folder: string;
          /** Told of every file that was found, and what became of it, before the documents are indexed. */
          readonly onReport?: (report: FolderReport) => void;
          /** What was read of the folder before: served on where a file cannot be read now, or is being written. */
          readonly earlier?: Earlier | null;
        })
    | { readonly documents: readonly GivenDocument[] }
  );

interface JudgingOptions {
  /** Folder of a sentence encoder or a reranker that is asked about the best sentences; null for none. */
  readonly encoder?: string | null;
  /** Confidence, from 0 to 1, under which a question counts as unanswered; null for the one that was fitted. */
  readonly threshold?: number | null;
}

/**
 * Reads documents and makes them ready to be asked. A file that cannot be read is left out, and `onReport` is told why.
 *
 * @throws AttacheError "knowledge" when there is nothing to read, or a document given as text is empty or has another's id
 * @throws AttacheError "encoder" when there is to be an encoder, and it cannot be used
 * @throws AttacheError "index" when LanceDB is to keep the index, and cannot
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<LocalKnowledge> {
  const { encoder = null, threshold = null } = options;
  const reranker = await openReranker(encoder);
  const open = (
    index: Index,
    report: FolderReport | null,
    questions: OpenedFolder["questions"] = null,
  ): LocalKnowledge => {
    const knowledge = new LocalKnowledge(index, undefined, report, reranker, questions);
    return threshold === null ? knowledge : knowledge.withThreshold(threshold);
  };
  if ("documents" in options) {
    // What reads documents and makes an index of them: a folder may do without.
    const { toDocuments } = await import("./documents/given-documents.ts");
    const { buildIndex } = await import("./search/build-index.ts");
    return open(buildIndex(toDocuments(options.documents)), null);
  }
  const { folder, onReport = () => {}, earlier = null } = options;
  const { lancedb = null } = options;
  if (lancedb === null) {
    const { index, report, questions } = await openFolder(folder, options, onReport, earlier);
    return open(index, report, questions);
  }
  const { openRows } = await import("./snapshot/open-rows.ts");
  const { index, report } = await openRows(folder, { ...options, lancedb }, onReport, earlier);
  return open(index, report);
}
