import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * Characters that each take a column and go together with none beside them: of ASCII, other Latin letters and signs,
 * quotation marks, dashes, lines.
 */
const PLAIN = /^[\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u2193\u2500-\u257f]*$/;

/**
 * Wraps a text at its spaces.
 *
 * @param columns of a line; a longer word has one to itself, and goes beyond
 * @returns lines without spaces at either end
 */
export function wrap(text: string, columns: number): string {
  if (!PLAIN.test(text)) return wrapAny(text, columns);
  return text
    .split("\n")
    .map((line) => wrapPlain(line, columns))
    .join("\n");
}

/** As `wrapAny`, of characters that need no package to measure them. */
function wrapPlain(line: string, columns: number): string {
  const rows: string[] = [];
  let row = "";
  for (const word of line.split(" ")) {
    if (row === "") row = word;
    else if (word === "" || row.length + 1 + word.length <= columns) row += ` ${word}`;
    else {
      rows.push(row);
      row = word;
    }
  }
  return [...rows, row].map((done) => done.trimEnd()).join("\n");
}

function wrapAny(text: string, columns: number): string {
  // What it measures by takes longer to load than all else of a terminal.
  const { default: wrapAnsi }: typeof import("wrap-ansi") = require("wrap-ansi");
  return wrapAnsi(text, columns, { wordWrap: true, hard: false, trim: true });
}
