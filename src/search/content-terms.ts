import { impliedTerms } from "../text/entities/implied-terms.ts";
import { tokenize } from "../text/tokens.ts";

/** The terms that a text is found by, in order: its own without stop words, and those that it only implies. */
export function contentTerms(text: string): string[] {
  const tokens = tokenize(text);
  const implied = impliedTerms(text, tokens);
  return tokens.flatMap(({ term, stop }, i) => [...(stop ? [] : [term]), ...(implied.get(i) ?? [])]);
}
