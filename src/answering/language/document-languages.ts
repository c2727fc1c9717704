import { stopWords } from "../../text/stop-words.ts";
import { functionWords } from "./function-words.ts";
import { LATIN, type Language, MIN_WORDS, readByScript, wordsOf } from "./read-language.ts";

/** Words of a text that are looked at for its language. */
const SAMPLE = 400;
/** Share of its words that a language's function words are at the least, where a text is written in it. */
const MIN_SHARE = 0.15;

/** Tells the language of a text of some length. @returns null where it is none of those known, or too little of one */
function languageOfText(text: string): Language | null {
  const sample = text.slice(0, SAMPLE * 12);
  const words = wordsOf(sample).slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if ((sample.match(/\p{sc=Latn}/gu)?.length ?? 0) < letters / 2) return readByScript(sample, words);
  const candidates = [["en", stopWords] as const, ...LATIN.map((name) => [name, functionWords[name]] as const)];
  let best: { language: Language | null; count: number } = { language: null, count: MIN_SHARE * words.length };
  for (const [language, known] of candidates) {
    const count = words.filter(({ word }) => known.has(word)).length;
    if (count > best.count) best = { language, count };
  }
  return words.length < MIN_WORDS ? null : best.language;
}

/** Share of the documents from which their language is one of the folder's. */
const MIN_DOCUMENTS = 0.1;
/** Documents that are looked at, evenly over the folder. */
const MAX_DOCUMENTS = 40;

/** Languages that documents are written in, that of most first; none where that cannot be told. */
export function languagesOf(texts: readonly string[]): Language[] {
  const step = Math.max(1, texts.length / MAX_DOCUMENTS);
  const counts = new Map<Language, number>();
  let looked = 0;
  for (let i = 0; i < texts.length; i += step) {
    const language = languageOfText(texts[Math.floor(i)] as string);
    if (language === null) continue;
    looked++;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= MIN_DOCUMENTS * looked)
    .sort((a, b) => b[1] - a[1])
    .map(([language]) => language);
}
