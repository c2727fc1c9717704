import type { Lexicon } from "../lexicon/lexicon.ts";
import { noisyOr, type Paraphrases } from "../lexicon/paraphrases.ts";
import { TAGGED_WORDS, type Thesaurus } from "../lexicon/thesaurus.ts";
import { BoundedMap } from "../text/bounded-map.ts";
import { isNumber } from "../text/entities/numbers.ts";
import type { Token } from "../text/tokens.ts";
import { BackgroundIdf } from "./background-idf.ts";
import type { SearchTerm } from "./candidates.ts";
import type { DocumentWords } from "./document-words.ts";
import type { Correction, ExpandedQuery, Match, QueryTerm, SimilarTerm } from "./expanded-query.ts";
import type { Question, QuestionTerm } from "./question.ts";
import type { SentenceTable } from "./sentence-table.ts";
import type { Spelling } from "./spelling.ts";
import { Synonyms } from "./synonyms.ts";
import { type TermVariants, Variants } from "./variants.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordForms } from "./word-forms.ts";

/** Words of a question that are read for phrases: far more than its terms. */
const MAX_WORDS = 200;

/** Phrases whose likes are kept, so that a stream of questions does not grow without end. */
const MAX_CACHED = 20_000;

/** What the documents hold. */
type Collection = Pick<SentenceTable, "vocabulary" | "names" | "phraseIds" | "phraseDf">;

/**
 * Leads the terms of a question to those of the documents: other ways to write them, spelling, word families, synonyms,
 * paraphrases.
 */
export class QueryExpander {
  readonly #vocabulary: Vocabulary;
  readonly #names: ReadonlySet<number>;
  readonly #phraseIds: ReadonlyMap<number, number>;
  readonly #idf: BackgroundIdf;
  readonly #variants: Variants;
  readonly #spelling: Spelling;
  readonly #thesaurus: Thesaurus;
  readonly #synonyms: Synonyms;
  readonly #paraphrases: Paraphrases;
  readonly #paraphraseCache = new BoundedMap<number, readonly SimilarTerm[]>(MAX_CACHED);

  constructor(
    collection: Collection,
    words: DocumentWords,
    forms: WordForms,
    spelling: Spelling,
    { thesaurus, paraphrases }: Lexicon,
  ) {
    this.#vocabulary = collection.vocabulary;
    this.#names = collection.names;
    this.#phraseIds = collection.phraseIds;
    this.#idf = new BackgroundIdf(collection, words, thesaurus);
    this.#variants = new Variants(words, forms);
    this.#spelling = spelling;
    this.#thesaurus = thesaurus;
    this.#synonyms = new Synonyms(collection.vocabulary, thesaurus);
    this.#paraphrases = paraphrases;
  }

