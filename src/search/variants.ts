import { otherNumberForm } from "../text/entities/number-forms.ts";
import { RecentMap } from "../text/recent-map.ts";
import type { Token } from "../text/tokens.ts";
import { areJoined, partsOf, termOfJoined } from "./compounds.ts";
import type { DocumentWords } from "./document-words.ts";
import type { Question, QuestionTerm } from "./question.ts";
import type { WordForms } from "./word-forms.ts";

/** Words of a question that may be one in the documents: "get user by id" and `GetUserById`. */
const MAX_JOINED = 5;
/** How well words that the question parts by a space stand for one of the documents. */
const PARTED = 0.9;
/** Words of questions whose other ways of writing are remembered. */
const MAX_REMEMBERED = 5_000;

/** A question's word in the other ways to write it that the documents use: their terms, and how alike they are. */
export type TermVariants = ReadonlyMap<string, number>;

/**
 * Leads words of a question to other ways of writing them: other forms of the word, with and without hyphen, the parts
 * of a compound and the whole, digits and number words, "ue" for "ü".
 */
export class Variants {
  readonly #words: DocumentWords;
  readonly #forms: WordForms;
  readonly #known = new RecentMap<string, TermVariants>(MAX_REMEMBERED);

  constructor(words: DocumentWords, forms: WordForms) {
    this.#words = words;
    this.#forms = forms;
  }

  /** @returns for each term of the question, in its order, the terms of the documents that are another way to write it */
  of({ tokens, text, terms }: Question): TermVariants[] {
    const joined = this.#joined(text, tokens);
    return terms.map((term) => {
      const variants = new Map(this.#ofTerm(term));
      for (const whole of joined.get(term.term) ?? []) keepMax(variants, whole.term, whole.similarity);
      variants.delete(term.term);
      return variants;
    });
  }

  /** Whether a word stands anywhere in the documents, their titles, file names or citations, be it as part of another. */
  stands({ term, word }: QuestionTerm): boolean {
    if (this.#forms.stands(word)) return true;
    const spellings = [term, word, ...otherSpellings(word, word)];
    return spellings.some(
      (spelling) => this.#words.stands(spelling) || this.#words.stands(termOfJoined(spelling) ?? ""),
    );
  }

  #ofTerm(questionTerm: QuestionTerm): TermVariants {
    const key = `${questionTerm.term} ${questionTerm.word} ${questionTerm.typed}`;
    const variants = this.#known.get(key) ?? this.#findOfTerm(questionTerm);
    this.#known.set(key, variants);
    return variants;
  }

  #findOfTerm({ term, word, typed }: QuestionTerm): Map<string, number> {
    const words = this.#words;
    const stands = words.termCount(term) > 0;
    const variants = this.#forms.of(word, term, stands);
    for (const spelling of otherSpellings(word, typed)) {
      const other = termOfJoined(spelling);
      if (other === null) continue;
      if (words.termCount(other) > 0) keepMax(variants, other, 1);
      this.#addCompound(variants, other);
    }
    this.#addCompound(variants, term);
    for (const [whole, similarity] of words.wholes(term)) {
      if ((!stands || similarity > 0.5) && words.termCount(whole) > 0) keepMax(variants, whole, similarity);
    }
    for (const { part, similarity } of partsOf(typed)) {
      if ((!stands || similarity > 0.5) && !part.stop && words.termCount(part.term) > 0) {
        keepMax(variants, part.term, similarity);
      }
    }
    return variants;
  }

  /** The parts of a compound, each as well as it tells of it: "fi" stands only in "wi-fi", "mail" not only in "e-mail". */
  #addCompound(variants: Map<string, number>, joined: string): void {
    const compound = this.#words.compound(joined);
    for (const part of compound?.parts ?? []) {
      const count = this.#words.termCount(part);
      if (count > 0) keepMax(variants, part, Math.min(1, (compound?.count ?? 0) / count));
    }
  }

  /** Neighbours in the question that are one word in the documents, by their terms. */
  #joined(text: string, tokens: readonly Token[]): Map<string, { term: string; similarity: number }[]> {
    const found = new Map<string, { term: string; similarity: number }[]>();
    for (let first = 0; first < tokens.length; first++) {
      let together = true;
      for (let last = first + 1; last < Math.min(tokens.length, first + MAX_JOINED); last++) {
        together &&= areJoined(text, tokens[last - 1] as Token, tokens[last] as Token);
        const run = tokens.slice(first, last + 1);
        // "a way" is no "away": where a space parts them, both ends must be words of their own.
        if (!together && (run[0]?.stop || run.at(-1)?.stop)) continue;
        const joined = run.map(({ word }) => word).join("");
        const term = this.#words.termOf(joined) ?? (together ? termOfJoined(joined) : null);
        if (term === null || this.#words.termCount(term) === 0) continue;
        for (const part of run) {
          const whole = { term, similarity: together ? 1 : PARTED };
          if (!part.stop) found.set(part.term, [...(found.get(part.term) ?? []), whole]);
        }
      }
    }
    return found;
  }
}

/** Number words and digits; "Mueller" for "Müller", and the other way round. */
function otherSpellings(word: string, typed: string): string[] {
  const number = otherNumberForm(word);
  const umlauts = typed
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => `${UMLAUTS[letter]}e`);
  return [
    ...(number === null ? [] : [number]),
    ...(/[äöü]/i.test(typed.normalize("NFC")) ? [umlauts] : []),
    ...(/[aou]e/.test(word) ? [word.replace(/([aou])e/g, "$1")] : []),
  ];
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: "a", ö: "o", ü: "u" };

function keepMax(map: Map<string, number>, term: string, similarity: number): void {
  map.set(term, Math.max(similarity, map.get(term) ?? 0));
}
