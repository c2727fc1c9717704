import { noisyOr, type Paraphrases } from "../lexicon/paraphrases.ts";
import type { Thesaurus } from "../lexicon/thesaurus.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import type { WeightedTerm } from "./passage-index.ts";
import type { Question, QuestionTerm } from "./question.ts";
import type { SentenceTable } from "./sentence-table.ts";
import type { Spelling } from "./spelling.ts";
import { inverseFrequency, type Vocabulary } from "./vocabulary.ts";

/** SemCor's tagged words; counted in passages of 50. */
const TAGGED_WORDS = 248_795;
const BACKGROUND_PASSAGES = TAGGED_WORDS / 50;
/** What a passage of everyday English counts beside one of the folder. */
const BACKGROUND_WEIGHT = 0.1;

/** Words of a question that are read for phrases: far more than its terms. */
const MAX_WORDS = 200;

/** Words whose synonyms are kept, so that a stream of questions does not grow without end. */
const MAX_REMEMBERED = 20_000;

/** A term of the vocabulary, and how well it stands for one of the question's. */
export interface Match {
  readonly id: number;
  readonly similarity: number;
  /** The similarity, less so where the document's word tells less than the question's: "go" for "emigrate". */
  readonly idfScaled: number;
}

/** A term or phrase of the documents that is like one asked for, and how much. */
type Like = Omit<Match, "idfScaled">;

/** A question's term as the vocabulary knows it. */
export interface QueryTerm {
  readonly idf: number;
  /** How likely the word is in everyday English. */
  readonly english: number;
  readonly name: boolean;
  readonly number: boolean;
  /** The term itself (1), other spellings, and words of its family. */
  readonly matches: readonly Match[];
  /** Words of like meaning. */
  readonly synonyms: readonly Match[];
  /** Words and phrases that people use for it. */
  readonly paraphrases: readonly Match[];
}

/** A word of the question that stands in no document, read as one that does. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** What to look for. */
export interface ExpandedQuery {
  readonly terms: readonly QueryTerm[];
  readonly query: readonly WeightedTerm[];
  /** Words that stand nowhere and resemble none that does, as typed. */
  readonly missing: readonly string[];
  readonly corrections: readonly Correction[];
}

/** What the documents hold. */
interface Known extends Pick<SentenceTable, "vocabulary" | "names" | "phraseIds" | "phraseDf"> {
  /** The most frequent word of each term. */
  readonly wordOf: ReadonlyMap<string, string>;
}

/** Leads the terms of a question to those of the documents. */
export class QueryExpander {
  readonly #vocabulary: Vocabulary;
  readonly #spelling: Spelling;
  readonly #thesaurus: Thesaurus;
  readonly #names: ReadonlySet<number>;
  readonly #remembered = new Map<string, readonly Like[]>();
  readonly #ids = new Map<string, number>();
  readonly #known = new Map<number, readonly Like[]>();

  readonly #phraseIds: ReadonlyMap<number, number>;
  readonly #phraseDf: readonly number[];
  readonly #wordOf: ReadonlyMap<string, string>;
  readonly #background: number;
  readonly #weights: (number | undefined)[] = [];
  readonly #paraphrases: Paraphrases;

