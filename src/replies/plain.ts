import { place } from "./citation.ts";
import type { Reply } from "./reply.ts";

/**
 * What is left of a reply where a platform takes none of its form: the sentence that answers with its source, then where
 * it stands.
 *
 * @returns lines of plain text, at least one
 */
export function plainLines({ summary, items }: Reply): string[] {
  const best = items.find((item) => item.kind === "excerpt");
  if (best?.kind !== "excerpt" || best.role === "nearest") return [summary];
  const { url } = best.excerpt.source;
  return [summary, [place(best.excerpt), ...(url === null ? [] : [url])].join(" · ")];
}
