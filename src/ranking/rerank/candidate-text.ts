import type { Index } from "../../search/build-index.ts";
import type { SentencePlace } from "../../search/sentence-place.ts";
import { type Span, slice } from "../../text/span.ts";

/** Characters of a heading, and of a sentence or a piece of code that is read like one: their beginning. */
const MAX_HEADING = 200;
const MAX_SENTENCE = 600;

/** A sentence as an encoder reads it: after its nearest heading, or else the document's title. */
export function candidateText({ passages }: Index, { passage: number, sentence }: SentencePlace): string {
  const { document, headings, sentences } = passages.get(number);
  const heading = (headings.at(-1) ?? document.source.title).slice(0, MAX_HEADING);
  const own = slice(document.text, sentences[sentence] as Span).slice(0, MAX_SENTENCE);
  return `${heading}: ${own}`.replace(/\s+/g, " ").trim();
}