  constructor(
    { vocabulary, names, phraseIds, phraseDf, wordOf }: Known,
    spelling: Spelling,
    thesaurus: Thesaurus,
    paraphrases: Paraphrases,
  ) {
    this.#names = names;
    this.#vocabulary = vocabulary;
    this.#phraseIds = phraseIds;
    this.#phraseDf = phraseDf;
    this.#wordOf = wordOf;
    this.#background = vocabulary.passages + BACKGROUND_WEIGHT * BACKGROUND_PASSAGES;
    this.#paraphrases = paraphrases;
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

  expand(question: Question): ExpandedQuery {
    const terms: QueryTerm[] = [];
    const query: WeightedTerm[] = [];
    const missing: string[] = [];
    const corrections: Correction[] = [];
    const said = this.#sayOtherwise(question);
    for (const wanted of question.terms) {
      const { term, word, typed, name, share } = wanted;
      const id = this.#vocabulary.id(term);
      const matches: Match[] = id === -1 ? [] : [exactly(id, 1)];
      const synonyms = this.#synonyms(wanted);
      const paraphrases = said.get(term) ?? [];
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
            matches.push(exactly(other.id, similarity));
            query.push(this.#query(other.id, similarity * share, other.word));
          }
        } else if (this.#vocabulary.relatives(term).length === 0 && synonyms.length + paraphrases.length === 0)
          missing.push(typed);
      } else query.push(this.#query(id, share, word));
      const known = matches[0]?.id ?? -1;
      matches.push(...this.#vocabulary.relatives(term).map(({ id, similarity }) => exactly(id, similarity)));
      const weight = this.#weigh(known, corrected ?? word);
      const tell = (like: readonly Like[]) => like.map((one) => this.#tell(one, weight));
      const scaledSynonyms = tell(synonyms);
      const bySynonym = new Map(scaledSynonyms.map(({ id, idfScaled }) => [id, idfScaled]));
      terms.push({
        idf: share * weight,
        english: this.#thesaurus.frequency(corrected ?? word) / TAGGED_WORDS,
        name: name || this.#names.has(known),
        number: /^\d/.test(term),
        matches,
        synonyms: scaledSynonyms,
        paraphrases: tell(paraphrases).map((match) => ({
          ...match,
          idfScaled: noisyOr(match.idfScaled, bySynonym.get(match.id) ?? 0),
        })),
      });
    }
    return { terms, query, missing, corrections };
  }

  /** Of each term, the words and phrases of the documents that people use for it, or for a phrase it stands in. */
  #sayOtherwise({ tokens, earlier }: Question): ReadonlyMap<string, readonly Like[]> {
    const entries = new Map<string, Set<number>>();
    for (const words of [tokens, earlier]) {
      const all = this.#paraphrases.occurrences(words.slice(0, MAX_WORDS));
      for (const { entry, at } of all) {
        const isPart = all.some((other) => other.at.length > at.length && at.every((i) => other.at.includes(i)));
        if (isPart) continue;
        for (const i of at) {
          const { term, stop } = words[i] as Token;
          if (!stop) entries.set(term, (entries.get(term) ?? new Set()).add(entry));
        }
      }
    }
    return new Map([...entries].map(([term, found]) => [term, this.#paraphrasesOfAll(found)]));
  }

  #paraphrasesOfAll(entries: ReadonlySet<number>): Like[] {
    const best = new Map<number, number>();
    for (const entry of entries) {
      for (const { id, similarity } of this.#paraphrasesOf(entry)) {
        if (similarity > (best.get(id) ?? 0)) best.set(id, similarity);
      }
    }
    return [...best].map(([id, similarity]) => ({ id, similarity }));
  }

  #paraphrasesOf(entry: number): readonly Like[] {
    let matches = this.#known.get(entry);
    if (matches === undefined) {
      const found: Like[] = [];
      const own = this.#phraseIds.get(entry);
      if (own !== undefined) found.push({ id: own, similarity: 1 });
      for (const [other, similarity] of this.#paraphrases.like(entry)) {
        const id = this.#paraphrases.isPhrase(other)
          ? (this.#phraseIds.get(other) ?? -1)
          : this.#vocabulary.id(this.#paraphrases.terms(other));
        if (id !== -1) found.push({ id, similarity });
      }
      matches = found;
      if (this.#known.size >= MAX_REMEMBERED) this.#known.clear();
      this.#known.set(entry, matches);
    }
    return matches;
  }

  /**
   * The idf of a term, were the passages joined by some of everyday English. In a small folder "come" may
   * stand in one passage and the person it is about in all; English knows better.
   */
  #weigh(id: number, word: string): number {
    const held =
      this.#vocabulary.documentFrequency(id) +
      BACKGROUND_WEIGHT * Math.min(this.#thesaurus.frequency(word), BACKGROUND_PASSAGES);
    return inverseFrequency(this.#background, held);
  }

  #tell({ id, similarity }: Like, weight: number): Match {
    const ratio = Math.min(1, this.#weightOf(id) / weight);
    return { id, similarity, idfScaled: similarity * Math.sqrt(ratio) };
  }

  /** The same of a term or a phrase of the documents. */
  #weightOf(id: number): number {
    let weight = this.#weights[id];
    if (weight === undefined) {
      const term = this.#vocabulary.terms[id];
      weight =
        term === undefined
          ? inverseFrequency(this.#background, this.#phraseDf[id - this.#vocabulary.size] ?? 0)
          : this.#weigh(id, this.#wordOf.get(term) ?? term);
      this.#weights[id] = weight;
    }
    return weight;
  }

  /** MiniSearch weighs by the folder's idf alone: the boost makes that our own. */
  #query(id: number, similarity: number, word: string): WeightedTerm {
    const weight = (similarity * this.#weigh(id, word)) / this.#vocabulary.idf(id);
    return { term: this.#vocabulary.terms[id] as string, weight };
  }

  #respell(word: string): (Like & { readonly word: string })[] {
    // A word that English knows was meant as it stands.
    if (this.#thesaurus.knows(word)) return [];
    return this.#spelling
      .respell(word)
      .map(({ word: other, similarity }) => ({ word: other, similarity, id: this.#idOf(other) }))
      .filter(({ id }) => id !== -1);
  }

  /** Of the word, and of the phrase it makes with the next one ("kick out"). */
  #synonyms({ word, phrase }: QuestionTerm): readonly Like[] {
    const single = this.#synonymsOf(word);
    const ofPhrase = phrase === null ? [] : this.#synonymsOf(phrase);
    return ofPhrase.length === 0 ? single : [...single, ...ofPhrase];
  }

  #synonymsOf(entry: string): readonly Like[] {
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

function exactly(id: number, similarity: number): Match {
  return { id, similarity, idfScaled: similarity };
}
