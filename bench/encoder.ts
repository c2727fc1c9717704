import process from "node:process";
import { LocalKnowledge } from "../src/answering/local-knowledge.ts";
import { openReranker } from "../src/answering/open-reranker.ts";
import { readEncoder } from "../src/config/documents.ts";
import type { Document } from "../src/documents/document.ts";
import type { Reranker } from "../src/ranking/rerank/rerank.ts";
import { buildIndex } from "../src/search/build-index.ts";

let opened: Promise<Reranker | null> | undefined;

/**
 * Opens documents as the program would: with the weights that came with the code, and the encoder that `ENCODER` names.
 *
 * @throws AttacheError "encoder" when it cannot be used
 */
export async function openAsShipped(documents: readonly Document[]): Promise<LocalKnowledge> {
  opened ??= openReranker(readEncoder(process.env));
  return new LocalKnowledge(buildIndex(documents), undefined, null, await opened);
}

/** What a table says of the encoder that was asked; nothing where there was none. */
export async function encoderNotes(): Promise<readonly string[]> {
  const reranker = await opened;
  return reranker ? [`With the encoder ${reranker.encoder.id.slice(0, 16)}.`] : [];
}
