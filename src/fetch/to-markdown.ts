import type { Block } from "../documents/document.ts";
import type { ReadDocument } from "../documents/reader.ts";
import { slice } from "../text/span.ts";

/** What Markdown, HTML and the templates of sites would read as other than characters. */
const MARKUP = /[\\`*_[\]<>|~&{}$^]|[=+-](?=[=+-])|(?<=[=+-])[=+-]|:(?=[\w+-]+:)/g;
/** What begins a block of another kind at the start of a line. */
const LEADING = /^(\s*)(#{1,6}(?=\s)|[-+=](?=[\s=-]|$)|\d{1,9}[.)](?=\s)|:(?=\s|::)|!!!|!(?=\\\[))/gm;
const MAX_LEVEL = 6;

/** Writes what was read of a page as Markdown that is read as the same again. */
export function toMarkdown({ text, blocks }: Pick<ReadDocument, "text" | "blocks">): string {
  const first = blocks.findIndex(({ kind }) => kind === "heading");
  let before: Block | null = null;
  let markdown = "";
  for (const [i, block] of blocks.entries()) {
    const isTight = isListed(block) && before !== null && isListed(before) && before.group === block.group;
    if (before !== null) markdown += isTight ? "\n" : "\n\n";
    const own = slice(text, block);
    // The page's own heading is none of those above its text.
    const isTitle = i === first && blocks[i + 1]?.headings.includes(own) !== true;
    markdown += isTitle ? heading(own, 1) : written(block, own);
    before = block;
  }
  return `${markdown}\n`;
}

function isListed({ kind }: Block): boolean {
  return kind === "item" || kind === "row";
}

function written(block: Block, text: string): string {
  const { kind, headings, depth, ordinal } = block;
  if (kind === "code") {
    const runs = Array.from(text.matchAll(/`{3,}/g), ([run]) => run.length);
    const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
    return `${fence}\n${text}\n${fence}`;
  }
  if (kind === "heading") return heading(text, headings.length + 2);
  if (!isListed(block)) return withBreaks(text, "");
  const indent = "    ".repeat(depth);
  const mark = ordinal === null ? "-" : `${ordinal}.`;
  return `${indent}${mark} ${withBreaks(text, `${indent}${" ".repeat(mark.length + 1)}`)}`;
}

function heading(text: string, level: number): string {
  return `${"#".repeat(Math.min(level, MAX_LEVEL))} ${escaped(text.replace(/\s+/g, " "))}`;
}

/** Its author's own line breaks stay. */
function withBreaks(text: string, indent: string): string {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .map(escaped)
    .join(`\\\n${indent}`);
}

function escaped(text: string): string {
  return text.replace(MARKUP, "\\$&").replace(LEADING, (_, space: string, mark: string) => {
    return /^\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.at(-1)}` : `${space}\\${mark}`;
  });
}
