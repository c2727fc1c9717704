import { raw } from "hast-util-raw";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { toHast } from "mdast-util-to-hast";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { DisplayBuilder } from "./display-builder.ts";
import { addFields } from "./fields.ts";
import { placeFootnotes } from "./footnotes.ts";
import { readFrontMatter } from "./front-matter.ts";
import { withoutHiddenMarkup } from "./hidden-markup.ts";
import { type MappedText, mapSlice, unifyLineBreaks } from "./mapped-text.ts";
import { PageWalker } from "./page-walker.ts";
import type { ReadDocument, Reader } from "./reader.ts";

/** Markdown (CommonMark, GitHub's tables, footnotes and task lists, HTML) with front matter. */
export const markdown: Reader = {
  name: "Markdown",
  extensions: [".md", ".markdown", ".mdown", ".mkd"],
  read: (text) => readMarkdown(text, "md"),
};

/** Markdown with components (MDX). */
export const mdx: Reader = { name: "MDX", extensions: [".mdx"], read: (text) => readMarkdown(text, "mdx") };

function readMarkdown(text: string, format: "md" | "mdx"): ReadDocument {
  const front = readFrontMatter(text);
  const builder = new DisplayBuilder();
  // A byte order mark is no part of the first line.
  const start = front.end === 0 && text.startsWith("\ufeff") ? 1 : front.end;
  const walker = new PageWalker(builder, text);
  addFields(builder, front.fields, text, (value, lead) => {
    walker.lead = lead;
    walkMarkdown(walker, value, format);
    walker.lead = null;
  });
  walker.startPage();
  walkMarkdown(walker, mapSlice(text, start), format);
  const title = front.source.title ?? walker.title ?? front.name ?? undefined;
  const source = { ...front.source, ...(title === undefined ? {} : { title }) };
  return { ...builder.finish(), source, remarks: front.remarks, withheld: front.withheld };
}

/** Walks Markdown that was taken from a file. */
function walkMarkdown(walker: PageWalker, text: MappedText, format: "md" | "mdx"): void {
  const source = withoutHiddenMarkup(unifyLineBreaks(text), format);
  const tree: Root = fromMarkdown(source.text, {
    // Without literal links: they are shown as they stand, cost more than all else, and some throw.
    extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote()],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmFootnoteFromMarkdown(),
    ],
  });
  placeFootnotes(tree);
  const hast = toHast(tree, { allowDangerousHtml: true });
  walker.walk(holdsHtml(tree) ? raw(hast) : hast, source);
}

function holdsHtml(node: Nodes): boolean {
  return node.type === "html" || ("children" in node && node.children.some(holdsHtml));
}
