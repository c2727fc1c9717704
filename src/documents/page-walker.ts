import type { Element, ElementContent, Nodes, RootContent, Text } from "hast";
import { codePieces } from "./code-text.ts";
import type { DisplayBuilder, NewBlock } from "./display-builder.ts";
import { collapse, isReadable, textOf } from "./display-text.ts";
import type { BlockKind } from "./document.ts";
import { hasBlocks, isBlock, isHidden, isPageFurniture, tagOf } from "./elements.ts";
import { gather, type Source } from "./inline-text.ts";
import { asksInText, CHAT_LINE, splitLines } from "./lines-of-text.ts";
import type { MappedText } from "./mapped-text.ts";
import type { Piece } from "./pieces.ts";
import { rowPieces, rowsOf } from "./table-rows.ts";

const NO_HEADINGS: readonly string[] = [];
/** Fewer lines like those of a chat are no chat. */
const MIN_CHAT = 3;

/** The list that an item stands in. */
interface List {
  readonly group: number;
  readonly depth: number;
  readonly parent: number;
}

interface Question {
  readonly block: number;
  /** Level of its heading; 0 for a line of text. */
  readonly level: number;
}

/** Walks a page and puts what a reader sees of it into blocks. */
export class PageWalker {
  /** The first top heading. */
  title: string | undefined;
  /** What stands before the next paragraph, which is then a field's: "abstract: ". */
  lead: readonly Piece[] | null = null;
  readonly #builder: DisplayBuilder;
  readonly #raw: string;
  #source: Source = { text: { text: "", offsets: new Int32Array(1) }, cursor: 0 };
  readonly #path: { level: number; text: string }[] = [];
  #headings: readonly string[] = NO_HEADINGS;
  #question: Question | null = null;
  /** The block right before, as long as what follows may belong to it. */
  #previous = -1;
  #wholePage = false;

  /** @param raw the file's text */
  constructor(builder: DisplayBuilder, raw: string) {
    this.#builder = builder;
    this.#raw = raw;
  }

  /** Forgets what was introduced by the fields above. */
  startPage(): void {
    this.#previous = -1;
    this.#headings = NO_HEADINGS;
    this.#path.length = 0;
  }

  /**
   * @param source what the tree was parsed from
   * @param wholePage whether navigation, heads and feet of a page are to be passed over
   */
  walk(tree: Nodes, source: MappedText, wholePage = false): void {
    this.#source = { text: source, cursor: 0 };
    this.#wholePage = wholePage;
    this.#children("children" in tree ? tree.children : []);
  }

