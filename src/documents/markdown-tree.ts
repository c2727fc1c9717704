import type { Element, Root as HastRoot, RootContent } from "hast";
import { raw as parseHtml } from "hast-util-raw";
import type { FootnoteDefinition, FootnoteReference, Html, Root } from "mdast";
import { type CompileContext, type Extension, fromMarkdown, type Token } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { type Raw, type State, toHast } from "mdast-util-to-hast";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { VFile } from "vfile";
import { NOTE, NOTE_MARK } from "./elements.ts";
import { shortenProse } from "./shortened-prose.ts";

/**
 * The parser takes "[x]" for a check box below an empty item too ("> -\n[x]"), in a paragraph that stands in no item;
 * the tree's builder then fails, or marks whatever is around it. There it stays text.
 */
const taskBoxes: Extension = {
  exit: {
    taskListCheckValueChecked: check,
    taskListCheckValueUnchecked: check,
    taskListCheck(token) {
      if (this.stack.at(-2)?.type === "listItem") return;
      this.enter({ type: "text", value: this.sliceSerialize(token) }, token);
      this.exit(token);
    },
  },
};

function check(this: CompileContext, { type }: Token): void {
  const item = this.stack.at(-2);
  if (item?.type === "listItem") item.checked = type === "taskListCheckValueChecked";
}

/**
 * GitHub's Markdown but for literal links, whose text is shown as it stands either way: they cost more than half of
 * parsing, and some of their nodes have no place. A single "~" strikes nothing through: it means "about".
 */
const SYNTAX = [
  { extension: gfmFootnote(), needs: /\[\^/ },
  { extension: gfmStrikethrough({ singleTilde: false }), needs: /~~/ },
  { extension: gfmTable(), needs: /\||:-|-:/ },
  { extension: gfmTaskListItem(), needs: /\[[\sxX]\]/ },
];
/** MDX has no indented code. */
const NO_INDENTED_CODE = { disable: { null: ["codeIndented"] } };
const mdastExtensions = [
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
  taskBoxes,
];

/** @param text Markdown whose line breaks are all `\n`; offsets in the tree are into it */
export function parseMarkdown(text: string, mdx = false): Root {
  const shortened = shortenProse(text);
  if (shortened === null) return parseWhole(text, mdx);
  const tree = parseWhole(shortened.text, mdx);
  shortened.restore(tree);
  return tree;
}

/** The same, every character of it looked at. */
export function parseWhole(text: string, mdx = false): Root {
  // Of those that the text cannot hold, each is asked at every line.
  const extensions = SYNTAX.filter(({ needs }) => needs.test(text)).map(({ extension }) => extension);
  return fromMarkdown(text, { extensions: mdx ? [...extensions, NO_INDENTED_CODE] : extensions, mdastExtensions });
}

/** @returns the page that Markdown makes, its HTML parsed, footnotes where they were written */
export function toPage(tree: Root, text: string): HastRoot {
  let hasHtml = false;
  const page = toHast(tree, {
    allowDangerousHtml: true,
    handlers: {
      html(state: State, node: Html): Raw {
        hasHtml = true;
        return patched(state, node, { type: "raw", value: inPlace(node, text) });
      },
      footnoteReference(state: State, node: FootnoteReference): Element {
        const properties = { id: node.identifier };
        return patched(state, node, { type: "element", tagName: NOTE_MARK, properties, children: [] });
      },
      footnoteDefinition(state: State, node: FootnoteDefinition): Element {
        const properties = { id: node.identifier };
        return patched(state, node, { type: "element", tagName: NOTE, properties, children: state.all(node) });
      },
    },
  });
  const root: HastRoot = page.type === "root" ? page : { type: "root", children: [] };
  if (!hasHtml) return root;
  const parsed = parseHtml(root, { file: new VFile(text) });
  return parsed.type === "root" ? parsed : root;
}

/** @returns the footnotes of a page by their ids */
export function notesOf(page: HastRoot): Map<string, Element> {
  const notes = new Map<string, Element>();
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      const id = String(node.properties["id"]);
      if (node.tagName === NOTE && !notes.has(id)) notes.set(id, node);
      visit(node.children);
    }
  };
  visit(page.children);
  return notes;
}

/** The HTML as long as it stands in the source, so that offsets in it stay true: marks of quotations become spaces. */
function inPlace(node: Html, text: string): string {
  const { position, value } = node;
  if (!value.includes("\n") || position === undefined) return value;
  const there = text.slice(position.start.offset, position.end.offset).split("\n");
  return value
    .split("\n")
    .map((line, i) => " ".repeat(Math.max(0, (there[i]?.length ?? 0) - line.length)).concat(line))
    .join("\n");
}

function patched<T extends Element | Raw>(state: State, from: Html | FootnoteReference | FootnoteDefinition, to: T): T {
  state.patch(from, to);
  return to;
}
