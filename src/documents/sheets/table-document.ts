import { DisplayBuilder, type NewBlock } from "../display-builder.ts";
import { isReadable, textOf } from "../display-text.ts";
import { inserted, type Piece } from "../pieces.ts";
import type { PlaceMark } from "../place.ts";
import { leadAnswers } from "../question-paragraphs.ts";
import { endsAsking } from "../questions.ts";
import type { ReadDocument } from "../reader.ts";
import { faqColumns, isHead } from "./heads.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

/** Characters that a table may come to, its heads read with each row: a small file can be made to come to very many. */
const MAX_SHOWN = 40_000_000;

/** Makes a document of tables: each row read with its heads, or a question with its answer. */
export function toTableDocument(sheets: Iterable<Sheet>): Omit<ReadDocument, "source" | "remarks" | "withheld"> {
  const builder = new DisplayBuilder();
  const places: PlaceMark[] = [];
  let shown = 0;
  for (const { name, rows } of sheets) {
    const sheet = name === null ? {} : { sheet: textOf(name) };
    const headings = name === null ? [] : [textOf(name)];
    if (name !== null) {
      places.push({ from: name[0]?.from ?? 0, ...sheet });
      builder.add(toBlock("heading", headings.slice(0, 0)), name);
    }
    const table = new TableReader(builder, headings);
    for (const row of rows) {
      places.push({ from: row.from, ...sheet, row: row.number });
      shown += table.add(row);
      if (shown > MAX_SHOWN)
        throw new Error("comes to too much text when its rows are read with their heads: divide it");
    }
    table.finish();
  }
  const { text, origin, blocks } = builder.finish();
  return { text, origin, blocks: leadAnswers(blocks, text), places };
}

function toBlock(kind: NewBlock["kind"], headings: readonly string[], about: Partial<NewBlock> = {}): NewBlock {
  return { kind, headings, parent: -1, asks: false, depth: 0, group: -1, ordinal: null, ...about };
}

/** Reads the rows of one sheet: tables in it are parted by empty rows, or by rows of one cell that name what follows. */
class TableReader {
  readonly #builder: DisplayBuilder;
  readonly #above: readonly string[];
  #headings: readonly string[];
  #heads: ReadonlyMap<number, readonly Piece[]> = new Map();
  #group = -1;
  /** Columns of questions and answers, or null. */
  #faq: ReturnType<typeof faqColumns> = null;
  /** Rows whose meaning the next ones tell. */
  #waiting: SheetRow[] = [];
  #last = 0;

  constructor(builder: DisplayBuilder, headings: readonly string[]) {
    this.#builder = builder;
    this.#above = headings;
    this.#headings = headings;
  }

  /** @returns characters shown */
  add(row: SheetRow): number {
    const isApart = row.number > this.#last + 1;
    this.#last = row.number;
    if (row.cells.length === 0) return this.#part();
    let shown = isApart ? this.#part() : 0;
    if (this.#group !== -1) return shown + this.#addRow(row);
    this.#waiting.push(row);
    if (row.cells.length > 1 && this.#waiting.filter(({ cells }) => cells.length > 1).length > 1)
      shown += this.#begin();
    return shown;
  }

  /** Ends a table at an empty row: a row by itself above it is the title of what comes. */
  #part(): number {
    const [only] = this.#waiting;
    if (only?.cells.length !== 1 || this.#waiting.length > 1) return this.finish();
    this.#waiting = [];
    return this.#addTitle(only.cells[0]?.pieces ?? []);
  }

  /** Ends a table. @returns characters shown */
  finish(): number {
    const shown = this.#waiting.length > 0 ? this.#begin() : 0;
    this.#group = -1;
    return shown;
  }

  /** Reads what waits: rows of one cell above a table name it, its first row may head it. */
  #begin(): number {
    const waiting = this.#waiting;
    this.#waiting = [];
    const first = waiting.findIndex(({ cells }) => cells.length > 1);
    const [titles, rows] = first === -1 ? [[], waiting] : [waiting.slice(0, first), waiting.slice(first)];
    let shown = 0;
    for (const { cells } of titles) shown += this.#addTitle(cells[0]?.pieces ?? []);
    const [head, ...others] = rows as [SheetRow, ...SheetRow[]];
    this.#group = this.#builder.newGroup();
    const next = others.find(({ cells }) => cells.length > 1);
    const faq = faqColumns(head, next ?? null);
    if (next !== undefined && isHead(head, next)) {
      this.#heads = new Map(head.cells.map(({ column, pieces }) => [column, pieces.map(borrow)]));
      this.#faq = faq;
    } else {
      // A table without heads behind one that has the same columns goes on with it.
      const goesOn = head.cells.length > 1 && head.cells.every(({ column }) => this.#heads.has(column));
      if (!goesOn) this.#heads = new Map();
      this.#faq = goesOn ? this.#faq : faq;
      shown += this.#addRow(head);
    }
    for (const row of others) shown += this.#addRow(row);
    return shown;
  }

  #addTitle(pieces: readonly Piece[]): number {
    const text = textOf(pieces).replace(/\s+/g, " ");
    this.#headings = [...this.#above, text];
    this.#heads = new Map();
    this.#builder.add(toBlock("heading", this.#above, { asks: endsAsking(text) }), pieces);
    return text.length;
  }

  #addRow(row: SheetRow): number {
    if (this.#faq !== null && this.#addAnswer(row, this.#faq))
      return lengthOf(row.cells.flatMap(({ pieces }) => pieces));
    return this.#addCells(row.cells, -1);
  }

  #addCells(cells: readonly SheetCell[], parent: number): number {
    const shown: Piece[] = [];
    for (const { column, pieces } of cells) {
      if (shown.length > 0) shown.push(inserted(" · ", shown.at(-1)?.to ?? 0));
      const head = this.#heads.get(column) ?? [];
      const end = head.at(-1);
      if (end !== undefined)
        shown.push(...head, { ...inserted(/[:?]$/.test(end.text) ? " " : ": ", end.to), borrowed: true });
      // Spread as arguments, the pieces of a huge cell would overflow the stack.
      for (const piece of pieces) shown.push(piece);
    }
    if (!isReadable(shown.filter(({ borrowed }) => !borrowed))) return 0;
    this.#builder.add(toBlock("row", this.#headings, { group: this.#group, parent }), shown);
    return lengthOf(shown);
  }

  /** A question, what answers it, and what else stands in its row. @returns whether the row has both */
  #addAnswer({ cells }: SheetRow, [asked, answered]: NonNullable<ReturnType<typeof faqColumns>>): boolean {
    const question = cells.find(({ column }) => column === asked)?.pieces;
    const answer = cells.find(({ column }) => column === answered)?.pieces;
    if (question === undefined || answer === undefined || !isReadable(question) || !isReadable(answer)) return false;
    const parent = this.#builder.add(toBlock("paragraph", this.#headings, { asks: true }), question);
    this.#builder.add(toBlock("paragraph", this.#headings, { parent }), answer);
    const others = cells.filter(({ column }) => column !== asked && column !== answered);
    if (others.length > 0) this.#addCells(others, parent);
    return true;
  }
}

/** A head is repeated from where it stands: it does not say where its rows do. */
function borrow(piece: Piece): Piece {
  return { ...piece, borrowed: true };
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
