import type { Piece } from "../pieces.ts";

/** A cell that shows something. */
export interface SheetCell {
  /** Its column, from 0. */
  readonly column: number;
  /** Without white space at either end. */
  readonly pieces: readonly Piece[];
}

export interface SheetRow {
  /** As a spreadsheet counts them, from 1. */
  readonly number: number;
  /** From left to right, none empty. */
  readonly cells: readonly SheetCell[];
  /** Where it starts in the text of the file. */
  readonly from: number;
}

export interface Sheet {
  /** Its name, where there are several. */
  readonly name: readonly Piece[] | null;
  readonly rows: Iterable<SheetRow>;
}
