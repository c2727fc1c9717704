import type { Element, ElementContent, RootContent } from "hast";
import { readCode, trimLines } from "./code.ts";
import type { DisplayBuilder } from "./display-builder.ts";
import { collapse, isReadable, textOf } from "./display-text.ts";
import type { BlockKind } from "./document.ts";
import { isBlock, isHidden, isPageFrame, NOTE } from "./elements.ts";
import { InlineReader } from "./inline.ts";
import { Outline } from "./outline.ts";
import type { Page } from "./page.ts";
import { divideParagraph } from "./paragraph-parts.ts";
import { inserted, type Piece } from "./pieces.ts";
import { endsAsking, isAskingHeading } from "./questions.ts";
import { isLayout, readTable } from "./tables.ts";

/** A list item that is being read. */
interface Item {
  /** Its block; -1 until its first line is read, and of one without. */
  block: number;
  /** Whether its first line is still to come. */
  open: boolean;
  readonly parent: number;
  readonly depth: number;
  readonly group: number;
  readonly ordinal: number | null;
}

/** What a block is beside its kind; what is not said is as of a paragraph by itself. */
type About = Partial<Omit<Item, "block" | "open">> & { readonly asks?: boolean };

/** Goes through a page and hands its blocks to the builder. */
export class Walker {
  readonly #builder: DisplayBuilder;
  readonly #page: Page;
  readonly #inline: InlineReader;
  readonly #notes: Map<string, Element>;
  readonly #outline: Outline;
  /** The paragraph right before. */
  #introduction = -1;
  /** The same, or the one before code right before. */
  #codeIntroduction = -1;
  #articles = 0;
  #label: readonly Piece[] | null;

  constructor(builder: DisplayBuilder, page: Page) {
    this.#builder = builder;
    this.#page = page;
    this.#inline = new InlineReader(page.source, page.raw);
    this.#notes = new Map(page.notes);
    this.#outline = new Outline(page.headings);
    this.#label = page.label ?? null;
  }

  /** Display text of the first top heading that was read. */
  get title(): string | undefined {
    return this.#outline.title;
  }

  walk(): void {
    const first = this.#page.root.children.find((node) => node.type === "element");
    const labelled = this.#label !== null && this.#label.length > 0;
    if (labelled && first !== undefined && isBlock(first) && first.tagName !== "p") {
      this.#introduce(this.#add("paragraph", []));
    }
    this.#flow(this.#page.root.children, null, null);
  }

  /** Reads blocks, and what stands between them as paragraphs. */
  #flow(nodes: readonly RootContent[], within: Element | null, item: Item | null): void {
    let pieces: Piece[] = [];
    const flush = () => {
      if (pieces.length > 0) this.#paragraph(pieces, item);
      pieces = [];
    };
    for (const node of nodes) {
      if (isBlock(node)) {
        flush();
        this.#block(node, item);
      } else {
        for (const piece of this.#inline.read(node, within)) pieces.push(piece);
      }
    }
    flush();
  }

  #block(node: Element, item: Item | null): void {
    if (node.tagName === NOTE || isHidden(node)) return;
    if (this.#page.framed && isPageFrame(node, this.#articles > 0)) return;
    if (item === null && /^h[1-6]$/.test(node.tagName)) {
      this.#heading(node);
      return;
    }
    switch (node.tagName) {
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        this.#list(node, item);
        break;
      case "dl":
        this.#definitions(node.children, item);
        break;
      case "table":
        if (isLayout(node)) this.#flow(node.children, node, item);
        else this.#table(node, item);
        break;
      case "pre":
        this.#code(node, item);
        break;
      case "details":
        this.#details(node, item);
        break;
      case "hr":
      case "blockquote":
        this.#introduce(-1);
        this.#flow(node.children, node, item);
        this.#introduce(-1);
        break;
      case "article":
      case "main":
      case "section":
        this.#articles++;
        this.#flow(node.children, node, item);
        this.#articles--;
        break;
      default:
        this.#flow(node.children, node, item);
    }
  }

  #heading(node: Element): void {
    const pieces = collapse(this.#inline.readAll(node.children, node));
    const level = Number(node.tagName.slice(1));
    const text = textOf(pieces).replaceAll("\n", " ");
    const asks = isAskingHeading(text);
    this.#introduce(-1);
    this.#outline.leave(level);
    if (!isReadable(pieces)) return;
    const block = this.#add("heading", pieces, { parent: this.#outline.asked, asks });
    this.#outline.enter(level, text, block, asks);
    this.#cite(block);
  }

  #paragraph(read: readonly Piece[], item: Item | null, asks = false): void {
    const pieces = collapse(read);
    if (!isReadable(pieces)) return;
    if (item?.open === true) {
      const { parent, depth, group, ordinal } = item;
      item.open = false;
      item.block = this.#add("item", pieces, { parent, depth, group, ordinal });
      this.#introduce(item.block);
      this.#cite(item.block);
      return;
    }
    for (const { pieces: part, is, mark } of divideParagraph(pieces, this.#page.raw)) {
      const kind = is === "line" ? "line" : "paragraph";
      const question = is === "question" || asks;
      if (question) this.#outline.question = -1;
      const parent = this.#above(item);
      const behind = parent === -1 ? 0 : mark;
      const block = this.#add(kind, part, { parent, asks: question }, behind);
      this.#introduce(block);
      if (question) this.#outline.question = block;
    }
    this.#cite(this.#introduction);
  }

