import type { Element, RootContent } from "hast";
import { readCode, trimLines } from "./code.ts";
import { entriesOf, labelled, startsWithText, withDefinitions } from "./definition-lists.ts";
import type { DisplayBuilder } from "./display-builder.ts";
import { collapse, isReadable, textOf } from "./display-text.ts";
import { isBlock, isHidden, isPageFrame, NOTE, titleOf } from "./elements.ts";
import { InlineReader } from "./inline.ts";
import { type Item, readWordItem } from "./list-items.ts";
import type { Page } from "./page.ts";
import { divideParagraph } from "./paragraph-parts.ts";
import { joined, type Piece } from "./pieces.ts";
import { PlacedBlocks } from "./placed-blocks.ts";
import { endsAsking, isAskingHeading } from "./questions.ts";
import { isLayout, readTable } from "./tables.ts";

/** Goes through a page and hands its blocks to the builder. */
export class Walker {
  readonly #placed: PlacedBlocks;
  readonly #page: Page;
  readonly #inline: InlineReader;
  readonly #notes: Map<string, Element>;
  #articles = 0;
  /** The list of the last item that Word gave as a paragraph. */
  #wordList = -2;

  constructor(builder: DisplayBuilder, page: Page) {
    this.#placed = new PlacedBlocks(builder, page);
    this.#page = page;
    this.#inline = new InlineReader(page.source, page.raw);
    this.#notes = new Map(page.notes);
  }

  /** Display text of the first top heading that was read. */
  get title(): string | undefined {
    return this.#placed.outline.title;
  }

