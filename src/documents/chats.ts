import { isChat, isChatLine, readMessage } from "./chat-lines.ts";
import type { Block } from "./document.ts";
import { isAsking } from "./questions.ts";

/** Lines that whoever asked may add before somebody else replies. */
const MAX_ADDED = 3;

/**
 * Makes lines of the paragraphs that are, one after another, those of a chat or a log, and leads what is said in reply
 * to the question that it answers.
 */
export function markChats(blocks: readonly Block[], text: string): readonly Block[] {
  const marked = [...blocks];
  for (let i = 0; i < blocks.length; ) {
    let end = i;
    while (isLine(blocks[end], text)) end++;
    const run = blocks.slice(i, end);
    if (isChat(run.map((block) => text.slice(block.start, block.end)))) {
      for (const [k, block] of run.entries()) marked[i + k] = { ...block, kind: "line" };
    }
    i = end + 1;
  }
  leadReplies(marked, text);
  return marked;
}

function isLine(block: Block | undefined, text: string): boolean {
  return (
    block?.kind === "paragraph" &&
    !block.asks &&
    isChatLine(text.slice(block.start, Math.min(block.end, block.start + 200)))
  );
}

/** A line that asks is answered by the next speaker, up to where somebody else speaks or another question is asked. */
function leadReplies(blocks: Block[], text: string): void {
  const messages = blocks.map(({ kind, start, end }) => {
    const { speaker, said } = kind === "line" ? readMessage(text.slice(start, end)) : { speaker: null, said: "" };
    return { speaker, asks: speaker !== null && isAsking(said) };
  });
  let replied = -1;
  for (const [i, { speaker, asks }] of messages.entries()) {
    if (!asks || i < replied || blocks[i]?.parent !== -1) continue;
    let first = i + 1;
    while (first - i <= MAX_ADDED && messages[first]?.speaker === speaker) first++;
    const other = messages[first]?.speaker ?? null;
    if (other === null || other === speaker) continue;
    let end = first;
    while (messages[end]?.speaker === other && messages[end]?.asks === false) end++;
    if (end === first) continue;
    blocks[i] = { ...(blocks[i] as Block), asks: true };
    for (let k = first; k < end; k++) blocks[k] = { ...(blocks[k] as Block), parent: i };
    replied = first;
  }
}
