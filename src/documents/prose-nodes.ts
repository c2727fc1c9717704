import type { Heading, List, ListItem, Node, Paragraph, RootContent, Text } from "mdast";
import type { ProseLine } from "./prose-lines.ts";

/**
 * Makes the blocks that lines of prose are, as a parser of Markdown would.
 *
 * @param lines of blocks that are whole
 * @param number of the first one, from 0
 */
export function toNodes(text: string, lines: readonly ProseLine[], number: number): RootContent[] {
  const nodes: RootContent[] = [];
  for (let i = 0; i < lines.length; ) {
    const { kind } = lines[i] as ProseLine;
    const first = i++;
    if (kind === "prose" || kind === "item") while (lines[i]?.kind === kind) i++;
    const block = { text, lines: lines.slice(first, i), number: number + first };
    if (kind === "heading") nodes.push(toHeading(block));
    else if (kind === "item") nodes.push(toList(block));
    else if (kind === "prose") nodes.push(toParagraph(block));
  }
  return nodes;
}

interface Block {
  readonly text: string;
  readonly lines: readonly ProseLine[];
  readonly number: number;
}

function toHeading(block: Block): Heading {
  const { start, from } = block.lines[0] as ProseLine;
  const depth = (from - start - 1) as Heading["depth"];
  return { type: "heading", depth, children: [toText(block)], position: placeOf(block, start) };
}

function toList(block: Block): List {
  const { text, lines, number } = block;
  const children = lines.map((line, i): ListItem => {
    const item = { text, lines: [line], number: number + i };
    const position = placeOf(item, line.start);
    return { type: "listItem", spread: false, checked: null, children: [toParagraph(item)], position };
  });
  const position = placeOf(block, (lines[0] as ProseLine).start);
  return { type: "list", ordered: false, start: null, spread: false, children, position };
}

function toParagraph(block: Block): Paragraph {
  return { type: "paragraph", children: [toText(block)], position: placeOf(block) };
}

function toText(block: Block): Text {
  const { text, lines } = block;
  return { type: "text", value: text.slice(lines[0]?.from, lines.at(-1)?.end), position: placeOf(block) };
}

/** @param from where it begins in its first line: if nothing else is said, with its prose */
function placeOf({ lines, number }: Block, from = (lines[0] as ProseLine).from): NonNullable<Node["position"]> {
  const [first, last] = [lines[0] as ProseLine, lines.at(-1) as ProseLine];
  return {
    start: { line: number + 1, column: from - first.start + 1, offset: from },
    end: { line: number + lines.length, column: last.end - last.start + 1, offset: last.end },
  };
}
