import { tokenize } from "../retrieval/analysis.ts";
import type { WeightedTerm } from "../retrieval/passage-index.ts";
import type { Spelling } from "../retrieval/spelling.ts";
import type { Thesaurus } from "../retrieval/thesaurus.ts";
import { inverseFrequency, type Vocabulary } from "../retrieval/vocabulary.ts";
import type { Correction } from "./answer.ts";
import type { Question, QuestionTerm } from "./question.ts";

/** SemCor's tagged words, counted in passages of 50. */
const BACKGROUND_PASSAGES = 248_795 / 50;
/** What a passage of everyday English counts beside one of the folder. */
const BACKGROUND_WEIGHT = 0.1;

/** Words whose synonyms are kept, so that a stream of questions does not grow without end. */
const MAX_REMEMBERED = 20_000;

/** A term of the vocabulary, and how well it stands for one of the question's. */
export interface Match {
  readonly id: number;
  readonly similarity: number;
}

/** A question's term as the vocabulary knows it. */
export interface SoughtTerm {
  readonly idf: number;
  readonly name: boolean;
  readonly number: boolean;
  /** The term itself (1), other spellings, and words of its family. */
  readonly matches: readonly Match[];
  /** Words of like meaning. */
  readonly synonyms: readonly Match[];
}

/** What to look for. */
export interface Sought {
  readonly terms: readonly SoughtTerm[];
  readonly query: readonly WeightedTerm[];
  /** Words that stand nowhere and resemble none that does, as typed. */
  readonly missing: readonly string[];
  readonly corrections: readonly Correction[];
}

/** Leads the terms of a question to those of the documents. */
export class Seeker {
  readonly #vocabulary: Vocabulary;
  readonly #spelling: Spelling;
  readonly #thesaurus: Thesaurus;
  readonly #names: ReadonlySet<number>;
  readonly #remembered = new Map<string, readonly Match[]>();
  readonly #ids = new Map<string, number>();

  constructor(vocabulary: Vocabulary, names: ReadonlySet<number>, spelling: Spelling, thesaurus: Thesaurus) {
    this.#names = names;
    this.#vocabulary = vocabulary;
    this.#spelling = spelling;
    this.#thesaurus = thesaurus;
  }

  /** Looks words up beforehand, so that the first questions need not. */
  prepare(words: readonly string[]): void {
    for (const word of words) {
      this.#synonymsOf(word);
      this.#thesaurus.frequency(word);
    }
  }

  seek(question: Question): Sought {
    const terms: SoughtTerm[] = [];
    const query: WeightedTerm[] = [];
    const missing: string[] = [];
    const corrections: Correction[] = [];
    for (const wanted of question.terms) {
      const { term, word, typed, name, share } = wanted;
      const id = this.#vocabulary.id(term);
      const matches: Match[] = id === -1 ? [] : [{ id, similarity: 1 }];
      const synonyms = this.#synonyms(wanted);
      let corrected: string | undefined;
      if (id === -1) {
        const respellings = this.#respell(word);
        const [best] = respellings;
        if (best !== undefined) {
          corrected = best.word;
          corrections.push({ from: typed, to: best.word });
          for (const other of respellings) {
            // What was most likely meant counts as if it had been typed.
            const similarity = other === best ? 1 : other.similarity;
            matches.push({ id: other.id, similarity });
            query.push(this.#query(other.id, similarity * share, other.word));
          }
        } else if (this.#vocabulary.relatives(term).length === 0 && synonyms.length === 0) missing.push(typed);
      } else query.push(this.#query(id, share, word));
      const known = matches[0]?.id ?? -1;
      matches.push(...this.#vocabulary.relatives(term));
      const idf = share * this.#weigh(known, corrected ?? word);
      terms.push({ idf, name: name || this.#names.has(known), number: /^\d/.test(term), matches, synonyms });
    }
    return { terms, query, missing, corrections };
  }

  /**
   * How telling a term is: its idf, were the passages joined by some of everyday English. In a small folder "come" may
   * stand in one passage and the person it is about in all; English knows better.
   */
  #weigh(id: number, word: string): number {
    const { passages } = this.#vocabulary;
    const held =
      this.#vocabulary.held(id) + BACKGROUND_WEIGHT * Math.min(this.#thesaurus.frequency(word), BACKGROUND_PASSAGES);
    return inverseFrequency(passages + BACKGROUND_WEIGHT * BACKGROUND_PASSAGES, held);
  }

  /** MiniSearch weighs by the folder's idf alone: the boost makes that our own. */
  #query(id: number, similarity: number, word: string): WeightedTerm {
    const weight = (similarity * this.#weigh(id, word)) / this.#vocabulary.idf(id);
    return { term: this.#vocabulary.terms[id] as string, weight };
  }

  #respell(word: string): (Match & { readonly word: string })[] {
    // A word that English knows was meant as it stands.
    if (this.#thesaurus.knows(word)) return [];
    return this.#spelling
      .respell(word)
      .map(({ word: other, similarity }) => ({ word: other, similarity, id: this.#idOf(other) }))
      .filter(({ id }) => id !== -1);
  }

  /** Of the word, and of the phrase it makes with the next one ("kick out"). */
  #synonyms({ word, phrase }: QuestionTerm): readonly Match[] {
    const single = this.#synonymsOf(word);
    const ofPhrase = phrase === null ? [] : this.#synonymsOf(phrase);
    return ofPhrase.length === 0 ? single : [...single, ...ofPhrase];
  }

  #synonymsOf(entry: string): readonly Match[] {
    let found = this.#remembered.get(entry);
    if (found === undefined) {
      const best = new Map<number, number>();
      for (const { word, similarity } of this.#thesaurus.synonyms(entry)) {
        const id = this.#idOf(word);
        if (id !== -1 && similarity > (best.get(id) ?? 0)) best.set(id, similarity);
      }
      found = [...best].map(([id, similarity]) => ({ id, similarity }));
      if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(entry, found);
    }
    return found;
  }

  /** The vocabulary's number of a single word, or -1. */
  #idOf(word: string): number {
    let id = this.#ids.get(word);
    if (id === undefined) {
      const [token, more] = word.includes(" ") ? [] : tokenize(word);
      id = token === undefined || more !== undefined || token.stop ? -1 : this.#vocabulary.id(token.term);
      this.#ids.set(word, id);
    }
    return id;
  }
}
