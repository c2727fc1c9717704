import type { Block } from "./document.ts";
import { Origin, type Run } from "./origin.ts";
import { inserted, type Piece } from "./pieces.ts";

/** A block without its place in the text. */
export type NewBlock = Omit<Block, "start" | "end">;

/** Puts the display text of a document together, block by block, with the way back to the file. */
export class DisplayBuilder {
  readonly blocks: Block[] = [];
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  /** Last character of each block. */
  readonly #endings: (string | undefined)[] = [];
  #length = 0;
  #groups = 0;

  /** @returns the number of a new list or table */
  newGroup(): number {
    return this.#groups++;
  }

  /**
   * @param pieces what is shown, none empty, without white space at either end
   * @param behind how much of it, at its start, is shown before the block and is no part of it
   * @returns the block's position
   */
  add(block: NewBlock, pieces: readonly Piece[], behind = 0): number {
    const previous = this.blocks.at(-1);
    if (previous !== undefined) this.#push(inserted(separator(previous, block), this.#runs.at(-1)?.to ?? 0));
    const start = this.#length + behind;
    for (const piece of pieces) this.#push(piece);
    this.#endings.push(pieces.at(-1)?.text.at(-1));
    return this.blocks.push({ ...block, start, end: this.#length }) - 1;
  }

  /** @returns whether the text of a block ends with a mark */
  ends(block: number, mark: string): boolean {
    return this.#endings[block] === mark;
  }

  finish(): { text: string; origin: Origin; blocks: Block[] } {
    return { text: this.#parts.join(""), origin: new Origin(this.#runs), blocks: this.blocks };
  }

  #push({ kind, text, from, to, borrowed }: Piece): void {
    const last = this.#runs.at(-1);
    const start = this.#length;
    this.#length += text.length;
    this.#parts.push(text);
    if (last?.kind === "copied" && kind === "copied" && last.to === from && last.borrowed === borrowed) {
      this.#runs[this.#runs.length - 1] = { ...last, end: this.#length, to };
    } else {
      this.#runs.push({ kind, start, end: this.#length, from, to, borrowed });
    }
  }
}

/** Items, rows and lines of one list, table or log stand on lines of their own, all else is set apart by a blank line. */
function separator(previous: NewBlock, next: NewBlock): string {
  const together =
    (next.kind === "line" && previous.kind === "line") ||
    (next.group !== -1 && next.group === previous.group && next.kind === previous.kind);
  return together ? "\n" : "\n\n";
}