  #children(nodes: readonly (RootContent | ElementContent)[], item: List | null = null): void {
    let inline: (RootContent | ElementContent)[] = [];
    let own = item;
    const flush = () => {
      if (inline.length > 0 && this.#paragraph(inline, own)) own = null;
      inline = [];
    };
    for (const node of nodes) {
      if (node.type === "element" && isHidden(node)) continue;
      if (node.type === "element" && this.#wholePage && isPageFurniture(node)) continue;
      if (node.type === "element" && (isBlock(node) || hasBlocks(node))) {
        flush();
        if (node.tagName === "p" && own !== null) {
          if (this.#paragraph(node.children, own)) own = null;
        } else this.#block(node, own);
      } else inline.push(node);
    }
    flush();
  }

  #block(node: Element, item: List | null): void {
    const tag = tagOf(node);
    if (/^h[1-6]$/.test(tag)) {
      this.#heading(node, Number(tag[1]));
      return;
    }
    switch (tag) {
      case "p":
        if (hasBlocks(node)) this.#children(node.children);
        else this.#paragraph(node.children, null);
        break;
      case "summary":
        this.#paragraph(node.children, null, true);
        break;
      case "ul":
      case "ol":
        this.#list(node, item);
        break;
      case "pre":
        this.#code(node);
        break;
      case "table":
        this.#table(node);
        break;
      case "hr":
        this.#previous = -1;
        break;
      default:
        this.#children(node.children, item);
    }
  }

  #heading(node: Element, level: number): void {
    const pieces = collapse(gather(node.children, this.#source, this.#raw));
    const text = textOf(pieces).replace(/\s+/g, " ");
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop();
    this.#headings = this.#path.map((heading) => heading.text);
    this.#previous = -1;
    if (this.#question !== null && (this.#question.level === 0 || this.#question.level >= level)) this.#question = null;
    // One without words parts what stands above from what stands below all the same.
    if (!isReadable(pieces)) return;
    const asks = asksInText(text, true);
    const block = this.#add("heading", pieces, { asks });
    if (level === 1 && this.title === undefined) this.title = text;
    else this.#path.push({ level, text });
    this.#headings = this.#path.map((heading) => heading.text);
    if (asks) this.#question = { block, level };
  }

  /** @returns whether there was anything to show */
  #paragraph(nodes: readonly (RootContent | ElementContent)[], item: List | null, summary = false): boolean {
    const gathered = gather(nodes, this.#source, this.#raw);
    const lines = item === null && !summary ? splitLines(gathered, this.#raw) : [];
    if (lines.length >= MIN_CHAT && lines.every((line) => CHAT_LINE.test(textOf(line)))) {
      for (const line of lines) this.#add("line", line, {});
      return true;
    }
    const pieces = collapse(gathered);
    if (!isReadable(pieces)) return false;
    if (item !== null) {
      this.#previous = this.#add("item", pieces, item);
      return true;
    }
    const text = textOf(pieces);
    const asks = asksInText(text, summary || isAllBold(nodes));
    if (asks) this.#question = null;
    const { lead } = this;
    this.lead = lead === null ? null : [];
    const isField = lead !== null && lead.length > 0;
    const behind = /^(?:A\d*|Answer)\s*[:.)]\s+(?=\S)/i.exec(text)?.[0].length ?? 0;
    const block = this.#add(
      isField ? "field" : "paragraph",
      isField ? [...lead, ...pieces] : pieces,
      { asks },
      this.#question !== null ? behind : 0,
    );
    if (asks) this.#question = { block, level: 0 };
    this.#previous = block;
    return true;
  }

  #list(node: Element, item: List | null): void {
    const nested = this.#depth(item);
    const parent = this.#previous;
    const group = this.#builder.newGroup();
    let ordinal = node.tagName === "ol" ? Number(node.properties["start"] ?? 1) : null;
    for (const child of node.children) {
      if (child.type !== "element" || child.tagName !== "li") continue;
      this.#ordinal = ordinal;
      this.#within = nested + 1;
      this.#children(child.children, { group, depth: nested, parent });
      this.#within = nested;
      if (ordinal !== null) ordinal++;
    }
    this.#ordinal = null;
    this.#previous = -1;
  }

  #within = 0;
  #ordinal: number | null = null;

  #depth(item: List | null): number {
    return item === null ? this.#within : Math.max(this.#within, item.depth);
  }

  #code(node: Element): void {
    const pieces = codePieces(node, this.#source, this.#raw);
    if (!isReadable(pieces)) return;
    this.#add("code", pieces, { parent: this.#previous });
  }

  #table(node: Element): void {
    const { heads, rows } = rowsOf(node);
    const single = rows.every((row) => row.length <= 1) && heads.length <= 1;
    if (single) {
      for (const row of [heads, ...rows]) for (const cell of row) this.#children(cell.children);
      return;
    }
    const pieces = (cell: Element) => collapse(gather(cell.children, this.#source, this.#raw));
    const titles = heads.map(pieces);
    const group = this.#builder.newGroup();
    const parent = this.#previous;
    for (const row of rows) {
      const shown = rowPieces(row.map(pieces), titles);
      if (isReadable(shown)) this.#add("row", shown, { group, parent });
    }
    // A head without rows says something all the same.
    if (rows.length === 0) {
      const shown = rowPieces(titles, []);
      if (isReadable(shown)) this.#add("row", shown, { group, parent });
    }
    this.#previous = -1;
  }

  #add(kind: BlockKind, pieces: readonly Piece[], given: Partial<NewBlock>, behind = 0): number {
    const { parent = -1, asks = false, headings = this.#headings, depth = 0, group = -1 } = given;
    const answers = kind === "heading" ? -1 : (this.#question?.block ?? -1);
    const ordinal = kind === "item" ? this.#ordinal : null;
    const block = { kind, headings, parent: parent === -1 ? answers : parent, asks, depth, group, ordinal };
    return this.#builder.add(block, pieces, behind);
  }
}

function isAllBold(nodes: readonly (RootContent | ElementContent)[]): boolean {
  const told = nodes.filter((node) => node.type !== "text" || (node as Text).value.trim() !== "");
  return told.length === 1 && told[0]?.type === "element" && /^(?:strong|b)$/.test(told[0].tagName);
}
