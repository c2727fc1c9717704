import { impliedTerms } from "../text/entities/implied-terms.ts";
import { type Token, tokenize } from "../text/tokens.ts";

/** The terms that a text is found by, in order: its own without stop words, and those that it only implies. */
export function contentTerms(text: string): string[] {
  return termsOf(text, tokenize(text));
}

/** The same for a text whose words are told apart. */
export function termsOf(text: string, tokens: readonly Token[]): string[] {
  const implied = impliedTerms(text, tokens);
  const terms: string[] = [];
  for (const [i, { term, stop }] of tokens.entries()) {
    if (!stop) terms.push(term);
    for (const unwritten of implied.get(i) ?? []) terms.push(unwritten);
  }
  return terms;
}

/** @returns `contentTerms`, each text's worked out once: for what stands above many passages */
export function rememberTerms(): (text: string) => readonly string[] {
  const remembered = new Map<string, readonly string[]>();
  return (text) => {
    const terms = remembered.get(text) ?? contentTerms(text);
    remembered.set(text, terms);
    return terms;
  };
}
