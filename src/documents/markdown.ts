import { markChats } from "./chats.ts";
import { DisplayBuilder } from "./display-builder.ts";
import { addFields, type Field } from "./fields.ts";
import { isPage, readHtml } from "./html.ts";
import { mapSlice } from "./mapped-text.ts";
import { toPlainMarkdown } from "./markdown-source.ts";
import { notesOf, toPage } from "./markdown-tree.ts";
import type { ReadDocument } from "./reader.ts";
import { Walker } from "./walker.ts";

/** What stands before a document's text and what kind of Markdown it is. */
export interface MarkdownOptions {
  /** Where the text starts, behind the front matter. */
  readonly start?: number;
  /** What the front matter says beyond the citation, shown before the text. */
  readonly fields?: readonly Field[];
  readonly mdx?: boolean;
}

type Read = Pick<ReadDocument, "text" | "origin" | "blocks" | "source">;

/**
 * Reads Markdown: CommonMark, GitHub's tables, footnotes and task lists, HTML in it, and what other tools add.
 *
 * @param raw the whole file's text
 * @returns what a reader would see of it, and its title: its first top heading
 */
export function readMarkdown(raw: string, { start = 0, fields = [], mdx = false }: MarkdownOptions = {}): Read {
  const builder = new DisplayBuilder();
  addFields(builder, fields, raw);
  // micromark passes over a byte order mark without counting it, which would shift every offset.
  const from = raw.startsWith("\ufeff", start) ? start + 1 : start;
  if (fields.length === 0 && isPage(raw.slice(from))) return readHtml(raw, from);
  const { source, tree } = toPlainMarkdown(mapSlice(raw, from), mdx);
  const page = toPage(tree, source.text);
  const walker = new Walker(builder, { root: page, source, raw, notes: notesOf(page), framed: false, headings: [] });
  walker.walk();
  const { text, origin, blocks } = builder.finish();
  const citation = walker.title === undefined ? {} : { title: walker.title };
  return { text, origin, blocks: markChats(blocks, text), source: citation };
}