  expand(question: Question): ExpandedQuery {
    const terms: QueryTerm[] = [];
    const query: SearchTerm[] = [];
    const missing: string[] = [];
    const corrections: Correction[] = [];
    const paraphrasesOf = this.#paraphrase(question);
    const variantsOf = this.#variants.of(question);
    for (const [i, questionTerm] of question.terms.entries()) {
      const { term, word, typed, name, share, onlyAsks } = questionTerm;
      const id = this.#vocabulary.id(term);
      const matches: Match[] = id === -1 ? [] : [toMatch(id, 1)];
      const synonyms = this.#synonymsOf(questionTerm);
      const paraphrases = paraphrasesOf.get(term) ?? [];
      let corrected: string | undefined;
      if (id !== -1) query.push(this.#toSearch(id, share));
      for (const [variant, similarity] of variantsOf[i] as TermVariants) {
        const variantId = this.#vocabulary.id(variant);
        if (variantId === -1) continue;
        matches.push(toMatch(variantId, similarity));
        query.push(this.#toSearch(variantId, similarity * share));
      }
      if (matches.length === 0) {
        const respellings = this.#respell(word);
        const [best] = respellings;
        if (best !== undefined) {
          corrected = best.word;
          corrections.push({ from: typed, to: best.word });
        }
        for (const other of respellings) {
          // What was most likely meant counts as if it had been typed.
          const similarity = other === best ? 1 : other.similarity;
          matches.push(toMatch(other.id, similarity));
          query.push(this.#toSearch(other.id, similarity * share));
        }
        const isLike = this.#vocabulary.relatives(term).length + synonyms.length + paraphrases.length > 0;
        if (best === undefined && !isLike && !onlyAsks && !this.#variants.stands(questionTerm)) missing.push(typed);
      }
      const bestId = matches[0]?.id ?? -1;
      matches.push(...this.#vocabulary.relatives(term).map(({ id, similarity }) => toMatch(id, similarity)));
      const idf = this.#idf.ofWord(bestId, corrected ?? word);
      const scaledSynonyms = this.#scaleByIdf(synonyms, idf);
      const bySynonym = new Map(scaledSynonyms.map(({ id, idfScaled }) => [id, idfScaled]));
      terms.push({
        idf: share * idf,
        english: this.#thesaurus.frequency(corrected ?? word) / TAGGED_WORDS,
        name: name || this.#names.has(bestId),
        number: isNumber(term),
        matches,
        synonyms: scaledSynonyms,
        paraphrases: this.#scaleByIdf(paraphrases, idf).map((match) => ({
          ...match,
          idfScaled: noisyOr(match.idfScaled, bySynonym.get(match.id) ?? 0),
        })),
      });
    }
    return { terms, query, missing, corrections };
  }

  /** Of each term, the words and phrases of the documents that people use for it, or for a phrase it stands in. */
  #paraphrase({ tokens, earlier }: Question): ReadonlyMap<string, readonly SimilarTerm[]> {
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

  #paraphrasesOfAll(entries: ReadonlySet<number>): SimilarTerm[] {
    return mostSimilar([...entries].flatMap((entry) => this.#paraphrasesOf(entry)));
  }

  #paraphrasesOf(entry: number): readonly SimilarTerm[] {
    let similar = this.#paraphraseCache.get(entry);
    if (similar === undefined) {
      const found: SimilarTerm[] = [];
      const own = this.#phraseIds.get(entry);
      if (own !== undefined) found.push({ id: own, similarity: 1 });
      for (const [other, similarity] of this.#paraphrases.like(entry)) {
        const id = this.#paraphrases.isPhrase(other)
          ? (this.#phraseIds.get(other) ?? -1)
          : this.#vocabulary.id(this.#paraphrases.terms(other));
        if (id !== -1) found.push({ id, similarity });
      }
      similar = found;
      this.#paraphraseCache.set(entry, similar);
    }
    return similar;
  }

  /** @param idf of the question's term */
  #scaleByIdf(similar: readonly SimilarTerm[], idf: number): Match[] {
    return similar.map(({ id, similarity }) => {
      const ratio = Math.min(1, this.#idf.ofTerm(id) / idf);
      return { id, similarity, idfScaled: similarity * Math.sqrt(ratio) };
    });
  }

  #toSearch(id: number, similarity: number): SearchTerm {
    return { term: this.#vocabulary.terms.get(id), similarity };
  }

  #respell(word: string): (SimilarTerm & { readonly word: string })[] {
    // A word that English knows was meant as it stands.
    if (this.#thesaurus.knows(word)) return [];
    return this.#spelling
      .respell(word)
      .map(({ word: other, similarity }) => ({ word: other, similarity, id: this.#vocabulary.idOfWord(other) }))
      .filter(({ id }) => id !== -1);
  }

  /** Of the word, and of the phrase it makes with the next one ("kick out"). */
  #synonymsOf({ word, phrase }: QuestionTerm): readonly SimilarTerm[] {
    const single = this.#synonyms.of(word);
    const ofPhrase = phrase === null ? [] : this.#synonyms.of(phrase);
    return ofPhrase.length === 0 ? single : [...single, ...ofPhrase];
  }
}

/** Each term once, with its greatest similarity, in the order in which they came first. */
function mostSimilar(terms: readonly SimilarTerm[]): SimilarTerm[] {
  const best = new Map<number, number>();
  for (const { id, similarity } of terms) if (similarity > (best.get(id) ?? 0)) best.set(id, similarity);
  return [...best].map(([id, similarity]) => ({ id, similarity }));
}

function toMatch(id: number, similarity: number): Match {
  return { id, similarity, idfScaled: similarity };
}
