import type { Reranker } from "../ranking/rerank/rerank.ts";

/**
 * Opens what asks an encoder about the best sentences. What runs an encoder is loaded where there is one.
 *
 * @param folder of a sentence encoder or a reranker; null for none
 * @throws AttacheError "encoder" when it cannot be used
 */
export async function openReranker(folder: string | null): Promise<Reranker | null> {
  if (folder === null) return null;
  const { Reranker } = await import("../ranking/rerank/rerank.ts");
  const { openEncoder } = await import("../../encoder/open.ts");
  return Reranker.open(await openEncoder(folder));
}
