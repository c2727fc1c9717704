import type { Thesaurus } from "../lexicon/thesaurus.ts";
import { hashOf } from "../text/hash.ts";
import { irregularBases } from "../text/irregular-forms.ts";
import { possibleBases } from "../text/possible-bases.ts";
import { stemRegular } from "../text/tokens.ts";
import type { DocumentWords } from "./document-words.ts";
import { HashedPostings, type PostingsArrays, PostingsCollector } from "./hashed-postings.ts";

/** How alike two forms of a word are that only a rule joins. */
const BY_RULE = 0.9;
/** And of a form that has become a word of its own: "born", of "bear"; "better", of "good". */
const OWN_WORD = 0.5;

/** The words of documents by their possible bases. */
export function listBases({ words }: DocumentWords): PostingsArrays {
  const byBase = new PostingsCollector();
  let number = 0;
  for (const word of words) {
    for (const base of possibleBases(word)) byBase.add(hashOf(base), number);
    number++;
  }
  return byBase.finish();
}

/** Leads a word to the forms of it that stand in the documents under another term: "leave" to "leaves", "big" to "bigger". */
export class WordForms {
  readonly #words: DocumentWords;
  readonly #thesaurus: Pick<Thesaurus, "knows" | "isLemma">;
  readonly #byBase: HashedPostings;

  /** @param byBase of `listBases` for these words */
  constructor(words: DocumentWords, byBase: PostingsArrays, thesaurus: Pick<Thesaurus, "knows" | "isLemma">) {
    this.#words = words;
    this.#thesaurus = thesaurus;
    this.#byBase = new HashedPostings(byBase);
  }

  get arrays(): PostingsArrays {
    return this.#byBase.arrays;
  }

  /** The words of the documents that may be forms of a base. */
  #formsOf(base: string): string[] {
    const forms = Array.from(this.#byBase.get(hashOf(base)), (id) => this.#words.words.get(id));
    return forms.filter((form, i) => form !== forms[i - 1] && possibleBases(form).includes(base));
  }

  /**
   * @param word folded
   * @param stands whether the documents hold the word's own term: then only forms that are in the table of irregular
   *   ones are sought beside it
   * @returns terms of the documents, with how alike they are: less where the term's words are seldom this form
   */
  of(word: string, term: string, stands: boolean): Map<string, number> {
    const words = this.#words;
    const alike = new Map<string, number>();
    const seen = new Set<string>();
    for (const base of possibleBases(word)) {
      for (const form of this.#formsOf(base)) {
        const other = words.termOf(form) as string;
        if (other === term || seen.has(form)) continue;
        const listed = isListed(word, base) || isListed(form, base);
        const known = isSure(word, term, base) && isSure(form, other, base);
        if (!(listed && known) && (stands || !this.#isForm(word, base) || !this.#isForm(form, base))) continue;
        seen.add(form);
        const isOwn = isOwnWord(word, base) || isOwnWord(form, base);
        const similarity = !listed ? BY_RULE : isOwn ? OWN_WORD : 1;
        const share = words.count(form) / words.termCount(other);
        alike.set(other, Math.min(1, (alike.get(other) ?? 0) + similarity * share));
      }
    }
    return alike;
  }

  /** Whether any word stands in the documents that this may be a form of, or a form of the same word: "dimmer" for "dim". */
  stands(word: string): boolean {
    return possibleBases(word).some(
      (base) => this.#mayBeForm(word, base) && this.#formsOf(base).some((form) => this.#mayBeForm(form, base)),
    );
  }

  /**
   * Whether English knows the base, and for a comparative as what can be compared, where that is no noun itself: no
   * "corner" is more "corn", and no "number" more "numb".
   */
  #isForm(word: string, base: string): boolean {
    return this.#mayBeForm(word, base) && !(isCompared(word, base) && this.#thesaurus.isLemma(word, "noun"));
  }

  #mayBeForm(word: string, base: string): boolean {
    if (word === base || isListed(word, base)) return true;
    return this.#thesaurus.knows(base) && (!isCompared(word, base) || this.#thesaurus.isLemma(base, "adj"));
  }
}

/** Whether a word is the base with "-er" or "-est". */
function isCompared(word: string, base: string): boolean {
  return word !== base && !isListed(word, base) && /(?:er|est)$/.test(word) && !/(?:er|est)s?$/.test(base);
}

function isOwnWord(word: string, base: string): boolean {
  return word !== base && irregularBases(word)[0] === word;
}

function isListed(word: string, base: string): boolean {
  return irregularBases(word).includes(base);
}

/** Whether a word is a form of the base by the table of irregular forms, or by its stem. */
function isSure(word: string, term: string, base: string): boolean {
  return word === base || isListed(word, base) || stemRegular(base) === term;
}
