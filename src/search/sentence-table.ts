import type { Passage } from "../documents/document.ts";
import { textAbove } from "../documents/passages.ts";
import type { Paraphrases } from "../lexicon/paraphrases.ts";
import { entityBits } from "../text/entities/entity-bits.ts";
import { CALENDAR, NAME } from "../text/entities/entity-kinds.ts";
import { impliedTerms } from "../text/entities/implied-terms.ts";
import { tokenize } from "../text/tokens.ts";
import { contentTerms } from "./content-terms.ts";
import { sentenceBits } from "./sentence-bits.ts";
import { smallWordsIn } from "./small-words.ts";
import { readStructure, type Structure } from "./structure.ts";
import { Vocabulary } from "./vocabulary.ts";

/**
 * What can be known of each sentence before any question comes, in flat arrays: ranking a question is then a walk
 * over numbers.
 */
export interface SentenceTable extends Structure {
  readonly vocabulary: Vocabulary;
  /** First sentence of each passage; one more at the end. */
  readonly passageStart: Int32Array;
  /** Document of each passage. */
  readonly documentOf: Int32Array;
  /** Passage of each sentence. */
  readonly passageOf: Int32Array;
  /** First token of each sentence; one more at the end. Stop words are not among the tokens. */
  readonly tokenStart: Int32Array;
  /** Term number of each token. */
  readonly tokens: Int32Array;
  /** Position of each token in its sentence, stop words counted. */
  readonly positions: Uint16Array;
  /** Where each token starts and ends in its document's text. */
  readonly tokenSpans: Uint32Array;
  /** What each token is: the bits of entity-kinds.ts. */
  readonly tokenBits: Uint32Array;
  /** Terms that are written with a capital nearly wherever they stand inside a sentence. */
  readonly names: ReadonlySet<number>;
  /** What each sentence holds: the bits of sentence-bits.ts. */
  readonly sentenceBits: Uint16Array;
  /** Which small words each sentence holds: the bits of small-words.ts. */
  readonly smallWords: Uint32Array;
  /** Sum of the idf of each sentence's tokens. */
  readonly sentenceIdf: Float64Array;
  /** First phrase of each sentence; one more at the end. */
  readonly phraseStart: Int32Array;
  /** Numbers of the phrases that stand in the sentences, counted on from the vocabulary's terms. */
  readonly phrases: Int32Array;
  /** Number of each phrase by its entry among the paraphrases. */
  readonly phraseIds: ReadonlyMap<number, number>;
  /** Passages that hold each phrase. */
  readonly phraseDf: readonly number[];
  /** Words of each sentence, stop words counted. */
  readonly sentenceLength: Uint16Array;
  /** Term numbers of each passage's headings, and of its document's title. */
  readonly headingTerms: readonly Int32Array[];
  readonly titleTerms: readonly Int32Array[];
}

