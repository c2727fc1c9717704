import type { Document } from "../../documents/document.ts";
import { kept } from "../kept.ts";
import { languagesOf } from "./document-languages.ts";
import { type Language, readLanguage } from "./read-language.ts";

/** A question in a language that no document is written in. */
export interface ForeignQuestion {
  readonly language: Language;
  /** Those of the documents, that of most first. */
  readonly documents: readonly Language[];
}

/**
 * Makes a function that tells a question in another language than the documents'. What these are written in is looked at
 * once, at the first question.
 *
 * @param all the documents: the text of those that are looked at is read
 * @param isEnglish whether English has a word, in any of its forms
 */
export function createForeignQuestion(all: readonly Pick<Document, "text">[], isEnglish: (word: string) => boolean) {
  const languages = kept(() => languagesOf(all));
  /** @returns null where that is not sure */
  return async (question: string): Promise<ForeignQuestion | null> => {
    const language = await readLanguage(question, isEnglish);
    if (language === null) return null;
    const documents = await languages();
    if (documents.length === 0 || documents.includes(language)) return null;
    return { language, documents };
  };
}
