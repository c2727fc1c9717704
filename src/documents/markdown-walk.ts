import type { DisplayBuilder } from "./display-builder.ts";
import type { MappedText } from "./mapped-text.ts";
import { toPlainMarkdown } from "./markdown-source.ts";
import { notesOf, toPage } from "./markdown-tree.ts";
import type { Page } from "./page.ts";
import { Walker } from "./walker.ts";

/** What stands around Markdown that was taken from a file. */
export interface MarkdownPlace extends Pick<Page, "raw" | "headings" | "named" | "label"> {
  readonly mdx: boolean;
}

/**
 * Hands the blocks of Markdown to the builder.
 *
 * @returns its first top heading, if it has one
 */
export function walkMarkdown(
  builder: DisplayBuilder,
  text: MappedText,
  { mdx, ...place }: MarkdownPlace,
): string | undefined {
  const { source, tree } = toPlainMarkdown(text, mdx);
  const root = toPage(tree, source.text);
  const walker = new Walker(builder, { ...place, root, source, notes: notesOf(root), clutter: null });
  walker.walk();
  return walker.title;
}
