import type { SentenceTable } from "../sentence-table.ts";

/** Numbers phrases in the order in which they first stand in the text, and counts the passages of each. */
export function numberPhrases(
  entries: Int32Array,
  phraseStart: Int32Array,
  passageStart: Int32Array,
  first: number,
): Pick<SentenceTable, "phrases" | "phraseIds" | "phraseDf"> {
  const phraseIds = new Map<number, number>();
  const phraseDf: number[] = [];
  const countedIn: number[] = [];
  for (let passage = 0; passage + 1 < passageStart.length; passage++) {
    const [from, to] = [passageStart[passage], passageStart[passage + 1]] as [number, number];
    for (let i = phraseStart[from] as number; i < (phraseStart[to] as number); i++) {
      const entry = entries[i] as number;
      const id = phraseIds.get(entry) ?? first + phraseIds.size;
      phraseIds.set(entry, id);
      entries[i] = id;
      if (countedIn[id - first] === passage) continue;
      countedIn[id - first] = passage;
      phraseDf[id - first] = (phraseDf[id - first] ?? 0) + 1;
    }
  }
  return { phrases: entries, phraseIds, phraseDf: Int32Array.from(phraseDf) };
}
