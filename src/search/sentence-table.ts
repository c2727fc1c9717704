import type { Passage } from "../documents/document.ts";
import { textAbove } from "../documents/passages.ts";
import type { Paraphrases } from "../lexicon/paraphrases.ts";
import { entityBits } from "../text/entities/entity-bits.ts";
import { CALENDAR, NAME } from "../text/entities/entity-kinds.ts";
import { impliedTerms } from "../text/entities/implied-terms.ts";
import { type Span, slice } from "../text/span.ts";
import type { TokenizedText } from "../text/tokenized-text.ts";
import { GrowingArray } from "./growing-array.ts";
import type { PassageArrays } from "./passages.ts";
import { sentenceBits } from "./sentence-bits.ts";
import { smallWordsIn } from "./small-words.ts";
import { readStructure, type Structure } from "./structure.ts";
import { type TermLists, TermListsBuilder } from "./term-lists.ts";
import { TermCounter, type Vocabulary } from "./vocabulary.ts";

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
  readonly phraseDf: Int32Array;
  /** Words of each sentence, stop words counted. */
  readonly sentenceLength: Uint16Array;
  /** Terms of what stands above passages and sentences; the list of each passage's headings, and of its title. */
  readonly above: TermLists;
  readonly headingsOf: Int32Array;
  readonly titleOf: Int32Array;
}

/** Takes passages one by one, in their order, and makes the table of them. */
export class SentenceTableBuilder {
  readonly #paraphrases: Paraphrases;
  readonly #termsAbove: (text: string) => readonly string[];
  readonly #passages: Passage[] = [];
  readonly #counter = new TermCounter();
  readonly #above = new TermListsBuilder();
  readonly #listOf = new Map<string, number>();
  readonly #headingsOf = new GrowingArray(Int32Array);
  readonly #titleOf = new GrowingArray(Int32Array);
  readonly #passageOf = new GrowingArray(Int32Array);
  readonly #tokenStart = new GrowingArray(Int32Array);
  readonly #tokens = new GrowingArray(Int32Array);
  readonly #positions = new GrowingArray(Uint16Array);
  readonly #tokenSpans = new GrowingArray(Uint32Array);
  readonly #tokenBits = new GrowingArray(Uint32Array);
  readonly #sentenceBits = new GrowingArray(Uint16Array);
  readonly #smallWords = new GrowingArray(Uint32Array);
  readonly #sentenceLength = new GrowingArray(Uint16Array);
  readonly #phraseStart = new GrowingArray(Int32Array);
  /** Entries of the paraphrases. */
  readonly #phrases = new GrowingArray(Int32Array);

  /** @param termsAbove gives the terms of what stands above passages */
  constructor(paraphrases: Paraphrases, termsAbove: (text: string) => readonly string[]) {
    this.#paraphrases = paraphrases;
    this.#termsAbove = termsAbove;
  }

  /** @param whole the text of the passage's document */
  add(passage: Passage, whole: TokenizedText): void {
    for (const span of passage.sentences) this.#addSentence(span, whole);
    this.#headingsOf.push(this.#countAbove(textAbove(passage)));
    this.#titleOf.push(this.#countAbove(passage.document.source.title));
    this.#passages.push(passage);
    this.#counter.next();
  }

  #addSentence(span: Span, whole: TokenizedText): void {
    const text = slice(whole.text, span);
    const all = whole.of(span);
    const bits = entityBits(text, all);
    const implied = impliedTerms(text, all);
    this.#tokenStart.push(this.#tokens.length);
    for (const [i, token] of all.entries()) {
      const own = bits[i] as number;
      if (!token.stop) this.#addToken(token.term, i, token, span, own);
      for (const term of implied.get(i) ?? []) {
        this.#addToken(term, i, token, span, term === token.term ? own : own & CALENDAR);
      }
    }
    this.#passageOf.push(this.#passages.length);
    this.#sentenceBits.push(sentenceBits(text));
    this.#smallWords.push(smallWordsIn(all));
    this.#sentenceLength.push(all.length);
    this.#phraseStart.push(this.#phrases.length);
    for (const entry of this.#paraphrases.phrases(all)) this.#phrases.push(entry);
  }

