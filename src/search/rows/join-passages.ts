import { GrowingArray } from "../growing-array.ts";
import type { PassageArrays } from "../passages.ts";
import { type AllRows, appendStarts } from "./joined-rows.ts";

/** The passages of all documents, in order. */
export function joinPassages(rows: AllRows): PassageArrays {
  const documentOf = new GrowingArray(Int32Array);
  const spans = new GrowingArray(Uint32Array);
  const introductions = new GrowingArray(Int32Array);
  const sentenceStart = new GrowingArray(Int32Array);
  const sentences = new GrowingArray(Uint32Array);
  const blockOf = new GrowingArray(Int32Array);
  sentenceStart.push(0);
  let document = 0;
  for (const { passages } of rows) {
    documentOf.append(new Int32Array(passages.headingsOf.length).fill(document++));
    spans.append(passages.spans);
    introductions.append(passages.introductions);
    appendStarts(sentenceStart, passages.sentenceStart);
    sentences.append(passages.sentences);
    blockOf.append(passages.blockOf);
  }
  return {
    documentOf: documentOf.finish(),
    spans: spans.finish(),
    introductions: introductions.finish(),
    sentenceStart: sentenceStart.finish(),
    sentences: sentences.finish(),
    blockOf: blockOf.finish(),
  };
}
