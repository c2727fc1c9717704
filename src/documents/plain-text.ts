import type { Block, BlockKind } from "./document.ts";
import { CHAT_LINE } from "./lines-of-text.ts";
import { identity } from "./origin.ts";
import type { ReadDocument, Reader } from "./reader.ts";

/** A first line up to this long that does not end like a sentence is the title, and no part of the prose. */
const MAX_TITLE = 120;
/** Plain text has none. */
const NO_HEADINGS: readonly string[] = [];
/** A line longer than this was not wrapped by hand: in such a block every line is a paragraph. */
const UNWRAPPED = 120;

/** Plain text: paragraphs between blank lines; the title is the first line. */
export const plainText: Reader = {
  name: "plain text",
  extensions: [".txt", ".text"],
  read: (raw) => readPlainText(raw),
};

export function readPlainText(text: string, title?: string): ReadDocument {
  const blocks: Block[] = [];
  let firstTitle = title;
  for (const { 0: paragraph, index } of text.matchAll(/[^\r\n]+(?:\r?\n[^\S\r\n]*[^\s][^\r\n]*)*/g)) {
    if (paragraph.replace(/^\ufeff/, "").trim() === "") continue;
    if (firstTitle === undefined) {
      const line = /[^\r\n]+/.exec(paragraph.replace(/^\ufeff/, ""))?.[0].trim() ?? "";
      firstTitle = shorten(line);
      if (line.length <= MAX_TITLE && !/[.!?:;,]["”’)]?$/.test(line)) {
        const rest = paragraph.indexOf(line) + line.length;
        addParagraphs(blocks, paragraph.slice(rest), index + rest);
        continue;
      }
    }
    addParagraphs(blocks, paragraph, index);
  }
  const source = firstTitle === undefined ? {} : { title: firstTitle };
  return { text, origin: identity(text), blocks, source, remarks: [], withheld: null };
}

/** Fewer lines like those of a chat are no chat. */
const MIN_CHAT = 3;
const BULLET = /^[^\S\r\n]*(?:[-*•–]|(\d{1,3})[.)])[^\S\r\n]+(?=\S)/;

function addParagraphs(blocks: Block[], text: string, offset: number): void {
  const lines = [...text.matchAll(/[^\r\n]+/g)];
  const push = (kind: BlockKind, start: number, end: number, more: Partial<Block> = {}) => {
    if (text.slice(start, end).trim() === "") return;
    const none = { parent: -1, asks: false, depth: 0, group: -1, ordinal: null };
    blocks.push({ kind, headings: NO_HEADINGS, ...none, ...more, start: offset + start, end: offset + end });
  };
  if (lines.length >= MIN_CHAT && lines.every(([line]) => CHAT_LINE.test(line))) {
    for (const { 0: line, index } of lines) push("line", index, index + line.length);
    return;
  }
  const bullets = lines.map(([line]) => BULLET.exec(line));
  const first = bullets.findIndex((bullet) => bullet !== null);
  if (first !== -1 && first <= 1 && bullets.slice(first).filter((bullet) => bullet !== null).length > 1) {
    addList(lines, bullets, first, push, blocks);
    return;
  }
  const wrapped = lines.every((line) => line[0].length <= UNWRAPPED);
  const parts = wrapped ? [{ 0: text, index: 0 }] : lines;
  for (const { 0: part, index } of parts) push("paragraph", index, index + part.length);
}

/** Lines with bullets or numbers; those without go on with the item above. */
function addList(
  lines: readonly RegExpExecArray[],
  bullets: readonly (RegExpExecArray | null)[],
  first: number,
  push: (kind: BlockKind, start: number, end: number, more?: Partial<Block>) => void,
  blocks: readonly Block[],
): void {
  const intro = lines[0];
  if (first === 1 && intro !== undefined) push("paragraph", intro.index, intro.index + intro[0].length);
  const parent = first === 1 ? blocks.length - 1 : -1;
  const group = blocks.reduce((last, block) => Math.max(last, block.group), -1) + 1;
  for (let i = first; i < lines.length; ) {
    let last = i;
    while (last + 1 < lines.length && bullets[last + 1] === null) last++;
    const line = lines[i] as RegExpExecArray;
    const end = lines[last] as RegExpExecArray;
    const ordinal = bullets[i]?.[1];
    push("item", line.index + (bullets[i]?.[0].length ?? 0), end.index + end[0].length, {
      parent,
      group,
      ordinal: ordinal === undefined ? null : Number(ordinal),
    });
    i = last + 1;
  }
}

function shorten(line: string): string {
  if (line.length <= MAX_TITLE) return line;
  return `${line.slice(0, MAX_TITLE - 1).replace(/\s+\S*$/, "")}…`;
}
