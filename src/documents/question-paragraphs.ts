import { slice } from "../text/span.ts";
import type { Block } from "./document.ts";
import { endsAsking } from "./questions.ts";

/** A question that somebody is to find an answer by is hardly longer. */
const MAX_QUESTION = 200;
/** One paragraph that asks may only lead on to the next. */
const MIN_PAIRS = 2;

/**
 * Leads paragraphs to the questions that they answer, where these are paragraphs too, without any mark: in a list of
 * questions with blank lines between, or an interview. Each is answered by the paragraph or list right below it.
 */
export function leadAnswers(blocks: readonly Block[], text: string): readonly Block[] {
  const questions = blocks.flatMap((block, i) => (isAnsweredBelow(blocks, i, text) ? [{ block, i }] : []));
  if (questions.length < MIN_PAIRS) return blocks;
  const led = [...blocks];
  for (const { block, i } of questions) {
    const answer = blocks[i + 1] as Block;
    led[i] = { ...block, asks: true };
    if (answer.kind === "paragraph") led[i + 1] = { ...answer, parent: i };
  }
  return led;
}

function isAnsweredBelow(blocks: readonly Block[], i: number, text: string): boolean {
  const [question, answer] = [blocks[i], blocks[i + 1]];
  if (question === undefined || answer === undefined) return false;
  if (question.asks || question.parent !== -1 || !isQuestion(question, text)) return false;
  if (answer.kind === "item") return answer.parent === i;
  return (
    answer.kind === "paragraph" &&
    answer.parent === -1 &&
    answer.headings === question.headings &&
    !answer.asks &&
    !endsAsking(slice(text, answer))
  );
}

/** Whether a paragraph is a single question. */
function isQuestion(block: Block, text: string): boolean {
  if (block.kind !== "paragraph" || block.end - block.start > MAX_QUESTION) return false;
  const said = slice(text, block);
  return endsAsking(said) && !/[.!?…]["”’)]*\s+\S/.test(said);
}
