import { collapse } from "../display-text.ts";
import { MAX_LAYER } from "../limits.ts";
import type { Piece } from "../pieces.ts";
import { FileError, type ReadLayer, type Remark } from "../reader.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";
import { toTableDocument } from "./table-document.ts";

/** A row of a workbook's sheet as it is shown. */
export interface ShownRow {
  readonly number: number;
  /** From left to right, each with its column, from 0. */
  readonly cells: readonly (readonly [column: number, text: string])[];
}

export interface ShownSheet {
  readonly name: string;
  readonly rows: readonly ShownRow[];
}

/** Writes a workbook as the text of its cells, parted by tabs, and makes a document of it. */
export function readSheets(
  sheets: readonly ShownSheet[],
  source: ReadLayer["source"],
  remarks: readonly Remark[],
): ReadLayer {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const writer = new LayerWriter();
  const placed = filled.map(({ name, rows }): Sheet => {
    const named = filled.length > 1 ? writer.write(name, "\n") : null;
    return { name: named === null || named.length === 0 ? null : named, rows: rows.map((row) => writer.row(row)) };
  });
  const document = toTableDocument(placed);
  return { ...document, raw: writer.raw, source, remarks, withheld: null };
}

class LayerWriter {
  readonly #parts: string[] = [];
  #length = 0;

  get raw(): string {
    return this.#parts.join("");
  }

  row({ number, cells }: ShownRow): SheetRow {
    const from = this.#length;
    const shown: SheetCell[] = [];
    for (const [i, [column, text]] of cells.entries()) {
      const pieces = this.write(text, i === cells.length - 1 ? "\n" : "\t");
      if (pieces.length > 0) shown.push({ column, pieces });
    }
    return { number, from, cells: shown };
  }

  /** @returns what is shown of a text, and where it stands */
  write(text: string, end: string): Piece[] {
    const from = this.#length;
    this.#parts.push(text, end);
    this.#length += text.length + end.length;
    if (this.#length > MAX_LAYER)
      throw new FileError(`holds more than ${MAX_LAYER / 1e6} million characters of text: divide it`);
    return text === "" ? [] : collapse([{ kind: "copied", text, from, to: from + text.length, borrowed: false }]);
  }
}
