import type { DisplayBuilder } from "./display-builder.ts";
import type { BlockKind } from "./document.ts";
import type { Item } from "./list-items.ts";
import { Outline } from "./outline.ts";
import type { Page } from "./page.ts";
import { inserted, type Piece } from "./pieces.ts";

/** What a block is beside its kind; what is not said is as of a paragraph by itself. */
type About = Partial<Omit<Item, "block" | "open" | "label">> & { readonly asks?: boolean };

/** Hands the blocks of a page to the builder, and knows what each of them stands under and right behind. */
export class PlacedBlocks {
  readonly builder: DisplayBuilder;
  readonly outline: Outline;
  /** The paragraph right before. */
  introduction = -1;
  /** The same, or the one before code right before. */
  codeIntroduction = -1;
  readonly #above: readonly string[];
  #label: readonly Piece[] | null;
  /** The question at the end of the quotation right before. */
  #quoted = -1;

  constructor(builder: DisplayBuilder, { headings, named, label }: Page) {
    this.builder = builder;
    this.outline = new Outline(headings, named);
    this.#above = headings;
    this.#label = label ?? null;
  }

  /** Whether a field's name is still to be shown. */
  get isLabelled(): boolean {
    return this.#label !== null && this.#label.length > 0;
  }

  /** Enters what stands under a heading, as `Outline.enter` has it. */
  enter(level: number, text: string, block: number, asks: boolean): void {
    const { title, titleBlock } = this.outline;
    this.outline.enter(level, text, block, asks);
    if (level > 1 || title === undefined || titleBlock === -1) return;
    this.outline.titleBlock = -1;
    this.#headPart(title, titleBlock + 1, block);
  }

  /** Of several top headings the first one heads its own part too, and not the others'. */
  #headPart(title: string, from: number, to: number): void {
    const headed = new Map<readonly string[], readonly string[]>();
    for (let i = from; i < to; i++) {
      const block = this.builder.blocks[i];
      if (block === undefined) continue;
      const own = block.headings.slice(this.#above.length);
      const headings = headed.get(block.headings) ?? [...this.#above, ...(own[0] === title ? [] : [title]), ...own];
      headed.set(block.headings, headings);
      this.builder.blocks[i] = { ...block, headings };
    }
  }

  introduce(block: number): void {
    this.introduction = block;
    this.codeIntroduction = block;
  }

  /** What comes now is a part of what is read first: a question's answer, or what a title introduces. */
  entitle(read: () => void): void {
    const block = this.builder.blocks.length;
    read();
    if (this.builder.blocks.length > block) this.outline.question = block;
  }

  /** Whether a block says that something follows. */
  announces(block: number): boolean {
    return block !== -1 && this.builder.ends(block, ":");
  }

  /** A quotation ends here: where it asks, as in a mail, the next paragraph or list answers it. */
  quote(): void {
    const last = this.builder.blocks.at(-1);
    const asks = last?.kind === "paragraph" && ["?", "？", "؟"].some((mark) => this.builder.ends(this.#last, mark));
    this.#quoted = asks ? this.#last : -1;
  }

  get #last(): number {
    return this.builder.blocks.length - 1;
  }

  /** The block that what comes now is a part of, where nothing right before it introduces it. */
  above(item: Item | null): number {
    const quoted = this.builder.blocks[this.#quoted];
    if (item === null && quoted !== undefined && this.#quoted === this.#last) {
      this.builder.blocks[this.#quoted] = { ...quoted, asks: true };
      return this.#quoted;
    }
    return item !== null && item.block !== -1 ? item.block : this.outline.asked;
  }

  /** @returns the block's position; `behind` is as `DisplayBuilder.add` has it */
  add(kind: BlockKind, pieces: readonly Piece[], about: About = {}, behind = 0): number {
    const { parent = -1, asks = false, depth = 0, group = -1, ordinal = null } = about;
    const label = this.#label;
    if (label !== null && kind === "paragraph") {
      this.#label = null;
      const end = label.at(-1)?.to;
      const mark = end === undefined ? [] : [inserted(pieces.length > 0 ? ": " : ":", end)];
      const field = { kind: "field", headings: [], parent, asks: false, depth, group, ordinal } as const;
      return this.builder.add(field, [...label, ...mark, ...pieces]);
    }
    return this.builder.add(
      { kind, headings: this.outline.headings, parent, asks, depth, group, ordinal },
      pieces,
      behind,
    );
  }
}
