import process from "node:process";
import { openEncoder } from "../encoder/open.ts";
import { LocalKnowledge } from "../src/answering/local-knowledge.ts";
import { readEncoder } from "../src/config.ts";
import type { Document } from "../src/documents/document.ts";
import { Reranker } from "../src/ranking/rerank/rerank.ts";
import { buildIndex } from "../src/search/build-index.ts";

let opened: Promise<Reranker | null> | undefined;

async function open(): Promise<Reranker | null> {
  const folder = readEncoder(process.env);
  return folder === null ? null : Reranker.open(await openEncoder(folder));
}

/**
 * Opens documents as the program would: with the weights that came with the code, and the encoder that `ENCODER` names.
 *
 * @throws AttacheError "encoder" when it cannot be used
 */
export async function openAsShipped(documents: readonly Document[]): Promise<LocalKnowledge> {
  opened ??= open();
  return new LocalKnowledge(buildIndex(documents), undefined, null, await opened);
}

/** What a table says of the encoder that was asked; nothing where there was none. */
export async function encoderNotes(): Promise<readonly string[]> {
  const reranker = await opened;
  return reranker ? [`With the encoder ${reranker.encoder.id.slice(0, 16)}.`] : [];
}
