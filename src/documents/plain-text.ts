import { beginsAsChat } from "./chat-days.ts";
import { isChatLine } from "./chat-lines.ts";
import { markChats } from "./chats.ts";
import type { Block } from "./document.ts";
import { identity } from "./origin.ts";
import { bulletOf, dividePlain, linesOf, type PlainPart } from "./plain-lines.ts";
import type { ReadDocument, Reader } from "./reader.ts";

/** A first line up to this long that does not end like a sentence is the title, and no part of the prose. */
const MAX_TITLE = 120;
/** Plain text has none. */
const NO_HEADINGS: readonly string[] = [];

/** Plain text: paragraphs between blank lines; the title is the first line, except of a chat. */
export const plainText: Reader = {
  name: "plain text",
  extensions: [".txt", ".text"],
  read: (raw) => readPlainText(raw),
};

/**
 * @param raw shown as it stands
 * @param title when it is not to be taken from the first line
 */
export function readPlainText(raw: string, title?: string): ReadDocument {
  const blocks: Block[] = [];
  const bullets = linesOf(raw, 0).filter(({ text }) => bulletOf(text) !== "").length > 1;
  let firstTitle = title;
  let headed = false;
  for (const { 0: paragraph, index } of raw.matchAll(/[^\r\n]+(?:\r?\n[^\S\r\n]*[^\s][^\r\n]*)*/g)) {
    const lines = linesOf(paragraph, index);
    const [first] = lines;
    if (first === undefined) continue;
    let from = index;
    if (firstTitle === undefined) {
      firstTitle = shorten(first.text);
      if (isTitle(first.text, lines[1]?.text)) {
        headed = true;
        from = first.end;
        lines.shift();
      }
    }
    if (lines.length === 0) continue;
    addParts(blocks, dividePlain(lines, { start: from, end: index + paragraph.length }, bullets));
  }
  const marked = markChats(blocks, raw);
  // The first message of a chat is no title: the file's name says more.
  const named = title === undefined && !headed && beginsAsChat(marked, raw) ? undefined : firstTitle;
  const source = named === undefined ? {} : { title: named };
  return { text: raw, origin: identity(raw), blocks: marked, source, remarks: [], withheld: null };
}

/** @param next the line right below it, if any */
function isTitle(line: string, next: string | undefined): boolean {
  if (line.length > MAX_TITLE || /[.!?:;,]["”’)]?$/.test(line) || bulletOf(line) !== "") return false;
  return !(isChatLine(line) && next !== undefined && isChatLine(next));
}

function addParts(blocks: Block[], parts: readonly PlainPart[]): void {
  for (const { kind, start, end, asks, answers, indentation, ordinal } of parts) {
    const previous = blocks.at(-1);
    const base = { kind, start, end, headings: NO_HEADINGS, asks, ordinal };
    if (kind === "item") {
      blocks.push({ ...base, ...placeInList(blocks, indentation) });
      continue;
    }
    const question = answers && previous?.asks === true ? blocks.length - 1 : -1;
    blocks.push({ ...base, parent: question, depth: 0, group: -1 });
  }
}

/** An item goes on with the list that stands right before it; the first of a list belongs to the line above it. */
function placeInList(blocks: readonly Block[], indentation: number): Pick<Block, "parent" | "depth" | "group"> {
  const previous = blocks.at(-1);
  const depth = Math.min(Math.floor(indentation / 2), previous?.kind === "item" ? previous.depth + 1 : 0);
  if (previous?.kind !== "item") {
    const group = 1 + (blocks.findLast((block) => block.group !== -1)?.group ?? -1);
    return { parent: blocks.length - 1, depth: 0, group };
  }
  const above = blocks.findLastIndex((block) => block.kind !== "item" || block.depth < depth);
  const sibling = blocks.findLastIndex((block) => block.kind === "item" && block.depth === depth);
  const parent = depth > 0 ? above : (blocks[sibling]?.parent ?? -1);
  return { parent, depth, group: previous.group };
}

function shorten(line: string): string {
  if (line.length <= MAX_TITLE) return line;
  return `${line.slice(0, MAX_TITLE - 1).replace(/\s+\S*$/, "")}…`;
}
