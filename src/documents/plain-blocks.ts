import type { Span } from "../text/span.ts";
import type { Block } from "./document.ts";
import { Outline } from "./outline.ts";
import type { PlainHeading } from "./plain-headings.ts";
import { dividePlain, type Paragraph, type PlainPart } from "./plain-lines.ts";
import { endsAsking, isAskingHeading } from "./questions.ts";

/** Puts the blocks of a plain text in their places: under headings, in lists, behind the questions that they answer. */
export class PlainBlocks {
  readonly blocks: Block[] = [];
  readonly #text: string;
  readonly #outline: Outline;
  /** The question at the end of the quotation right before; -1 for none. */
  #quoted = -1;

  /** @param named what the text is called for another reason than its heading, or null */
  constructor(text: string, named: string | null) {
    this.#text = text;
    this.#outline = new Outline([], named);
  }

  /** The heading that names the text. */
  get title(): string | undefined {
    return this.#outline.title;
  }

  addHeading({ start, end, level }: PlainHeading): void {
    const text = this.#text.slice(start, end).replace(/\s+/g, " ");
    const asks = isAskingHeading(text);
    this.#quoted = -1;
    this.#outline.leave(level);
    const block = this.#push({ start, end }, { kind: "heading", parent: this.#outline.asked, asks });
    this.#outline.enter(level, text, block, asks);
  }

  /** Adds a line as a paragraph of its own. */
  addLine({ start, end }: Span): void {
    this.#push({ start, end }, {});
  }

  /** @param bullets whether the text has several */
  add(paragraph: Paragraph, bullets: boolean): void {
    const last = this.blocks.at(-1);
    const introduced = last !== undefined && this.#text.slice(last.start, last.end).trimEnd().endsWith(":");
    const parts = dividePlain(this.#text, paragraph, bullets, introduced);
    const answered = paragraph.quoted ? -1 : this.#quoted;
    for (const [i, part] of parts.entries()) this.#addPart(part, i === 0 ? answered : -1);
    this.#quoted = paragraph.quoted && this.#endsAsking() ? this.blocks.length - 1 : -1;
  }

  /** @param quoted the question above that it answers, -1 for none */
  #addPart({ kind, start, end, asks, answers, indentation, ordinal }: PlainPart, quoted: number): void {
    if (kind === "item") {
      this.#push({ start, end }, { kind, asks, ordinal, ...this.#placeInList(indentation) });
      return;
    }
    const asked = this.blocks[quoted];
    if (asked !== undefined) this.blocks[quoted] = { ...asked, asks: true };
    const parent = quoted !== -1 ? quoted : answers ? this.#question() : this.#outline.asked;
    this.#push({ start, end }, { kind, asks, ordinal, parent });
  }

  /** The marked question that the next part answers, another answer to it between or not. */
  #question(): number {
    const last = this.blocks.at(-1);
    if (last?.asks === true) return this.blocks.length - 1;
    const above = this.blocks[last?.parent ?? -1];
    return above?.asks === true ? (last?.parent ?? -1) : -1;
  }

  #endsAsking(): boolean {
    const last = this.blocks.at(-1);
    return last?.kind === "paragraph" && endsAsking(this.#text.slice(last.start, last.end));
  }

  /** An item goes on with the list that stands right before it; the first of a list belongs to the line above it. */
  #placeInList(indentation: number): Pick<Block, "parent" | "depth" | "group"> {
    const { blocks } = this;
    const previous = blocks.at(-1);
    const depth = Math.min(Math.floor(indentation / 2), previous?.kind === "item" ? previous.depth + 1 : 0);
    if (previous?.kind !== "item") {
      const group = 1 + (blocks.findLast((block) => block.group !== -1)?.group ?? -1);
      return { parent: blocks.length - 1, depth: 0, group };
    }
    const above = blocks.findLastIndex((block) => block.kind !== "item" || block.depth < depth);
    const sibling = blocks.findLastIndex((block) => block.kind === "item" && block.depth === depth);
    const parent = depth > 0 ? above : (blocks[sibling]?.parent ?? -1);
    return { parent, depth, group: previous.group };
  }

  #push({ start, end }: Span, about: Partial<Block>): number {
    const base = { kind: "paragraph", parent: -1, asks: false, depth: 0, group: -1, ordinal: null } as const;
    return this.blocks.push({ ...base, headings: this.#outline.headings, ...about, start, end }) - 1;
  }
}
