import type { Passage } from "../documents/document.ts";
import { Paraphrases } from "../lexicon/paraphrases.ts";
import { Thesaurus } from "../lexicon/thesaurus.ts";
import { tokenize } from "../text/tokens.ts";
import { type Hit, PassageIndex } from "./passage-index.ts";
import { type ExpandedQuery, QueryExpander } from "./query-expander.ts";
import { analyseQuestion, type Question } from "./question.ts";
import { buildSentenceTable, NAME, type SentenceTable } from "./sentence-table.ts";
import { Spelling } from "./spelling.ts";

/** Passages that MiniSearch hands to the ranker. */
const CANDIDATES = 50;

/** The documents' most frequent words, whose synonyms are looked up beforehand: questions hold them most often. */
const LOOKED_UP = 4_000;

/** What was found for a question, before it is ranked. */
export interface Retrieved {
  readonly question: Question;
  readonly expanded: ExpandedQuery;
  readonly hits: readonly Hit[];
}

/** Passages indexed in every way that answering needs. */
export class Retriever {
  readonly passages: readonly Passage[];
  readonly table: SentenceTable;
  readonly #index: PassageIndex;
  readonly #expander: QueryExpander;
  readonly #thesaurus: Thesaurus;

  /** @param thesaurus to share one among several */
  constructor(passages: readonly Passage[], thesaurus = new Thesaurus(), paraphrases = new Paraphrases()) {
    this.passages = passages;
    this.table = buildSentenceTable(passages, paraphrases);
    this.#index = new PassageIndex(passages);
    this.#thesaurus = thesaurus;
    const { counts: words, wordOf } = countWords(passages);
    this.#expander = new QueryExpander({ ...this.table, wordOf }, new Spelling(words), thesaurus, paraphrases);
    const frequent = [...words].sort((a, b) => b[1] - a[1]).slice(0, LOOKED_UP);
    this.#expander.prepare(frequent.map(([word]) => word));
  }

  /** Whether a word stands more often as a noun than as anything else. */
  isNoun(word: string): boolean {
    return this.#thesaurus.usualPart(word) === "noun";
  }

  /** @returns at least `limit` passages where so many hold any word of the question */
  find(text: string, limit: number, history: readonly string[] = []): Retrieved {
    return this.search(analyseQuestion(text, this.#thesaurus, history), limit);
  }

  /** The same, of a question that was taken apart already. */
  search(question: Question, limit: number): Retrieved {
    const expanded = this.#expander.expand(question);
    const hits = this.#index.find(expanded.query, Math.max(CANDIDATES, limit));
    if (hits.length < CANDIDATES) hits.push(...this.#findAlike(expanded, hits));
    return { question, expanded, hits };
  }

  /** The words of a sentence that are written as names, beyond those of the question. */
  namesIn(passage: number, sentence: number, { terms }: Question): string[] {
    const { vocabulary, names: known, passageStart, tokenStart, tokens, tokenBits, tokenSpans } = this.table;
    const s = (passageStart[passage] as number) + sentence;
    const asked = new Set(terms.map(({ term }) => term));
    const { plain } = (this.passages[passage] as Passage).document;
    const names: string[] = [];
    for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
      const id = tokens[i] as number;
      // The first word of a sentence has a capital anyway: a name is known by the other places it stands in.
      const isName = ((tokenBits[i] as number) & NAME) !== 0 || known.has(id);
      if (!isName || asked.has(vocabulary.terms[id] as string)) continue;
      names.push(plain.slice(tokenSpans[2 * i], tokenSpans[2 * i + 1]));
    }
    return names;
  }

  /** Passages that hold none of the question's terms, but words or phrases of like meaning, those with most first. */
  #findAlike({ terms }: ExpandedQuery, hits: readonly Hit[]): Hit[] {
    const { vocabulary, phraseIds, passageStart, tokenStart, tokens, phraseStart, phrases } = this.table;
    const alike = new Uint8Array(vocabulary.size + phraseIds.size);
    for (const { synonyms, paraphrases } of terms) for (const { id } of [...synonyms, ...paraphrases]) alike[id] = 1;
    const known = new Set(hits.map(({ passage }) => passage));
    const more: { readonly passage: number; readonly held: number }[] = [];
    for (let passage = 0; passage < this.passages.length; passage++) {
      if (known.has(passage)) continue;
      const [first, last] = [passageStart[passage] as number, passageStart[passage + 1] as number];
      let held = 0;
      for (let i = tokenStart[first] as number; i < (tokenStart[last] as number); i++) {
        held += alike[tokens[i] as number] as number;
      }
      for (let i = phraseStart[first] as number; i < (phraseStart[last] as number); i++) {
        held += alike[phrases[i] as number] as number;
      }
      if (held > 0) more.push({ passage, held });
    }
    return more
      .sort((a, b) => b.held - a.held || a.passage - b.passage)
      .slice(0, CANDIDATES - hits.length)
      .map(({ passage }) => ({ passage, score: 0 }));
  }
}

function countWords(passages: readonly Passage[]) {
  const counts = new Map<string, number>();
  const wordOf = new Map<string, string>();
  for (const { document, start, end } of passages) {
    for (const { word, term, stop } of tokenize(document.plain.slice(start, end))) {
      if (stop) continue;
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      if (count > (counts.get(wordOf.get(term) ?? "") ?? 0)) wordOf.set(term, word);
    }
  }
  return { counts, wordOf };
}
