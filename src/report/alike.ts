import { inTurns } from "../answering/turns.ts";
import { openEmbedding } from "../lexicon/embedding.ts";
import { contentTerms } from "../search/content-terms.ts";

/** Likeness from which a question joins a group: “what does the sauna cost” is not “what does the pool cost”, at 0.5. */
const ALIKE = 0.55;
/** Cosine of two words' vectors from which one counts for the other, by as much: cost and price. */
const RELATED = 0.6;

/**
 * Groups questions by the terms that they share, or that mean nearly the same: each joins the group whose members it is
 * most like on average, or begins one. The same questions in the same order give the same groups. A thousand take seconds:
 * whoever else asks something is answered in between.
 *
 * @param questions each once; the first of a group names it, so those asked most come first
 * @returns positions in `questions`, in the order in which the groups began
 */
export async function groupAlike(questions: readonly string[]): Promise<readonly (readonly number[])[]> {
  const likeness = createLikeness();
  const terms = questions.map((question) => [...new Set(contentTerms(question))]);
  const groups: number[][] = [];
  await inTurns(terms.entries(), ([i, own]) => {
    let best: number[] | undefined;
    let most = ALIKE;
    for (const group of groups) {
      const sum = group.reduce((total, member) => total + likeness(own, terms[member] ?? []), 0);
      if (sum / group.length < most || (best !== undefined && sum / group.length === most)) continue;
      [best, most] = [group, sum / group.length];
    }
    if (best === undefined) groups.push([i]);
    else best.push(i);
  });
  return groups;
}

/** @returns how like two sets of terms are, from 0 to 1: the share of both that the other has (Dice's coefficient) */
function createLikeness() {
  const embedding = openEmbedding();
  const known = new Map<string, number>();
  function related(a: string, b: string): number {
    if (a === b) return 1;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    let found = known.get(key);
    if (found === undefined) {
      const cosine = embedding.similarity(embedding.row(a), embedding.row(b));
      found = cosine >= RELATED ? cosine : 0;
      known.set(key, found);
    }
    return found;
  }
  const held = (ones: readonly string[], others: readonly string[]) =>
    ones.reduce((sum, one) => sum + others.reduce((most, other) => Math.max(most, related(one, other)), 0), 0);
  return (a: readonly string[], b: readonly string[]) =>
    a.length === 0 || b.length === 0 ? 0 : (held(a, b) + held(b, a)) / (a.length + b.length);
}
