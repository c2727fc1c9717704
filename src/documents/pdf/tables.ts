import { looksHeaded } from "../table-head.ts";
import { type LineCell, leftOf, type PageLine, rightOf } from "./page-lines.ts";

/** Rows of a table; a cell that a row does not have is empty. */
export interface PdfTable {
  readonly kind: "table";
  readonly rows: readonly (readonly string[])[];
  /** Whether the first row heads the others. */
  readonly isHeaded: boolean;
  readonly page: number;
}

/** A run of lines that stand side by side: a table, or columns of prose that the file has line by line. */
export interface SideBySide {
  /** How many lines it takes. */
  readonly length: number;
  readonly table: PdfTable | null;
  /** Of columns of prose: the lines of one after those of the other. */
  readonly lines: readonly PageLine[];
}

/** Rows of one table stand no further apart than this many heights of their letters. */
const ROW_GAP = 3.5;
/** A line that goes on with a cell of the row above stands no further below it. */
const LINE_GAP = 1.6;
const MIN_ROWS = 2;
/** Prose in columns goes on in small letters on so many of its lines; the cells of tables hardly do. */
const GOES_ON = 0.3;
const MIN_PROSE = 4;

/** @returns what starts at a line and is laid out side by side, or null */
export function sideBySide(lines: readonly PageLine[], from: number): SideBySide | null {
  if ((lines[from]?.cells.length ?? 0) < 2) return null;
  const run = runFrom(lines, from);
  const rows = run.filter(({ cells }) => cells.length > 1);
  if (rows.length < MIN_ROWS) return null;
  const columns = columnsOf(rows);
  if (columns.length < 2) return null;
  const right = run.map((line) => line.cells.filter((cell) => columnOf(cell, columns) > 0));
  const goingOn = right.filter(([first]) => first !== undefined && /^\p{Ll}/u.test(first.text)).length;
  if (columns.length === 2 && run.length >= MIN_PROSE && goingOn > GOES_ON * run.length) {
    return { length: run.length, table: null, lines: columns.flatMap((_, c) => linesOfColumn(run, columns, c)) };
  }
  return { length: run.length, table: toTable(run, columns), lines: [] };
}

function runFrom(lines: readonly PageLine[], from: number): PageLine[] {
  const run = [lines[from] as PageLine];
  for (let i = from + 1; i < lines.length; i++) {
    const [last, line] = [run.at(-1) as PageLine, lines[i] as PageLine];
    const gap = line.y - last.y;
    if (line.page !== last.page || gap <= 0 || gap > ROW_GAP * last.size) break;
    if (line.cells.length < 2 && !(gap < LINE_GAP * last.size && fitsUnder(line, run))) break;
    run.push(line);
  }
  return run;
}

/** Whether a line of one piece stands under a single cell of the last row. */
function fitsUnder(line: PageLine, run: readonly PageLine[]): boolean {
  const row = run.findLast(({ cells }) => cells.length > 1);
  const over = row?.cells.findIndex(({ x, right }) => leftOf(line) < right && rightOf(line) > x) ?? -1;
  if (row === undefined || over === -1) return false;
  const next = row.cells[over + 1];
  return next === undefined ? over > 0 : rightOf(line) < next.x;
}

/** Stretches of the page that cells share, from left to right. */
function columnsOf(rows: readonly PageLine[]): LineCell[] {
  const columns: { x: number; right: number; text: string }[] = [];
  const cells = rows.flatMap((row) => row.cells).sort((a, b) => a.x - b.x);
  for (const { x, right } of cells) {
    const last = columns.at(-1);
    if (last !== undefined && x < last.right) last.right = Math.max(last.right, right);
    else columns.push({ x, right, text: "" });
  }
  return columns;
}

function columnOf({ x, right }: LineCell, columns: readonly LineCell[]): number {
  const found = columns.findIndex((column) => x < column.right && right > column.x);
  if (found !== -1) return found;
  return Math.max(
    0,
    columns.findLastIndex((column) => column.x <= x),
  );
}

function linesOfColumn(run: readonly PageLine[], columns: readonly LineCell[], c: number): PageLine[] {
  return run.flatMap((line) => {
    const cells = line.cells.filter((cell) => columnOf(cell, columns) === c);
    return cells.length === 0 ? [] : [{ ...line, cells }];
  });
}

function toTable(run: readonly PageLine[], columns: readonly LineCell[]): PdfTable {
  const rows: string[][] = [];
  for (const line of run) {
    const row = line.cells.length > 1 ? columns.map(() => "") : (rows.at(-1) ?? columns.map(() => ""));
    if (line.cells.length > 1) rows.push(row);
    for (const cell of line.cells) {
      const c = columnOf(cell, columns);
      row[c] = row[c] ? `${row[c]} ${cell.text}` : cell.text;
    }
  }
  const [first, second] = run.filter(({ cells }) => cells.length > 1);
  const isHeaded = looksHeaded(rows, first?.font !== second?.font);
  return { kind: "table", rows, isHeaded, page: run[0]?.page ?? 1 };
}
