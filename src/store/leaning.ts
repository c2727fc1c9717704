const ARROW = " → ";

/** "Who won? → why?": a question without an answer, behind the earlier one that it leans on. */
export function leaning(earlier: string, question: string): string {
  return `${earlier}${ARROW}${question}`;
}

/** @returns what the question alone may be in what `leaning` made, the longest first: people write arrows, too */
export function withoutEarlier(kept: string): string[] {
  const parts = kept.split(ARROW);
  return parts.map((_, i) => parts.slice(i).join(ARROW));
}

/** Takes apart what `leaning` made, or a question alone: whatever stands before the last arrow came before. */
export function splitLeaning(kept: string): { readonly history: readonly string[]; readonly text: string } {
  const at = kept.lastIndexOf(ARROW);
  return at === -1
    ? { history: [], text: kept }
    : { history: [kept.slice(0, at)], text: kept.slice(at + ARROW.length) };
}
