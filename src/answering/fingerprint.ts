import { createHash } from "node:crypto";
import type { Reranker } from "../ranking/rerank/rerank.ts";
import type { Weights } from "../ranking/weights.ts";
import type { Index } from "../search/build-index.ts";

/** Raised whenever the same documents would be indexed or ranked otherwise. */
const METHOD = "attache-4";

/** SHA-256, in hex, of what was indexed and how. @param reranker where an encoder is asked too */
export function fingerprintOf({ digest }: Index, weights: Weights, reranker: Reranker | null): string {
  const hash = createHash("sha256");
  if (reranker !== null) hash.update(JSON.stringify([reranker.encoder.id, reranker.weights]));
  hash.update(JSON.stringify([METHOD, weights]));
  hash.update(digest);
  return hash.digest("hex");
}
