import { looksHeaded } from "../table-head.ts";
import type { PdfBlock } from "./page-blocks.ts";
import { type PageLine, type TextItem, textOf, toLines } from "./page-lines.ts";
import type { PdfTable } from "./tables.ts";

/** A node of a page's structure tree (PDF 32000-1, 14.7), or a piece of the page's content in it. */
export interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** What of a page's content is text, and where pieces of the structure tree start and end. */
export type ContentItem = TextItem | { readonly type: string; readonly id?: string | null; readonly tag?: string };

/** Roles that stand within a line (14.8.4.4), and what belongs to an item. */
const INLINE = new Set(
  "Span Quote Link Annot Reference BibEntry Code Em Strong Sub Ruby RB RT RP Warichu Lbl Form".split(" "),
);
/** Entries of a table of contents: the headings stand again where they belong. What is no part of the document's own text. */
const PASSED_OVER = new Set("TOC TOCI Index Artifact".split(" "));
const HEADING = /^H([1-6]?)$/;
/** A page is read by its tags where they hold nearly all of its text. */
const MIN_TAGGED = 0.95;
/** A tree deeper than this was made to be deep. */
const MAX_DEPTH = 100;

/**
 * Reads a page by the tags that its author's program gave it: they say what is a heading, an item, a cell.
 *
 * @returns null where it has none, or they leave text out
 */
export function taggedBlocks(
  tree: StructureNode | null,
  items: readonly ContentItem[],
  page: number,
  view: readonly number[],
): (PdfBlock | PdfTable)[] | null {
  if (tree === null) return null;
  const { byId, all } = contentOf(items);
  const reader = new TaggedPage(byId, page, view);
  reader.flow([tree], 0);
  return all === 0 || reader.letters < MIN_TAGGED * all ? null : reader.blocks;
}

/** The text of each piece of content, and how many letters there are but for the page's head and foot. */
function contentOf(items: readonly ContentItem[]): { byId: Map<string, TextItem[]>; all: number } {
  const byId = new Map<string, TextItem[]>();
  const open: (string | null)[] = [];
  let all = 0;
  for (const item of items) {
    if (!("str" in item)) {
      if (item.type === "endMarkedContent") open.pop();
      else if (item.type.startsWith("begin"))
        open.push(item.tag === "Artifact" ? "artifact" : (item.id ?? open.at(-1) ?? null));
      continue;
    }
    const id = open.at(-1) ?? null;
    if (id !== "artifact") all += item.str.trim().length;
    if (id === null) continue;
    const texts = byId.get(id);
    if (texts === undefined) byId.set(id, [item]);
    else texts.push(item);
  }
  return { byId, all };
}

class TaggedPage {
  readonly blocks: (PdfBlock | PdfTable)[] = [];
  letters = 0;
  readonly #byId: ReadonlyMap<string, readonly TextItem[]>;
  readonly #page: number;
  readonly #view: readonly number[];

  constructor(byId: ReadonlyMap<string, readonly TextItem[]>, page: number, view: readonly number[]) {
    this.#byId = byId;
    this.#page = page;
    this.#view = view;
  }

  /** Reads blocks, and what stands between them as paragraphs, or as an item's text. */
  flow(nodes: readonly StructureNode[], depth: number, kind: "paragraph" | "item" = "paragraph"): void {
    let items: TextItem[] = [];
    const flush = () => {
      this.#add(kind, 0, items);
      items = [];
    };
    for (const node of nodes) {
      if (isInline(node)) for (const item of this.#textOf(node, depth)) items.push(item);
      else {
        flush();
        this.#block(node, depth + 1, kind);
      }
    }
    flush();
  }

  #block(node: StructureNode, depth: number, kind: "paragraph" | "item"): void {
    if (depth > MAX_DEPTH) return;
    const { role = "", children = [] } = node;
    const heading = HEADING.exec(role) ?? (role === "Title" ? ["", "1"] : null);
    if (PASSED_OVER.has(role)) this.#textOf(node, depth);
    else if (heading !== null) this.#add("heading", Number(heading[1] || 1), this.#textOf(node, depth));
    else if (role === "Table") this.#table(node, depth);
    else if (role === "LI") this.flow(children, depth, "item");
    else if (role === "P") this.flow(children, depth, kind);
    else this.flow(children, depth, role === "LBody" ? "item" : "paragraph");
  }

  #table(table: StructureNode, depth: number): void {
    const rows: { readonly cells: string[]; readonly isHead: boolean; readonly font: string | undefined }[] = [];
    const visit = (node: StructureNode, below: number): void => {
      if (below > MAX_DEPTH) return;
      if (node.role === "Caption") this.flow(node.children ?? [], below);
      else if (node.role === "TR") {
        const cells = (node.children ?? []).filter(({ role }) => role === "TH" || role === "TD");
        const lines = cells.map((cell) => this.#lines(this.#textOf(cell, below)));
        const texts = lines.map((cell) => cell.map(textOf).join(" "));
        const isHead = cells.every(({ role }) => role === "TH");
        // Of a table over pages, each page has all rows, with the text of its own alone.
        if (texts.some((text) => text !== ""))
          rows.push({ cells: texts, isHead, font: lines.find(([line]) => line)?.[0]?.font });
      } else for (const child of node.children ?? []) visit(child, below + 1);
    };
    visit(table, depth);
    if (rows.length === 0) return;
    const texts = rows.map(({ cells }) => cells);
    const isHeaded =
      rows.length > 1 && (rows[0]?.isHead === true || looksHeaded(texts, rows[0]?.font !== rows[1]?.font));
    this.blocks.push({ kind: "table", rows: texts, isHeaded, page: this.#page });
  }

  /** All text below a node, each piece once. */
  #textOf(node: StructureNode, depth: number): TextItem[] {
    if (depth > MAX_DEPTH) return [];
    if (node.type === "content") {
      const items = this.#byId.get(node.id ?? "") ?? [];
      for (const { str } of items) this.letters += str.trim().length;
      return [...items];
    }
    return (node.children ?? []).flatMap((child) => this.#textOf(child, depth + 1));
  }

  #lines(items: readonly TextItem[]): PageLine[] {
    return toLines(items, this.#page, this.#view).filter(({ cells }) => cells.length > 0);
  }

  #add(kind: PdfBlock["kind"], level: number, items: readonly TextItem[]): void {
    const lines = this.#lines(items);
    // A mark of a list by itself, such as "•", is none of its text.
    if (lines.some((line) => /[\p{L}\p{N}]/u.test(textOf(line)))) this.blocks.push({ kind, level, lines });
  }
}

/** A group without a meaning of its own, as Chromium makes of each line's parts, is what it holds. */
function isInline({ role, type, children = [] }: StructureNode, depth = 0): boolean {
  if (type !== undefined || role === undefined || INLINE.has(role)) return true;
  return role === "NonStruct" && depth < MAX_DEPTH && children.every((child) => isInline(child, depth + 1));
}
