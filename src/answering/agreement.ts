import type { Document } from "../documents/document.ts";
import { termsOf } from "../ranking/alike.ts";
import type { Ranking } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";
import type { Retrieved } from "../search/retriever.ts";
import { spanOf, textOf } from "../search/sentence-place.ts";
import { slice } from "../text/span.ts";
import type { Agreement } from "./answer.ts";
import { compare, MIN_SHARED } from "./comparison/compare.ts";
import { type Statement, toStatement } from "./comparison/statement.ts";
import { locate, verify } from "./quote.ts";
import { isRollCall } from "./roll-call.ts";

/** Sentences looked at for agreement, and how far in log-odds they may stand behind the best. */
const MAX_COMPARED = 30;
const MAX_BEHIND = 6;

/**
 * What the other sources' best sentences say beside the best of all: each source once, the best first.
 *
 * @throws AttacheError "integrity" when a sentence is not the document's own words, which would be a fault of ours
 */
export function findAgreement(index: Index, { question }: Retrieved, ranking: Ranking): Agreement[] {
  const { passages } = index;
  const best = ranking.passages[0]?.best;
  if (best === undefined) return [];
  const asked = new Set(question.terms.map(({ term }) => term));
  const home = passages.get(best.passage).document;
  const said = textOf(index, best);
  // Who else came to another meeting is no contradiction.
  if (isRollCall(said)) return [];
  let ours: Statement | undefined;
  const terms = termsOf(index, best);
  const found = new Map<Document, Agreement>();
  for (const candidate of ranking.sentences.slice(0, MAX_COMPARED)) {
    const { document } = passages.get(candidate.passage);
    if (document === home || found.has(document)) continue;
    if (best.score - candidate.score > MAX_BEHIND) break;
    if (!areComparable(termsOf(index, candidate), terms)) continue;
    const span = spanOf(index, candidate);
    const text = slice(document.text, span);
    ours ??= toStatement(said);
    const comparison = compare(ours, toStatement(text), asked, question.type);
    if (comparison === null) continue;
    const location = locate(document, span);
    verify(document, span);
    found.set(document, { ...comparison, text, source: document.source, location });
  }
  return [...found.values()];
}

/** Whether two sentences share so many terms that they are worth comparing. */
function areComparable(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.intersection(b).size >= MIN_SHARED * Math.min(a.size, b.size);
}
