import { collapse } from "../display-text.ts";
import type { Piece } from "../pieces.ts";
import type { ReadDocument, Reader } from "../reader.ts";
import { delimitedRows, delimiterOf } from "./delimited.ts";
import type { SheetCell, SheetRow } from "./sheet.ts";
import { toTableDocument } from "./table-document.ts";

/** A table as text, each row a place; the sign between its cells is found out. */
export const csv: Reader = { read: (raw) => readDelimited(raw, null) };

export const tsv: Reader = { read: (raw) => readDelimited(raw, "\t") };

/** What Excel writes above a table to tell its sign. */
const TOLD = /^sep=(.)\r?\n/;

function readDelimited(raw: string, known: string | null): ReadDocument {
  const mark = raw.startsWith("\ufeff") ? 1 : 0;
  const told = known === null ? TOLD.exec(raw.slice(mark, mark + 8)) : null;
  const start = mark + (told?.[0].length ?? 0);
  const delimiter = known ?? told?.[1] ?? delimiterOf(raw, start);
  return {
    ...toTableDocument([{ name: null, rows: rowsOf(raw, start, delimiter) }]),
    source: {},
    remarks: [],
    withheld: null,
  };
}

function* rowsOf(raw: string, start: number, delimiter: string): Generator<SheetRow> {
  for (const { number, from, cells } of delimitedRows(raw, start, delimiter)) {
    const shown: SheetCell[] = [];
    for (const [column, parts] of cells.entries()) {
      const pieces = collapse(
        parts.map(({ start, end }): Piece => {
          return { kind: "copied", text: raw.slice(start, end), from: start, to: end, borrowed: false };
        }),
      );
      if (pieces.length > 0) shown.push({ column, pieces });
    }
    yield { number, cells: shown, from };
  }
}
