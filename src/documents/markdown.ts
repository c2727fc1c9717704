import { markChats } from "./chats.ts";
import { DisplayBuilder } from "./display-builder.ts";
import { addFields } from "./fields.ts";
import { type Field, readFrontMatter } from "./front-matter.ts";
import { isPage, readHtml } from "./html.ts";
import { mapSlice } from "./mapped-text.ts";
import { walkMarkdown } from "./markdown-walk.ts";
import { leadAnswers } from "./question-paragraphs.ts";
import type { ReadDocument, Reader } from "./reader.ts";

/** Markdown (CommonMark, GitHub's tables, footnotes and task lists, HTML) with front matter. */
export const markdown: Reader = {
  read: (raw) => readFile(raw, false),
};

/** Markdown with components (MDX). */
export const mdx: Reader = { read: (raw) => readFile(raw, true) };

function readFile(raw: string, isMdx: boolean): ReadDocument {
  const { end, fields, source, name, remarks, withheld } = readFrontMatter(raw);
  const read = readMarkdown(raw, { start: end, fields, named: source.title ?? null, mdx: isMdx });
  const title = source.title ?? read.source.title ?? name ?? undefined;
  const citation = { ...read.source, ...source, ...(title === undefined ? {} : { title }) };
  return { ...read, source: citation, remarks, withheld };
}

/** What stands before a document's text and what kind of Markdown it is. */
export interface MarkdownOptions {
  /** Where the text starts, behind the front matter. */
  readonly start?: number;
  /** What the front matter says beyond the citation, shown before the text. */
  readonly fields?: readonly Field[];
  /** What the front matter calls it. */
  readonly named?: string | null;
  readonly mdx?: boolean;
}

type Read = Pick<ReadDocument, "text" | "origin" | "blocks" | "source">;

/**
 * Reads Markdown and what other tools add to it.
 *
 * @param raw the whole file's text
 * @returns what a reader would see of it, and its title: its first top heading
 */
export function readMarkdown(raw: string, options: MarkdownOptions = {}): Read {
  const { start = 0, fields = [], named = null, mdx = false } = options;
  // micromark passes over a byte order mark without counting it, which would shift every offset.
  const from = raw.startsWith("\ufeff", start) ? start + 1 : start;
  if (fields.length === 0 && isPage(raw.slice(from))) return readHtml(raw, { start: from, named });
  const builder = new DisplayBuilder();
  addFields(builder, fields, raw);
  const title = walkMarkdown(builder, mapSlice(raw, from), { raw, headings: [], named, mdx });
  const { text, origin, blocks } = builder.finish();
  return {
    text,
    origin,
    blocks: leadAnswers(markChats(blocks, text), text),
    source: title === undefined ? {} : { title },
  };
}
