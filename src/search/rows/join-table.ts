import { NAME } from "../../text/entities/entity-kinds.ts";
import { GrowingArray } from "../growing-array.ts";
import type { PassageArrays } from "../passages.ts";
import type { SentenceTable } from "../sentence-table.ts";
import { TermListsBuilder } from "../term-lists.ts";
import { TermCounter, type Vocabulary } from "../vocabulary.ts";
import type { DocumentRows } from "./document-rows.ts";
import { appendStarts, type JoinedRows, withSymbols } from "./joined-rows.ts";
import { numberPhrases } from "./number-phrases.ts";

/** @param arrays where the same passages stand */
export function joinTable(joined: JoinedRows, arrays: PassageArrays): SentenceTable {
  const { sentenceStart: passageStart, documentOf } = arrays;
  const { vocabulary, tokens, headingsOf, titleOf, lists, counter } = joinTerms(joined, documentOf.length);
  const parentsOf = joinParents(joined, lists, counter);
  const { phrases: entries, phraseStart, tokenStart, tokenBits, positions, ...sentences } = joinSentences(joined);
  return {
    ...numberPhrases(entries, phraseStart, passageStart, vocabulary.size),
    ...sentences,
    vocabulary,
    phraseStart,
    names: findNames(tokens, tokenBits, positions, vocabulary.size),
    documentOf,
    passageOf: passageOfEach(passageStart),
    passageStart,
    tokenStart,
    tokens,
    positions,
    tokenBits,
    sentenceIdf: sumIdf(tokenStart, tokens, vocabulary),
    above: lists.finish(),
    headingsOf,
    titleOf,
    parentsOf,
  };
}

/** What needs nothing of other documents, and no numbers for terms. */
function joinSentences({ rows }: JoinedRows) {
  const tokenStart = new GrowingArray(Int32Array);
  const phraseStart = new GrowingArray(Int32Array);
  const phrases = new GrowingArray(Int32Array);
  const positions = new GrowingArray(Uint16Array);
  const tokenSpans = new GrowingArray(Uint32Array);
  const tokenBits = new GrowingArray(Uint32Array);
  const sentenceBits = new GrowingArray(Uint16Array);
  const smallWords = new GrowingArray(Uint32Array);
  const sentenceLength = new GrowingArray(Uint16Array);
  const kindOf = new GrowingArray(Uint8Array);
  const answersQuestion = new GrowingArray(Uint8Array);
  tokenStart.push(0);
  phraseStart.push(0);
  for (const { sentences } of rows) {
    appendStarts(tokenStart, sentences.tokenStart);
    appendStarts(phraseStart, sentences.phraseStart);
    phrases.append(sentences.phrases);
    positions.append(sentences.positions);
    tokenSpans.append(sentences.tokenSpans);
    tokenBits.append(sentences.tokenBits);
    sentenceBits.append(sentences.sentenceBits);
    smallWords.append(sentences.smallWords);
    sentenceLength.append(sentences.sentenceLength);
    kindOf.append(sentences.kindOf);
    answersQuestion.append(sentences.answersQuestion);
  }
  return {
    tokenStart: tokenStart.finish(),
    phraseStart: phraseStart.finish(),
    phrases: phrases.finish(),
    positions: positions.finish(),
    tokenSpans: tokenSpans.finish(),
    tokenBits: tokenBits.finish(),
    sentenceBits: sentenceBits.finish(),
    smallWords: smallWords.finish(),
    sentenceLength: sentenceLength.finish(),
    kindOf: kindOf.finish(),
    answersQuestion: answersQuestion.finish(),
  };
}

/** Numbers the terms of passages and of what stands above them, and counts the passages of each. */
function joinTerms(joined: JoinedRows, passages: number) {
  const counter = new TermCounter(joined.symbols.numbering());
  const lists = new TermListsBuilder();
  /** By the symbols of the texts. */
  const listOf = new Map<number, number>();
  const tokens = new GrowingArray(Int32Array);
  const [headingsOf, titleOf] = [new Int32Array(passages), new Int32Array(passages)];
  /** List of the terms of a text that stands above several passages: one and the same for all of them. */
  const countAbove = ({ above }: DocumentRows, symbolOf: Int32Array, number: number): number => {
    const text = symbolOf[above.texts[number] as number] as number;
    const known = listOf.get(text);
    if (known !== undefined) {
      for (const id of lists.get(known)) counter.countAgain(id);
      return known;
    }
    const terms = above.terms.subarray(above.start[number], above.start[number + 1]);
    const list = lists.add(terms.map((term) => counter.count(symbolOf[term] as number)));
    listOf.set(text, list);
    return list;
  };
  let passage = 0;
  for (const [own, symbolOf] of withSymbols(joined)) {
    const { sentenceStart, headingsOf: headings, titleOf: titles } = own.passages;
    const { tokenStart, tokens: terms } = own.sentences;
    for (let p = 0; p < headings.length; p++) {
      const end = tokenStart[sentenceStart[p + 1] as number] as number;
      for (let i = tokenStart[sentenceStart[p] as number] as number; i < end; i++) {
        tokens.push(counter.count(symbolOf[terms[i] as number] as number));
      }
      headingsOf[passage] = countAbove(own, symbolOf, headings[p] as number);
      titleOf[passage++] = countAbove(own, symbolOf, titles[p] as number);
      counter.next();
    }
  }
  return { vocabulary: counter.finish(), counter, tokens: tokens.finish(), headingsOf, titleOf, lists };
}

/** Puts the lists of what sentences belong to behind the others; terms that stand in no passage are left out. */
function joinParents(joined: JoinedRows, lists: TermListsBuilder, counter: TermCounter): Int32Array {
  const parentsOf = new GrowingArray(Int32Array);
  const nothing = lists.add([]);
  for (const [{ sentences }, symbolOf] of withSymbols(joined)) {
    const { parentsOf: own, parentStart, parentTerms } = sentences;
    const first = lists.length;
    for (let list = 0; list + 1 < parentStart.length; list++) {
      const terms = parentTerms.subarray(parentStart[list], parentStart[list + 1]);
      lists.add(terms.map((term) => counter.find(symbolOf[term] as number)).filter((id) => id !== -1));
    }
    for (const list of own) parentsOf.push(list === -1 ? nothing : first + list);
  }
  return parentsOf.finish();
}

function passageOfEach(passageStart: Int32Array): Int32Array {
  const passageOf = new Int32Array(passageStart.at(-1) as number);
  for (let p = 0; p + 1 < passageStart.length; p++) passageOf.fill(p, passageStart[p], passageStart[p + 1]);
  return passageOf;
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

function findNames(tokens: Int32Array, tokenBits: Uint32Array, positions: Uint16Array, terms: number): Set<number> {
  const inside = new Int32Array(terms);
  const capital = new Int32Array(terms);
  for (let i = 0; i < tokens.length; i++) {
    if (positions[i] === 0) continue;
    const id = tokens[i] as number;
    inside[id] = (inside[id] as number) + 1;
    if ((tokenBits[i] as number) & NAME) capital[id] = (capital[id] as number) + 1;
  }
  const names = new Set<number>();
  for (const [id, count] of capital.entries()) {
    if (count > 0 && count >= MIN_CAPITAL_SHARE * (inside[id] as number)) names.add(id);
  }
  return names;
}