  walk(): void {
    const first = this.#page.root.children.find((node) => node.type === "element");
    if (this.#placed.isLabelled && first !== undefined && isBlock(first) && first.tagName !== "p") {
      this.#placed.introduce(this.#placed.add("paragraph", []));
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
    const all = withDefinitions(nodes);
    for (const [i, node] of all.entries()) {
      if (isBlock(node)) {
        flush();
        this.#block(node, item);
      } else {
        for (const piece of this.#inline.readBehind(all[i - 1], node, within)) pieces.push(piece);
      }
    }
    flush();
  }

  #block(node: Element, item: Item | null): void {
    if (node.tagName === NOTE || isHidden(node)) return;
    const { clutter } = this.#page;
    if (clutter !== null && (isPageFrame(node, this.#articles > 0) || clutter.isClutter(node))) return;
    if (item === null && /^h[1-6]$/.test(node.tagName)) {
      this.#heading(node);
      return;
    }
    switch (node.tagName) {
      case "p":
        this.#wordItem(node, item);
        break;
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        this.#list(node, item);
        break;
      case "dl":
        this.#definitions(node, item);
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
      case "button":
        this.#paragraph(this.#inline.readAll(node.children, node), item, true);
        break;
      case "blockquote":
        this.#quotation(node, item);
        break;
      case "hr":
        this.#placed.introduce(-1);
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
    this.#placed.introduce(-1);
    this.#placed.outline.leave(level);
    if (!isReadable(pieces)) return;
    const asks = isAskingHeading(text);
    const block = this.#placed.add("heading", pieces, { parent: this.#placed.outline.asked, asks });
    this.#placed.enter(level, text, block, asks);
    this.#cite(block);
  }

  #paragraph(read: readonly Piece[], item: Item | null, asks = false): void {
    const pieces = collapse(read);
    if (!isReadable(pieces)) return;
    if (item?.open === true) {
      const { parent, depth, group, ordinal, label = [] } = item;
      item.open = false;
      item.block = this.#placed.add("item", labelled(label, pieces), { parent, depth, group, ordinal, asks });
      this.#placed.introduce(item.block);
      this.#cite(item.block);
      return;
    }
    for (const { pieces: part, is, mark, isWhole } of divideParagraph(pieces, this.#page.raw)) {
      const kind = is === "line" ? "line" : "paragraph";
      const question = is === "question" || asks;
      if (question) this.#placed.outline.question = -1;
      const parent = this.#placed.above(item);
      const behind = parent === -1 ? 0 : mark;
      const block = this.#placed.add(kind, part, { parent, asks: question }, behind);
      this.#placed.introduce(block);
      if (question) this.#placed.outline.question = block;
      else if (isWhole === true) this.#placed.outline.question = -1;
    }
    this.#cite(this.#placed.introduction);
  }

  #list(list: Element, outer: Item | null): void {
    const goesOn = Number(list.properties["start"] ?? 1) > 1 && !this.#placed.announces(this.#placed.introduction);
    const parent = this.#placed.introduction !== -1 && !goesOn ? this.#placed.introduction : this.#placed.above(outer);
    const group = outer === null || outer.group === -1 ? this.#placed.builder.newGroup() : outer.group;
    const depth = outer === null ? 0 : outer.depth + 1;
    let ordinal = Number(list.properties["start"] ?? 1);
    for (const node of list.children) {
      if (node.type !== "element" || isHidden(node)) continue;
      if (node.tagName !== "li") {
        this.#block(node, outer);
        continue;
      }
      ordinal = Number(node.properties["value"] ?? ordinal);
      const number = list.tagName === "ol" && Number.isInteger(ordinal) ? ordinal : null;
      this.#placed.introduce(-1);
      this.#flow(node.children, node, { block: -1, open: true, parent, depth, group, ordinal: number });
      ordinal++;
    }
    // Code that is meant to stand in the last item is often not indented.
    const last = this.#placed.builder.blocks.length - 1;
    this.#placed.introduce(-1);
    if (outer === null && this.#placed.announces(last)) this.#placed.codeIntroduction = last;
  }

  /** A paragraph, which Word may mean for a list item: it goes on with the list right before it. */
  #wordItem(node: Element, item: Item | null): void {
    const word = readWordItem(node);
    if (word === null) {
      this.#flow(node.children, node, item);
      return;
    }
    const last = this.#placed.builder.blocks.at(-1);
    const goesOn = last?.kind === "item" && last.group === this.#wordList;
    const parent = goesOn
      ? last.parent
      : this.#placed.introduction !== -1
        ? this.#placed.introduction
        : this.#placed.above(item);
    if (!goesOn) this.#wordList = this.#placed.builder.newGroup();
    const { depth, ordinal, mark } = word;
    const children = node.children.filter((child) => child !== mark);
    this.#placed.introduce(-1);
    this.#flow(children, node, { block: -1, open: true, parent, depth, group: this.#wordList, ordinal });
  }

  /** A definition is an item with its term before it; a term that asks, or that more than a text defines, stands alone. */
  #definitions(list: Element, outer: Item | null): void {
    const parent = this.#placed.introduction !== -1 ? this.#placed.introduction : this.#placed.above(outer);
    const group = this.#placed.builder.newGroup();
    const depth = outer === null ? 0 : outer.depth + 1;
    for (const { terms, definitions } of entriesOf(list)) {
      const label = joined(terms.map((term) => collapse(this.#inline.readAll(term.children, term))));
      const asks = endsAsking(textOf(label));
      const alone = asks || definitions.length === 0 || !startsWithText(definitions[0] as Element);
      const question = this.#placed.outline.question;
      this.#placed.introduce(-1);
      if (alone) {
        this.#placed.entitle(() => this.#paragraph(label, null, asks));
      }
      for (const [i, node] of definitions.entries()) {
        const named = alone ? undefined : i === 0 ? label : label.map((piece) => ({ ...piece, borrowed: true }));
        const under = alone ? this.#placed.outline.asked : parent;
        this.#placed.introduce(-1);
        this.#flow(node.children, node, {
          block: -1,
          open: true,
          parent: under,
          depth,
          group,
          ordinal: null,
          label: named,
        });
      }
      this.#placed.outline.question = question;
    }
    this.#placed.introduce(-1);
  }

  #table(table: Element, item: Item | null): void {
    const { caption, rows } = readTable(table, (cell) => this.#inline.readAll(cell.children, cell));
    const cited = this.#inline.cited.splice(0);
    if (caption.length > 0) this.#paragraph(caption, item);
    const parent = this.#placed.introduction !== -1 ? this.#placed.introduction : this.#placed.above(item);
    const group = this.#placed.builder.newGroup();
    let last = -1;
    for (const row of rows) {
      if (isReadable(row.filter(({ borrowed }) => !borrowed))) last = this.#placed.add("row", row, { parent, group });
    }
    this.#placed.introduce(-1);
    this.#inline.cited.push(...cited);
    if (last !== -1) this.#cite(last);
  }

  #code(node: Element, item: Item | null): void {
    const pieces =
      readCode(node, this.#page.source, this.#page.raw) ?? trimLines(this.#inline.readAll(node.children, node));
    if (pieces.every((piece) => piece.text.trim() === "")) return;
    const introduction = this.#placed.codeIntroduction;
    this.#placed.add("code", pieces, { parent: introduction !== -1 ? introduction : this.#placed.above(item) });
    this.#placed.introduce(-1);
    this.#placed.codeIntroduction = introduction;
  }

  #details(node: Element, item: Item | null): void {
    const outer = this.#placed.outline.question;
    this.#placed.introduce(-1);
    for (const child of node.children) {
      if (child.type !== "element" || child.tagName !== "summary") continue;
      const pieces = this.#inline.readAll(child.children, child);
      this.#placed.entitle(() => this.#paragraph(pieces, item, endsAsking(textOf(collapse(pieces)))));
    }
    this.#flow(
      node.children.filter((child) => child.type !== "element" || child.tagName !== "summary"),
      node,
      item,
    );
    this.#placed.outline.question = outer;
    this.#placed.introduce(-1);
  }

  /** A callout begins with its title in bold, which introduces what stands in it, or is answered by it. */
  #quotation(node: Element, item: Item | null): void {
    const outer = this.#placed.outline.question;
    this.#placed.introduce(-1);
    const title = titleOf(node);
    if (title !== null) this.#placed.entitle(() => this.#flow([title], node, item));
    this.#flow(title === null ? node.children : node.children.slice(node.children.indexOf(title) + 1), node, item);
    this.#placed.outline.question = outer;
    this.#placed.introduce(-1);
    if (item === null && title === null) this.#placed.quote();
  }

  /** Puts the footnotes that were just cited behind the block that cites them. */
  #cite(block: number): void {
    const introduction = this.#placed.introduction;
    for (const id of this.#inline.cited.splice(0)) {
      const note = this.#notes.get(id);
      this.#notes.delete(id);
      if (note === undefined) continue;
      const under = { block, open: false, parent: -1, depth: -1, group: -1, ordinal: null };
      this.#flow(note.children, note, under);
    }
    this.#placed.introduce(introduction);
  }
}