  #list(list: Element, outer: Item | null): void {
    const goesOn = Number(list.properties["start"] ?? 1) > 1 && !this.#announces(this.#introduction);
    const parent = this.#introduction !== -1 && !goesOn ? this.#introduction : this.#above(outer);
    const group = outer === null || outer.group === -1 ? this.#builder.newGroup() : outer.group;
    const depth = outer === null ? 0 : outer.depth + 1;
    const numbered = list.tagName === "ol";
    let ordinal = Number(list.properties["start"] ?? 1);
    for (const node of list.children) {
      if (node.type !== "element" || isHidden(node)) continue;
      if (node.tagName !== "li") {
        this.#block(node, outer);
        continue;
      }
      ordinal = Number(node.properties["value"] ?? ordinal);
      const number = numbered && Number.isInteger(ordinal) ? ordinal : null;
      this.#introduce(-1);
      this.#flow(node.children, node, { block: -1, open: true, parent, depth, group, ordinal: number });
      ordinal++;
    }
    // Code that is meant to stand in the last item is often not indented.
    const last = this.#builder.blocks.length - 1;
    this.#introduce(-1);
    if (outer === null && this.#announces(last)) this.#codeIntroduction = last;
  }

  /** A term is a paragraph, what it means are its items. */
  #definitions(nodes: readonly ElementContent[], outer: Item | null): void {
    let group = -1;
    for (const node of nodes) {
      if (node.type !== "element" || isHidden(node)) continue;
      if (node.tagName === "dd") {
        if (group === -1) group = this.#builder.newGroup();
        const parent = this.#introduction !== -1 ? this.#introduction : this.#above(outer);
        this.#flow(node.children, node, { block: -1, open: true, parent, depth: 0, group, ordinal: null });
        this.#introduce(parent);
      } else if (node.tagName === "div") {
        this.#definitions(node.children, outer);
        group = -1;
      } else {
        this.#introduce(-1);
        group = -1;
        this.#block(node, outer);
      }
    }
    this.#introduce(-1);
  }

  #table(table: Element, item: Item | null): void {
    const { caption, rows } = readTable(table, (cell) => this.#inline.readAll(cell.children, cell));
    const cited = this.#inline.cited.splice(0);
    if (caption.length > 0) this.#paragraph(caption, item);
    const parent = this.#introduction !== -1 ? this.#introduction : this.#above(item);
    const group = this.#builder.newGroup();
    let last = -1;
    for (const row of rows) {
      if (isReadable(row.filter(({ borrowed }) => !borrowed))) last = this.#add("row", row, { parent, group });
    }
    this.#introduce(-1);
    this.#inline.cited.push(...cited);
    if (last !== -1) this.#cite(last);
  }

  #code(node: Element, item: Item | null): void {
    const { source, raw } = this.#page;
    const pieces = readCode(node, source, raw) ?? trimLines(this.#inline.readAll(node.children, node));
    if (pieces.every((piece) => piece.text.trim() === "")) return;
    const introduction = this.#codeIntroduction;
    this.#add("code", pieces, { parent: introduction !== -1 ? introduction : this.#above(item) });
    this.#introduce(-1);
    this.#codeIntroduction = introduction;
  }

  #details(node: Element, item: Item | null): void {
    const outer = this.#outline.question;
    this.#introduce(-1);
    for (const child of node.children) {
      if (child.type !== "element" || child.tagName !== "summary") continue;
      const pieces = this.#inline.readAll(child.children, child);
      this.#paragraph(pieces, item, endsAsking(textOf(collapse(pieces))));
    }
    const rest = node.children.filter((child) => child.type !== "element" || child.tagName !== "summary");
    this.#flow(rest, node, item);
    this.#outline.question = outer;
    this.#introduce(-1);
  }

  /** Puts the footnotes that were just cited behind the block that cites them. */
  #cite(block: number): void {
    const introduction = this.#introduction;
    for (const id of this.#inline.cited.splice(0)) {
      const note = this.#notes.get(id);
      this.#notes.delete(id);
      if (note === undefined) continue;
      const under = { block, open: false, parent: -1, depth: -1, group: -1, ordinal: null };
      this.#flow(note.children, note, under);
    }
    this.#introduce(introduction);
  }

  #introduce(block: number): void {
    this.#introduction = block;
    this.#codeIntroduction = block;
  }

  /** Whether a block says that something follows. */
  #announces(block: number): boolean {
    return block !== -1 && this.#builder.ends(block, ":");
  }

  /** The block that what comes now is a part of, where nothing right before it introduces it. */
  #above(item: Item | null): number {
    return item !== null && item.block !== -1 ? item.block : this.#outline.asked;
  }

  #add(kind: BlockKind, pieces: readonly Piece[], about: About = {}, behind = 0): number {
    const { parent = -1, asks = false, depth = 0, group = -1, ordinal = null } = about;
    const label = this.#label;
    if (label !== null && kind === "paragraph") {
      this.#label = null;
      const end = label.at(-1)?.to;
      const mark = end === undefined ? [] : [inserted(pieces.length > 0 ? ": " : ":", end)];
      const field = { kind: "field", headings: [], parent, asks: false, depth, group, ordinal } as const;
      return this.#builder.add(field, [...label, ...mark, ...pieces]);
    }
    return this.#builder.add(
      { kind, headings: this.#outline.headings, parent, asks, depth, group, ordinal },
      pieces,
      behind,
    );
  }
}
