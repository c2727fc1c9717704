import { LocalKnowledge } from "./answering/local-knowledge.ts";
import { type FolderOptions, readFolder } from "./documents/folder.ts";
import type { FolderReport } from "./documents/report.ts";
import { type GivenDocument, toDocuments } from "./documents/to-document.ts";
import { Reranker } from "./ranking/rerank/rerank.ts";
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
export type KnowledgeOptions = EncoderOptions &
  (
    | (FolderOptions & {
        readonly folder: string;
        /** Told of every file that was found, and what became of it, before the documents are indexed. */
        readonly onReport?: (report: FolderReport) => void;
      })
    | { readonly documents: readonly GivenDocument[] }
  );

interface EncoderOptions {
  /** Folder of a sentence encoder or a reranker that is asked about the best sentences; null for none. */
  readonly encoder?: string | null;
}

/**
 * Reads documents and makes them ready to be asked. A file that cannot be read is left out, and `onReport` is told why.
 *
 * @throws AttacheError "knowledge" when there is nothing to read, or a document given as text is empty or has another's id
 * @throws AttacheError "encoder" when there is to be an encoder, and it cannot be used
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<LocalKnowledge> {
  const reranker = await openReranker(options);
  if ("documents" in options)
    return new LocalKnowledge(buildIndex(toDocuments(options.documents)), undefined, null, reranker);
  const { documents, report } = await readFolder(options.folder, options);
  options.onReport?.(report);
  return new LocalKnowledge(buildIndex(documents), undefined, report, reranker);
}

/** What runs an encoder is loaded where there is one. */
async function openReranker({ encoder: folder = null }: EncoderOptions): Promise<Reranker | null> {
  if (folder === null) return null;
  const { openEncoder } = await import("../encoder/open.ts");
  return Reranker.open(await openEncoder(folder));
}
