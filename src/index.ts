import { Knowledge } from "./answering/knowledge.ts";
import { type GivenDocument, readFolder, toDocuments } from "./documents/folder.ts";
import { buildIndex } from "./search/build-index.ts";

export type {
  Agreement,
  Answer,
  Citation,
  Excerpt,
  Location,
  RankedSentence,
} from "./answering/answer.ts";
export type { AskOptions, Knowledge, SourceSummary } from "./answering/knowledge.ts";
export type { Source } from "./documents/document.ts";
export type { GivenDocument } from "./documents/folder.ts";
export { AttacheError, type ErrorCode } from "./errors.ts";
export type { Correction } from "./search/expanded-query.ts";
export type { Span } from "./text/span.ts";

/** Where the documents are: a folder of `.md` and `.txt` files, or the documents themselves. */
export type KnowledgeOptions =
  | {
      readonly folder: string;
      /** Told of each file of a format that is not read. */
      readonly onSkipped?: (file: string) => void;
    }
  | { readonly documents: readonly GivenDocument[] };

/**
 * Reads documents and makes them ready to be asked.
 *
 * @throws AttacheError "knowledge" when any document cannot be read: a line for each problem, with the fix
 */
export async function openKnowledge(options: KnowledgeOptions): Promise<Knowledge> {
  if ("documents" in options) return new Knowledge(buildIndex(toDocuments(options.documents)));
  const { documents, skipped } = await readFolder(options.folder);
  for (const file of skipped) options.onSkipped?.(file);
  return new Knowledge(buildIndex(documents));
}
