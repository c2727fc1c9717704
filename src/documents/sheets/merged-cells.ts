import type { ShownRow } from "./sheet-layer.ts";

/** A cell that spans rows, from its first to its last, by the numbers that a spreadsheet shows. */
export interface MergedCell {
  /** From 0. */
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Rows that are looked at for the cells of a sheet that span rows: no sheet that people keep has as many. */
const MAX_ROWS = 1_000_000;

/**
 * Says in each row what a cell that spans it says: the file has its text in the first alone. Heads of several rows stay
 * as they are.
 *
 * @param rows from top to bottom
 */
export function withMerged(rows: readonly ShownRow[], merged: readonly MergedCell[]): readonly ShownRow[] {
  const filled = [...rows];
  const at = new Map(rows.map(({ number }, i) => [number, i]));
  let left = MAX_ROWS;
  for (const { column, from, to } of merged) {
    const first = at.get(from);
    const text = first === undefined ? undefined : textAt(filled[first], column);
    if (first === undefined || text === undefined || !at.has(from - 1)) continue;
    for (let i = first + 1; i < filled.length && left > 0; i++, left--) {
      const row = filled[i];
      if (row === undefined || row.number > to) break;
      if (textAt(row, column) === undefined) filled[i] = withCell(row, column, text);
    }
  }
  return filled;
}

function textAt(row: ShownRow | undefined, column: number): string | undefined {
  return row?.cells.find(([other]) => other === column)?.[1];
}

function withCell({ number, cells }: ShownRow, column: number, text: string): ShownRow {
  const added = [...cells, [column, text] as const];
  return { number, cells: added.sort(([a], [b]) => a - b) };
}
