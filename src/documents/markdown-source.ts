import type { Root } from "mdast";
import type { Span } from "../text/span.ts";
import { admonitionEdits } from "./admonitions.ts";
import { dialectEdits } from "./dialects.ts";
import { hiddenEdits, settleLines } from "./hidden.ts";
import { applyEdits, type Edit, type MappedText, unifyLineBreaks } from "./mapped-text.ts";
import { parseMarkdown } from "./markdown-tree.ts";
import { importsComponents, mdxEdits } from "./mdx.ts";
import { type Layout, layoutOf, Regions } from "./regions.ts";

/** Anything that is not plain GitHub Markdown. */
const UNUSUAL =
  /<!--|\{%|\{\{|\{:|\{[ \t]*[#.][\w\s-]|%%|\[\[|(?<!=)==(?=[^\s=])|^[ \t]*>[ \t>]*\[!|^[ \t>]*(?::::|:[ \t]|@?\[toc\])|\$\{toc\}|^[^<\n]{0,40}<[^<>\s/="]{1,30}> +\S|^\*\[[^\]\n]+\]:|^import\s[^\n]*\sfrom\s["']|\\\[|\^|[\p{L})\]]~[\p{L}\p{N}]|^\\[a-z]|^#[\p{L}\p{N}]|\]\{|\n[ \t]*\n(?: {4}|\t)[ \t]*<[a-z/!]/imu;

function isUnusual(text: string): boolean {
  if (!UNUSUAL.test(text)) return false;
  // What stands in code alone is none; a fence may itself stand in a comment.
  return text.includes("<!--") || UNUSUAL.test(withoutFences(text));
}

/** Leaves out code between fences that are not indented; one that is never closed is left in. */
function withoutFences(text: string): string {
  const kept: string[] = [];
  let opening = -1;
  let mark = "";
  for (const line of text.split("\n")) {
    const [, ticks = "", rest = ""] = /^(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (mark === "" && ticks !== "" && !rest.includes("`")) {
      mark = ticks;
      opening = kept.length;
    } else if (mark !== "" && ticks === mark && rest.trim() === "") {
      kept.length = opening;
      mark = "";
      continue;
    }
    kept.push(line);
  }
  return kept.join("\n");
}

/**
 * Makes plain Markdown of a document: what is hidden is taken out, other tools' syntax put into GitHub's.
 *
 * @param mdx whether the file says that it is MDX
 * @returns the text to be parsed and its tree; offsets in the tree are into the text
 */
export function toPlainMarkdown(file: MappedText, mdx: boolean): { source: MappedText; tree: Root } {
  const lines = unifyLineBreaks(file);
  const source = applyEdits(lines, admonitionEdits(lines.text));
  const { text } = source;
  if (!mdx && !isUnusual(text)) return { source, tree: parseMarkdown(text) };
  let tree = parseMarkdown(text, mdx);
  let layout = layoutOf(tree, text);
  const isMdx = mdx || importsComponents(text, layout.code);
  if (isMdx !== mdx) {
    tree = parseMarkdown(text, isMdx);
    layout = layoutOf(tree, text);
  }
  const hidden = isMdx ? withoutOverlap([...hiddenMdx(text, layout)]) : hiddenEdits(text, layout.code);
  const settled = settleLines(text, hidden, layout.html);
  const skip = new Regions([...layout.code.spans, ...settled]);
  const edits = [...settled, ...dialectEdits(text, skip), ...indentation(text, layout.indentedHtml, skip)];
  if (edits.length === 0) return { source, tree };
  const plain = applyEdits(source, withoutOverlap(edits));
  return { source: plain, tree: parseMarkdown(plain.text, isMdx) };
}

/** In MDX braces are expressions, whatever they hold; comments may still be HTML's. */
function hiddenMdx(text: string, { code }: Layout): Edit[] {
  const comments = hiddenEdits(text, code).filter((edit) => text.startsWith("<!--", edit.start));
  return [...comments, ...mdxEdits(text, new Regions([...code.spans, ...comments]))];
}

/** In order, and of two that overlap the first and, from one place, the longer. */
function withoutOverlap(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  }
  return kept;
}

/** HTML that is indented below a blank line goes on as HTML. */
function indentation(text: string, blocks: readonly Span[], skip: Regions): Edit[] {
  return blocks.flatMap(({ start, end }) => {
    const from = text.lastIndexOf("\n", start) + 1;
    return Array.from(text.slice(from, end).matchAll(/^[ \t]+/gm), ({ 0: spaces, index }) => ({
      start: from + index,
      end: from + index + spaces.length,
      text: "",
    })).filter((edit) => !skip.touches(edit));
  });
}
