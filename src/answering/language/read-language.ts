import { stopWords } from "../../text/stop-words.ts";
import { askingWords, type ForeignLanguage, functionWords } from "./function-words.ts";

/** ISO 639-1. */
export type Language = ForeignLanguage | "en";

/** Fewer words are a name, a thing or a slip. */
export const MIN_WORDS = 3;
/** Characters that are looked at. */
const MAX_LENGTH = 1_000;

export const LATIN: readonly ForeignLanguage[] = ["de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr"];
const SCRIPTS: readonly (readonly [script: RegExp, languages: readonly ForeignLanguage[]])[] = [
  [/\p{sc=Cyrl}/gu, ["ru", "uk"]],
  [/\p{sc=Arab}/gu, ["ar"]],
  [/\p{sc=Deva}/gu, ["hi"]],
  [/\p{sc=Hang}/gu, ["ko"]],
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, ["ja"]],
  [/\p{sc=Han}/gu, ["zh"]],
];
const UNSPACED = new Set<ForeignLanguage>(["zh", "ja", "ko"]);
/** Of scripts without spaces: characters of a question at the least. */
const MIN_UNSPACED = 4;

/**
 * Tells the language that a question is asked in, where that is sure: by its script, or by the words that its sentence is
 * built with, and then only if the detector (n-grams, tinyld) puts that language before English. A name, a word or two,
 * English with foreign words in it, a slip: all these are nobody's language.
 *
 * @param isEnglish whether English has a word, in any of its forms
 * @returns null where it is not sure
 */
export async function readLanguage(text: string, isEnglish: (word: string) => boolean): Promise<Language | null> {
  const question = text.slice(0, MAX_LENGTH).normalize("NFC");
  const words = wordsOf(question);
  if (isLatin(question)) return words.length < MIN_WORDS ? null : readLatin(question, words, isEnglish);
  if (words.some(({ word }) => stopWords.has(word))) return null;
  return readByScript(question, words);
}

/** Whether most letters of a text are Latin ones. */
export function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{sc=Latn}/gu)?.length ?? 0) >= letters / 2;
}

/** Languages by how likely n-grams make them, best first: tinyld's, read when it is first needed. */
export async function rankLanguages(text: string): Promise<readonly string[]> {
  const { detectAll } = await import("tinyld/light");
  return detectAll(text).map(({ lang }) => lang);
}

export interface Word {
  readonly typed: string;
  /** In lower case. */
  readonly word: string;
}

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+/gu), ([typed]) => ({ typed, word: typed.toLowerCase() }));
}

/** Tells the language of a text of another script than Latin. @returns null for a name, or where it is none of those known */
export function readByScript(question: string, words: readonly Word[]): ForeignLanguage | null {
  // Persian and Urdu, whose small words Arabic has too.
  if (/[پچژگٹڈڑے]/.test(question)) return null;
  const candidates = SCRIPTS.find(([script]) => question.match(script) !== null)?.[1] ?? [];
  const counts = candidates.map((language) => ({ language, count: countFunctionWords(question, words, language) }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a), { language: null, count: 0 } as Count);
  const long =
    best.language !== null && UNSPACED.has(best.language) ? question.length >= MIN_UNSPACED : words.length > 1;
  return long ? best.language : null;
}

interface Count {
  readonly language: ForeignLanguage | null;
  readonly count: number;
}

function countFunctionWords(question: string, words: readonly Word[], language: ForeignLanguage): number {
  const known = functionWords[language];
  if (UNSPACED.has(language)) {
    // A letter of a syllabary stands in other words too.
    const alone = language === "ja" ? wordsAlone(question) : null;
    return [...known].filter((word) =>
      alone !== null && word.length === 1 ? alone.has(word) : question.includes(word),
    ).length;
  }
  // Ukrainian and Russian have letters that the other lacks.
  const own = language === "uk" ? /[іїєґ]/gi : language === "ru" ? /[ыэъё]/gi : null;
  const letters = own === null ? 0 : (question.match(own)?.length ?? 0);
  const found = words.filter(({ word }) => known.has(word)).length;
  return found === 0 ? 0 : found + letters;
}

/** The words of a Japanese question. */
function wordsAlone(question: string): ReadonlySet<string> {
  const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
  return new Set(Array.from(segmenter.segment(question), ({ segment }) => segment));
}

/** What speaks for a language. */
interface Evidence {
  readonly language: ForeignLanguage;
  /** Its function words that English lacks. */
  readonly telling: number;
  /** All its function words. */
  readonly built: number;
  /** Those that ask. */
  readonly asks: number;
  /** Of these, those that English lacks. */
  readonly askTelling: number;
  /** Other words that English lacks, written small as no name is. */
  readonly own: number;
}

async function readLatin(
  question: string,
  words: readonly Word[],
  isEnglish: (word: string) => boolean,
): Promise<Language | null> {
  const found = LATIN.map((language) => weigh(words, language, isEnglish)).filter((evidence) => evidence !== null);
  const likely = found.filter((evidence) => isSure(evidence) || isLikely(evidence));
  const english = words.filter(({ word }) => stopWords.has(word)).length;
  if (likely.length === 0 && english < 2) return null;
  const order = await rankLanguages(question);
  const position = (language: string) => (order.includes(language) ? order.indexOf(language) : order.length);
  // Also what is not likely: "plat du jour" has "du" of Swedish too.
  const [best] = found.toSorted((a, b) => b.built - a.built || position(a.language) - position(b.language));
  if (best !== undefined && isSure(best) && order[0] !== "en") return best.language;
  if (best !== undefined && isLikely(best) && order[0] === best.language) return best.language;
  return order[0] === "en" && english >= 2 && found.every(({ telling }) => telling === 0) ? "en" : null;
}

/** @returns null where a function word of English's stands in it that the language lacks */
function weigh(
  words: readonly Word[],
  language: ForeignLanguage,
  isEnglish: (word: string) => boolean,
): Evidence | null {
  const built = new Set<string>();
  const own = new Set<string>();
  for (const { typed, word } of words) {
    if (functionWords[language].has(word)) built.add(word);
    // Letters alone are what an apostrophe leaves: "l’école".
    else if (word.length > 1 && stopWords.has(word)) return null;
    else if (word.length > 1 && (typed === word || language === "de") && !isEnglish(word)) own.add(word);
  }
  const asks = [...built].filter((word) => askingWords[language].has(word));
  const isTelling = (word: string) => !stopWords.has(word) && !isEnglish(word);
  return {
    language,
    telling: [...built].filter(isTelling).length,
    built: built.size,
    asks: asks.length,
    askTelling: asks.filter(isTelling).length,
    own: own.size,
  };
}

/** Whether the words alone are enough, as long as the detector does not take it for English. */
function isSure({ telling, built, asks, askTelling, own }: Evidence): boolean {
  return asks >= 1 && ((telling >= 1 && built >= 4) || (telling >= 2 && own >= 1) || (askTelling >= 1 && own >= 1));
}

/** Whether they are so where the detector takes it for that language. */
function isLikely({ built, asks, own }: Evidence): boolean {
  if (own >= 2) return asks >= 1 || built >= 2;
  return own === 1 && (asks >= 2 || (asks === 1 && built >= 3));
}
