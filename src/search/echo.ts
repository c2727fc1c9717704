import type { Passage } from "../documents/document.ts";
import { lineage } from "../documents/lineage.ts";
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

/** Whether a question is itself about what was asked, debated or left open. */
export function asksOfQuestions(question: string): boolean {
  return OF_QUESTIONS.test(question);
}

/** Whether a sentence of a passage asks, or tells that somebody asked, and leaves it at that. */
export function isEcho(passage: Passage, sentence: number): boolean {
  const { document, blockOf, sentences } = passage;
  const text = slice(document.text, sentences[sentence] as (typeof sentences)[number]).trim();
  if ((asksOfQuestions(text) && TOLD.test(text)) || OPEN.test(text)) return true;
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
