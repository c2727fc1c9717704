import { isChat, isChatLine } from "./chat-lines.ts";
import type { Block } from "./document.ts";

/** Makes lines of the paragraphs that are, one after another, those of a chat or a log. */
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
  return marked;
}

function isLine(block: Block | undefined, text: string): boolean {
  return (
    block?.kind === "paragraph" &&
    !block.asks &&
    isChatLine(text.slice(block.start, Math.min(block.end, block.start + 200)))
  );
}