  #addToken(term: string, position: number, { start, end }: Span, sentence: Span, bits: number): void {
    this.#tokens.push(this.#counter.count(term));
    this.#positions.push(position);
    this.#tokenSpans.push(start + sentence.start);
    this.#tokenSpans.push(end + sentence.start);
    this.#tokenBits.push(bits);
  }

  /** List of the terms of a text that stands above several passages: one and the same for all of them. */
  #countAbove(text: string): number {
    const known = this.#listOf.get(text);
    if (known !== undefined) {
      for (const id of this.#above.get(known)) this.#counter.countAgain(id);
      return known;
    }
    const list = this.#above.add(this.#termsAbove(text).map((term) => this.#counter.count(term)));
    this.#listOf.set(text, list);
    return list;
  }

  /** @param arrays where the same passages stand */
  finish({ sentenceStart: passageStart, documentOf }: PassageArrays): SentenceTable {
    const structure = readStructure(this.#passages, this.#counter, this.#above);
    const vocabulary = this.#counter.finish();
    this.#tokenStart.push(this.#tokens.length);
    this.#phraseStart.push(this.#phrases.length);
    const tokenStart = this.#tokenStart.finish();
    const tokens = this.#tokens.finish();
    const positions = this.#positions.finish();
    const tokenBits = this.#tokenBits.finish();
    const phraseStart = this.#phraseStart.finish();
    return {
      ...structure,
      ...numberPhrases(this.#phrases.finish(), phraseStart, passageStart, vocabulary.size),
      vocabulary,
      phraseStart,
      names: findNames(tokens, tokenBits, positions),
      documentOf,
      passageOf: this.#passageOf.finish(),
      passageStart,
      tokenStart,
      tokens,
      positions,
      tokenSpans: this.#tokenSpans.finish(),
      tokenBits,
      sentenceBits: this.#sentenceBits.finish(),
      smallWords: this.#smallWords.finish(),
      sentenceIdf: sumIdf(tokenStart, tokens, vocabulary),
      sentenceLength: this.#sentenceLength.finish(),
      above: this.#above.finish(),
      headingsOf: this.#headingsOf.finish(),
      titleOf: this.#titleOf.finish(),
    };
  }
}

/** Numbers phrases in the order in which they first stand in the text, and counts the passages of each. */
function numberPhrases(
  entries: Int32Array,
  phraseStart: Int32Array,
  passageStart: Int32Array,
  first: number,
): Pick<SentenceTable, "phrases" | "phraseIds" | "phraseDf"> {
  const phraseIds = new Map<number, number>();
  const phraseDf: number[] = [];
  const countedIn: number[] = [];
  for (let passage = 0; passage + 1 < passageStart.length; passage++) {
    const [from, to] = [passageStart[passage], passageStart[passage + 1]] as [number, number];
    for (let i = phraseStart[from] as number; i < (phraseStart[to] as number); i++) {
      const entry = entries[i] as number;
      const id = phraseIds.get(entry) ?? first + phraseIds.size;
      phraseIds.set(entry, id);
      entries[i] = id;
      if (countedIn[id - first] === passage) continue;
      countedIn[id - first] = passage;
      phraseDf[id - first] = (phraseDf[id - first] ?? 0) + 1;
    }
  }
  return { phrases: entries, phraseIds, phraseDf: Int32Array.from(phraseDf) };
}

function sumIdf(tokenStart: Int32Array, tokens: Int32Array, vocabulary: Vocabulary): Float64Array {
  const sums = new Float64Array(tokenStart.length - 1);
  for (let s = 0; s < sums.length; s++) {
    let sum = 0;
    for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
      sum += vocabulary.idf(tokens[i] as number);
    }
    sums[s] = sum;
  }
  return sums;
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
