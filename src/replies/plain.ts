import { addressOf, place } from "./citation.ts";
import { questionLine } from "./question-line.ts";
import type { Reply } from "./reply.ts";

/**
 * What is left of a reply where a platform takes none of its form: what was asked where the reply says so, the sentence
 * that answers with its source, then where it stands.
 *
 * @returns lines of plain text, at least one
 */
export function plainLines({ summary, items }: Reply): string[] {
  const asked = items.flatMap((item) => (item.kind === "question" ? [questionLine(item)] : []));
  const best = items.find((item) => item.kind === "excerpt");
  if (best?.kind !== "excerpt" || best.role === "nearest") return [...asked, summary];
  const url = addressOf(best.excerpt);
  return [...asked, summary, [place(best.excerpt), ...(url === null ? [] : [url])].join(" · ")];
}
