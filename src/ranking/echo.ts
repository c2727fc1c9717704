import type { Passage } from "../documents/document.ts";
import { lineage } from "../documents/lineage.ts";
import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import type { SentencePlace } from "../search/sentence-place.ts";
import { slice } from "../text/span.ts";

const ASKS = /\?["”’')\]*]*$/;
/** "How to report a broken machine", as a link or an entry of a contents list has it. */
const TITLE = /^(?:how|where|when|what|which|whom?|whose)\s+(?:\p{L}+\s+){0,2}?to\s+\p{L}/iu;
const QUESTION_WORD = "(?:who|whom|whose|what|which|when|where|why|how|whether|if)";
const ENQUIRY =
  "(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|enquir(?:e|es|ed|y)|inquir(?:e|es|ed|y)|debat(?:e|es|ed)|discuss(?:es|ed)?|questions?|matter|unclear|unknown|not (?:known|clear|decided|said))";
/** "We asked how satisfied members are": what was asked runs to the end, and no answer follows. */
const TOLD = new RegExp(`^[^,;:.]*\\b${ENQUIRY}\\b[^,;:.]{0,40}?\\b${QUESTION_WORD}\\b[^,;:–—]*$`, "i");
const LEFT_OPEN =
  "(?:is|are|was|were|has been|had been|remain(?:s|ed)?|stays|stayed)\\s+(?:still\\s+)?(?:not\\s+)?(?:raised|asked|discussed|debated|decided|known|clear|unclear|unknown|open|said|answered|settled|mentioned)\\b";
/** "Whether the hedge may be higher was not discussed", "The question who pays was raised again". */
const OPEN = new RegExp(
  `^(?:the\\s+(?:question|matter)\\s+(?:of\\s+)?)?${QUESTION_WORD}\\b[^,;:]*\\s${LEFT_OPEN}`,
  "i",
);
/** Who asks of questions wants to hear of them. */
const OF_QUESTIONS = new RegExp(`\\b${ENQUIRY}\\b`, "i");

/**
 * Tells whether a sentence asks, or tells that somebody asked, and leaves it at that: a link's title, a headline, "the
 * question who pays was raised again". However many of the question's words it holds, it is no answer. A question of the
 * text that something replies to is none of these, since what follows it is marked in its place.
 *
 * @returns null where the question itself is about what was asked
 */
export function echoes(
  { passages, table }: Index,
  { text: question }: Question,
): ((found: SentencePlace) => boolean) | null {
  if (OF_QUESTIONS.test(question)) return null;
  const { passageStart, passageOf } = table;
  const known = told.get(table) ?? new Int8Array(passageOf.length).fill(UNREAD);
  told.set(table, known);
  return ({ passage, sentence }) => {
    const s = (passageStart[passage] as number) + sentence;
    if (known[s] === UNREAD) known[s] = isEcho(passages.get(passage), sentence) ? 1 : 0;
    return known[s] === 1;
  };
}

/** What is known of an index's sentences: it depends on no question. */
const told = new WeakMap<Index["table"], Int8Array>();
const UNREAD = -1;

function isEcho(passage: Passage, sentence: number): boolean {
  const { document, blockOf, sentences } = passage;
  const text = slice(document.text, sentences[sentence] as (typeof sentences)[number]).trim();
  if (TOLD.test(text) || OPEN.test(text)) return true;
  const { kind, asks } = document.blocks[blockOf[sentence] as number] as (typeof document.blocks)[number];
  const isTitle = TITLE.test(text) && !/[.!,;:–—]/.test(text);
  return (asks || isTitle || ASKS.test(text)) && kind !== "line" && !isRepliedTo(passage, sentence);
}

/** Whether what follows belongs to it: the rest of its block, where that asks, and the blocks below it. */
function isRepliedTo({ document: { blocks }, blockOf }: Passage, sentence: number): boolean {
  const own = blockOf[sentence] as number;
  return blockOf.some((block, i) => {
    if (i <= sentence) return false;
    if (block === own) return blocks[own]?.asks === true;
    return lineage(blocks, block).some((at) => at === own);
  });
}
