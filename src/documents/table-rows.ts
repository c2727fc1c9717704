import type { Element, ElementContent } from "hast";
import { tagOf } from "./elements.ts";
import { inserted, type Piece } from "./pieces.ts";

interface Rows {
  /** Cells of the row that says what the columns are; none where no row does. */
  readonly heads: readonly Element[];
  readonly rows: readonly (readonly Element[])[];
}

/** Tells a table's column heads from its rows. Tables inside its cells are left to their cells. */
export function rowsOf(table: Element): Rows {
  const found: { cells: Element[]; head: boolean }[] = [];
  const visit = (nodes: readonly ElementContent[], head: boolean) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      const tag = tagOf(node);
      if (tag === "tr") {
        const cells = node.children.filter(
          (cell): cell is Element => cell.type === "element" && /^t[dh]$/.test(tagOf(cell)),
        );
        found.push({ cells, head });
      } else if (/^t(?:head|body|foot)$/.test(tag)) visit(node.children, tag === "thead");
    }
  };
  visit(table.children, false);
  const [first] = found;
  const isHead =
    first !== undefined && (first.head || (first.cells.length > 1 && first.cells.every((c) => tagOf(c) === "th")));
  const heads = isHead ? spread(first.cells) : [];
  return { heads, rows: found.slice(isHead ? 1 : 0).map(({ cells }) => spread(cells)) };
}

/** A cell over several columns stands in the first of them. */
function spread(cells: readonly Element[]): Element[] {
  return cells.flatMap((cell) => {
    const span = Math.min(20, Math.max(1, Number(cell.properties["colSpan"] ?? 1) || 1));
    const empty = Array.from(
      { length: span - 1 },
      (): Element => ({ type: "element", tagName: "td", properties: {}, children: [] }),
    );
    return [cell, ...empty];
  });
}

/** "Sauna · Adult: 14 € · Child: 7 €": the first cell names the row, the others stand behind their column's head. */
export function rowPieces(cells: readonly (readonly Piece[])[], heads: readonly (readonly Piece[])[]): Piece[] {
  const shown: Piece[] = [];
  for (const [i, cell] of cells.entries()) {
    const [first] = cell;
    if (first === undefined) continue;
    const last = shown.at(-1);
    if (last !== undefined) shown.push(inserted(" · ", last.to));
    const head = heads[i] ?? [];
    if (head.length > 0 && (i > 0 || cells.length === 1)) {
      shown.push(...head.map((piece) => ({ ...piece, borrowed: true })), inserted(": ", first.from));
    }
    shown.push(...cell);
  }
  return shown;
}