export function buildSentenceTable(passages: readonly Passage[], paraphrases: Paraphrases): SentenceTable {
  const analysed = passages.map((passage) =>
    passage.sentences.map(({ start, end }) =>
      analyseSentence(passage.document.text.slice(start, end), start, paraphrases),
    ),
  );
  const outer = new Map<string, string[]>();
  const termsOf = (text: string) => {
    const terms = outer.get(text) ?? contentTerms(text);
    outer.set(text, terms);
    return terms;
  };
  const vocabulary = new Vocabulary(
    passages.map((passage, i) => [
      ...(analysed[i] ?? []).flatMap((sentence) => sentence.terms),
      ...termsOf(textAbove(passage)),
      ...termsOf(passage.document.source.title),
    ]),
  );
  const sentences = analysed.flat();
  const ids = (terms: readonly string[]) => Int32Array.from(terms, (term) => vocabulary.id(term));
  const tokens = ids(sentences.flatMap((sentence) => sentence.terms));
  const tokenBits = Uint32Array.from(sentences.flatMap((sentence) => sentence.tokenBits));
  const positions = Uint16Array.from(sentences.flatMap((sentence) => sentence.positions));
  const phraseIds = new Map<number, number>();
  const phraseDf: number[] = [];
  for (const passage of analysed) {
    for (const entry of new Set(passage.flatMap(({ phrases }) => phrases))) {
      const id = phraseIds.get(entry) ?? vocabulary.size + phraseIds.size;
      phraseIds.set(entry, id);
      phraseDf[id - vocabulary.size] = (phraseDf[id - vocabulary.size] ?? 0) + 1;
    }
  }
  return {
    ...readStructure(passages, vocabulary),
    vocabulary,
    phraseIds,
    phraseDf,
    phraseStart: starts(sentences.map((sentence) => sentence.phrases.length)),
    phrases: Int32Array.from(
      sentences.flatMap((sentence) => sentence.phrases.map((entry) => phraseIds.get(entry) as number)),
    ),
    names: findNames(tokens, tokenBits, positions),
    documentOf: numberDocuments(passages),
    passageOf: Int32Array.from(analysed.flatMap((list, passage) => list.map(() => passage))),
    passageStart: starts(analysed.map((passage) => passage.length)),
    tokenStart: starts(sentences.map((sentence) => sentence.terms.length)),
    tokens,
    positions,
    tokenSpans: Uint32Array.from(sentences.flatMap((sentence) => sentence.spans)),
    tokenBits,
    sentenceBits: Uint16Array.from(sentences, (sentence) => sentence.bits),
    smallWords: Uint32Array.from(sentences, (sentence) => sentence.smallWords),
    sentenceIdf: Float64Array.from(sentences, ({ terms }) =>
      terms.reduce((sum, term) => sum + vocabulary.idf(vocabulary.id(term)), 0),
    ),
    sentenceLength: Uint16Array.from(sentences, (sentence) => sentence.length),
    headingTerms: passages.map((passage) => ids(termsOf(textAbove(passage)))),
    titleTerms: shareByTitle(passages, (title) => ids(termsOf(title))),
  };
}

function numberDocuments(passages: readonly Passage[]): Int32Array {
  let number = -1;
  return Int32Array.from(passages, ({ document }, i) => (document === passages[i - 1]?.document ? number : ++number));
}

function starts(lengths: readonly number[]): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) offsets[i + 1] = (offsets[i] as number) + length;
  return offsets;
}

function analyseSentence(text: string, offset: number, paraphrases: Paraphrases) {
  const all = tokenize(text);
  const terms: string[] = [];
  const positions: number[] = [];
  const spans: number[] = [];
  const tokenBits: number[] = [];
  const bits = entityBits(text, all);
  const implied = impliedTerms(text, all);
  for (const [i, { term, stop, start, end }] of all.entries()) {
    const unwritten = implied.get(i) ?? [];
    for (const own of stop ? unwritten : [term, ...unwritten]) {
      terms.push(own);
      positions.push(i);
      spans.push(start + offset, end + offset);
      tokenBits.push(own === term ? (bits[i] as number) : (bits[i] as number) & CALENDAR);
    }
  }
  const phrases = paraphrases
    .occurrences(all)
    .map(({ entry }) => entry)
    .filter((entry) => paraphrases.isPhrase(entry));
  return {
    terms,
    positions,
    spans,
    tokenBits,
    bits: sentenceBits(text),
    smallWords: smallWordsIn(all),
    phrases,
    length: all.length,
  };
}

function shareByTitle(passages: readonly Passage[], make: (title: string) => Int32Array): Int32Array[] {
  const made = new Map<string, Int32Array>();
  return passages.map(({ document }) => {
    const { title } = document.source;
    const terms = made.get(title) ?? make(title);
    made.set(title, terms);
    return terms;
  });
}

/** Of the places inside a sentence where a name stands, so many at the least have a capital. */
const MIN_CAPITAL_SHARE = 0.8;

function findNames(tokens: Int32Array, tokenBits: Uint32Array, positions: Uint16Array): Set<number> {
  const inside = new Map<number, number>();
  const capital = new Map<number, number>();
  for (const [i, id] of tokens.entries()) {
    if (positions[i] === 0) continue;
    inside.set(id, (inside.get(id) ?? 0) + 1);
    if ((tokenBits[i] as number) & NAME) capital.set(id, (capital.get(id) ?? 0) + 1);
  }
  return new Set(
    [...capital].filter(([id, count]) => count >= MIN_CAPITAL_SHARE * (inside.get(id) ?? 0)).map(([id]) => id),
  );
}
