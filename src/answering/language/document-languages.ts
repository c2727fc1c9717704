import type { Document } from "../../documents/document.ts";
import { stopWords } from "../../text/stop-words.ts";
import { functionWords } from "./function-words.ts";
import { isLatin, LATIN, type Language, MIN_WORDS, rankLanguages, readByScript, wordsOf } from "./read-language.ts";

/** Words of a text that are looked at for its language. */
const SAMPLE = 400;
/** Share of its words that a language's function words are at the least, where a text is written in it. */
const MIN_SHARE = 0.15;

/** Letters that a text of some length in the language has, where its neighbours of the same script lack them. */
const HAS: Partial<Readonly<Record<Language, RegExp>>> = { ru: /[ыэё]/i, uk: /[іїєґ]/i };

/** Words that a text in the language has not, where a neighbour that the detector does not know has them: Catalan. */
const LACKS: Partial<Readonly<Record<Language, RegExp>>> = {
  es: /(?<!\p{L})(?:amb|els|dels|és|això|aquest|aquesta)(?!\p{L})/iu,
};

/** Tells the language of a text of some length. @returns null where it is none of those known, or too little of one */
async function languageOfText(text: string): Promise<Language | null> {
  const sample = text.slice(0, SAMPLE * 12);
  const words = wordsOf(sample).slice(0, SAMPLE);
  if (words.length < MIN_WORDS) return null;
  if (!isLatin(sample)) {
    const language = readByScript(sample, words);
    return language === null || HAS[language]?.test(sample) === false ? null : language;
  }
  const candidates = [["en", stopWords] as const, ...LATIN.map((name) => [name, functionWords[name]] as const)];
  let best: { language: Language | null; count: number } = { language: null, count: MIN_SHARE * words.length };
  for (const [language, known] of candidates) {
    const count = words.filter(({ word }) => known.has(word)).length;
    if (count > best.count) best = { language, count };
  }
  if (best.language === "en" || best.language === null) return best.language;
  // Norwegian has many of the words of Swedish.
  const [first] = await rankLanguages(words.map(({ typed }) => typed).join(" "));
  return first === best.language && LACKS[first]?.test(sample) !== true ? first : null;
}

/** Share of the documents from which their language is one of the folder's. */
const MIN_DOCUMENTS = 0.1;
/** Documents that are looked at, evenly over the folder. */
const MAX_DOCUMENTS = 40;

/**
 * Tells the languages that documents are written in.
 *
 * @param documents all of them: the text of those that are looked at is read
 * @returns that of most first; none where it cannot be told of most of the documents
 */
export async function languagesOf(documents: readonly Pick<Document, "text">[]): Promise<Language[]> {
  const step = Math.max(1, documents.length / MAX_DOCUMENTS);
  const counts = new Map<Language, number>();
  let looked = 0;
  let known = 0;
  for (let i = 0; i < documents.length; i += step) {
    const language = await languageOfText((documents[Math.floor(i)] as Pick<Document, "text">).text);
    looked++;
    if (language === null) continue;
    known++;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  if (known < looked / 2) return [];
  return [...counts]
    .filter(([, count]) => count >= MIN_DOCUMENTS * known)
    .sort((a, b) => b[1] - a[1])
    .map(([language]) => language);
}
