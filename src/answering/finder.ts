import type { Passage } from "../knowledge/document.ts";
import { tokenize } from "../retrieval/analysis.ts";
import { type Hit, PassageIndex } from "../retrieval/passage-index.ts";
import { Spelling } from "../retrieval/spelling.ts";
import { Thesaurus } from "../retrieval/thesaurus.ts";
import { analyseQuestion, type Question } from "./question.ts";
import { Seeker, type Sought } from "./seek.ts";
import { buildSentenceTable, type SentenceTable } from "./sentence-table.ts";

/** Passages that MiniSearch hands to the ranker. */
const CANDIDATES = 50;

/** What was found for a question, before it is ranked. */
export interface Findings {
  readonly question: Question;
  readonly sought: Sought;
  readonly hits: readonly Hit[];
}

/** Passages indexed in every way that answering needs. */
export class Finder {
  readonly passages: readonly Passage[];
  readonly table: SentenceTable;
  readonly #index: PassageIndex;
  readonly #seeker: Seeker;
  readonly #thesaurus: Thesaurus;

  /** @param thesaurus to share one among several */
  constructor(passages: readonly Passage[], thesaurus = new Thesaurus()) {
    this.passages = passages;
    this.table = buildSentenceTable(passages);
    this.#index = new PassageIndex(passages);
    this.#thesaurus = thesaurus;
    const { vocabulary, names } = this.table;
    this.#seeker = new Seeker(vocabulary, names, new Spelling(countWords(passages)), thesaurus);
  }

  /** Whether a word stands more often as a noun than as anything else. */
  isNoun(word: string): boolean {
    return this.#thesaurus.usualPart(word) === "noun";
  }

  /** @returns at least `limit` passages where so many hold any word of the question */
  find(text: string, limit: number, history: readonly string[] = []): Findings {
    const question = analyseQuestion(text, this.#thesaurus, history);
    const sought = this.#seeker.seek(question);
    return { question, sought, hits: this.#index.find(sought.query, Math.max(CANDIDATES, limit)) };
  }
}

function countWords(passages: readonly Passage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { document, start, end } of passages) {
    for (const { word, stop } of tokenize(document.plain.slice(start, end))) {
      if (!stop) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}
