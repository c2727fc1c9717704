import type { Thesaurus } from "../lexicon/thesaurus.ts";
import { irregularBases } from "../text/irregular-forms.ts";
import { possibleBases } from "../text/possible-bases.ts";
import { stemRegular } from "../text/tokens.ts";
import type { DocumentWords } from "./document-words.ts";

/** How alike two forms of a word are that are not one term. */
const SIMILARITY = 0.9;

/** Leads a word to the forms of it that stand in the documents under another term: "leave" to "leaves", "big" to "bigger". */
export class WordForms {
  readonly #words: DocumentWords;
  readonly #thesaurus: Pick<Thesaurus, "knows" | "isLemma">;
  readonly #formsOf = new Map<string, string[]>();

  constructor(words: DocumentWords, thesaurus: Pick<Thesaurus, "knows" | "isLemma">) {
    this.#words = words;
    this.#thesaurus = thesaurus;
    for (const word of words.counts.keys()) {
      for (const base of possibleBases(word)) {
        const forms = this.#formsOf.get(base);
        if (forms === undefined) this.#formsOf.set(base, [word]);
        else forms.push(word);
      }
    }
  }

  /**
   * @param word folded
   * @param stands whether the documents hold the word's own term: then only forms that are in the table of irregular
   *   ones are sought beside it
   * @returns terms of the documents, with how alike they are: less where the term's words are seldom this form
   */
  of(word: string, term: string, stands: boolean): Map<string, number> {
    const { counts, termOf, termCounts } = this.#words;
    const forms = new Set<string>();
    for (const base of possibleBases(word)) {
      for (const form of this.#formsOf.get(base) ?? []) {
        if (termOf.get(form) === term) continue;
        const listed = isListed(word, base) || isListed(form, base);
        const known = isSure(word, term, base) && isSure(form, termOf.get(form) as string, base);
        if ((listed && known) || (!stands && this.#isForm(word, base) && this.#isForm(form, base))) forms.add(form);
      }
    }
    const alike = new Map<string, number>();
    for (const form of forms) {
      const other = termOf.get(form) as string;
      const share = (counts.get(form) as number) / (termCounts.get(other) as number);
      alike.set(other, Math.min(SIMILARITY, (alike.get(other) ?? 0) + SIMILARITY * share));
    }
    return alike;
  }

  /** Whether English knows the base, and for a comparative as what can be compared: no "corner" is more "corn". */
  #isForm(word: string, base: string): boolean {
    if (word === base || isListed(word, base)) return true;
    if (!this.#thesaurus.knows(base)) return false;
    if (!/(?:er|est)$/.test(word) || /(?:er|est)s?$/.test(base)) return true;
    return this.#thesaurus.isLemma(base, "adj") && !this.#thesaurus.isLemma(word, "noun");
  }
}

function isListed(word: string, base: string): boolean {
  return irregularBases(word).includes(base);
}

/** Whether a word is a form of the base by the table of irregular forms, or by its stem. */
function isSure(word: string, term: string, base: string): boolean {
  return word === base || isListed(word, base) || stemRegular(base) === term;
}
