import type { Element, ElementContent } from "hast";
import { collapse, textOf } from "./display-text.ts";
import { inserted, type Piece } from "./pieces.ts";

/** A cell as it stands in its row: its shown pieces, and how many columns it takes. */
interface Cell {
  readonly pieces: readonly Piece[];
  readonly span: number;
}

export interface Table {
  readonly caption: readonly Piece[];
  /** Display pieces of each row, read with its column heads. */
  readonly rows: readonly (readonly Piece[])[];
}

const MAX_SPAN = 50;

/** Whether a table only lays a page out: it heads no column or row, and its cells hold whole parts of a page. */
export function isLayout(table: Element): boolean {
  const tags = new Set<string>();
  const visit = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      tags.add(node.tagName);
      visit(node.children);
    }
  };
  visit(table.children);
  return !tags.has("th") && ["h1", "h2", "h3", "h4", "table", "pre", "ul", "ol"].some((tag) => tags.has(tag));
}

/** @param collect what a cell or caption shows */
export function readTable(table: Element, collect: (cell: Element) => Piece[]): Table {
  const heads: Cell[][] = [];
  const rows: Cell[][] = [];
  let caption: readonly Piece[] = [];
  const covered: { cell: Cell; rows: number }[] = [];
  /** Whether a cell of the head so far takes several rows or columns: the next row may be its second. */
  let spanning = false;
  const readRow = (row: Element, inThead: boolean) => {
    const own = row.children.filter((node) => node.type === "element").filter(({ tagName }) => /^t[dh]$/.test(tagName));
    const headed = own.length > 0 && own.every(({ tagName }) => tagName === "th");
    const inHead = inThead || (headed && rows.length === 0 && (heads.length === 0 || spanning));
    const cells: Cell[] = [];
    let column = 0;
    const fill = () => {
      for (let above = covered[column]; above !== undefined && above.rows > 0; above = covered[column]) {
        above.rows--;
        cells.push(above.cell);
        column++;
      }
    };
    for (const node of own) {
      fill();
      const pieces = collapse(collect(node)).map((piece) => (piece.text === "\n" ? inserted(" ", piece.from) : piece));
      const span = spanOf(node, "colSpan");
      const below = spanOf(node, "rowSpan") - 1;
      spanning ||= span > 1 || below > 0;
      const cell = { pieces, span };
      for (let i = 0; i < span; i++) {
        const part = i === 0 ? cell : { ...cell, pieces: inHead ? pieces.map(borrow) : [], span: 1 };
        cells.push(part);
        covered[column++] = { cell: { ...part, span: 1, pieces: part.pieces.map(borrow) }, rows: below };
      }
    }
    fill();
    (inHead && (inThead || cells.length > 1) ? heads : rows).push(cells);
  };
  const visit = (nodes: readonly ElementContent[], inHead: boolean) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      if (node.tagName === "caption") caption = collapse(collect(node));
      else if (node.tagName === "tr") readRow(node, inHead);
      else visit(node.children, node.tagName === "thead");
    }
  };
  visit(table.children, false);
  const columns = headPieces(heads);
  const shown = rows.length === 0 ? heads.map((row) => rowPieces([], row)) : rows.map((row) => rowPieces(columns, row));
  return { caption, rows: shown };
}

/** The heads of each column, from top to bottom, as they are repeated in its rows. */
function headPieces(heads: readonly Cell[][]): Piece[][] {
  const width = Math.max(0, ...heads.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const pieces: Piece[] = [];
    let last = "";
    for (const row of heads) {
      const head = row[column]?.pieces ?? [];
      const text = textOf(head);
      if (text === "" || text === last) continue;
      last = text;
      if (pieces.length > 0) pieces.push({ ...inserted(" ", pieces.at(-1)?.to ?? 0), borrowed: true });
      pieces.push(...head.map(borrow));
    }
    return pieces;
  });
}

/** "Day: Monday · Adult: 14 €", or "Monday · Adult: 14 €" where the first column has no head; empty cells are left out. */
function rowPieces(heads: readonly (readonly Piece[])[], cells: readonly Cell[]): Piece[] {
  const row: Piece[] = [];
  for (const [column, { pieces, span }] of cells.entries()) {
    if (pieces.length === 0) continue;
    if (row.length > 0) row.push(inserted(" · ", row.at(-1)?.to ?? 0));
    const head = heads[column] ?? [];
    if (head.length > 0 && span === 1) {
      const end = head.at(-1)?.text ?? "";
      row.push(...head, { ...inserted(/[:?]$/.test(end) ? " " : ": ", head.at(-1)?.to ?? 0), borrowed: true });
    }
    row.push(...pieces);
  }
  return row;
}

function borrow(piece: Piece): Piece {
  return { ...piece, borrowed: true };
}

function spanOf(cell: Element, name: "colSpan" | "rowSpan"): number {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MAX_SPAN) : 1;
}
