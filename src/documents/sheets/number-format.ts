import { format } from "numfmt";
import { readXml } from "../xml.ts";

/** Formats that have a number and no pattern in the file (ECMA-376, part 1, 18.8.30), as an English Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  // Days are told in full: a reader elsewhere takes 3/4 for another one.
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};
const GENERAL = "General";
/** Patterns are short; one made to be long is not tried. */
const MAX_PATTERN = 200;

/** Shows numbers as a workbook's cells do. */
export class NumberFormats {
  /** Pattern of each style of a cell, by its number. */
  readonly #patterns: readonly string[];
  readonly #date1904: boolean;

  /** @param styles the workbook's styles.xml, or null */
  constructor(styles: string | null, date1904: boolean) {
    this.#patterns = styles === null ? [] : patternsOf(styles);
    this.#date1904 = date1904;
  }

  /** @param style of the cell; @returns the number as the cell shows it, or as it is where its pattern is none */
  show(value: number, style: number): string {
    const pattern = this.#patterns[style] ?? GENERAL;
    try {
      // Days from 1904 on, as Excel for the Mac once had them, are 1,462 fewer (ECMA-376, part 1, 18.17.4.1).
      const isDay =
        this.#date1904 && /[dmyhs]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]/g, "")) && pattern !== GENERAL;
      return format(pattern, isDay ? value + 1_462 : value, { dateErrorThrows: false }).trim();
    } catch {
      return String(value);
    }
  }
}

function patternsOf(styles: string): string[] {
  const own = new Map<number, string>();
  const patterns: string[] = [];
  let isCell = false;
  readXml(styles, {
    open: (name, attributes) => {
      const tag = name.replace(/^\w+:/, "");
      if (tag === "numFmt") own.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? GENERAL);
      if (tag === "cellXfs") isCell = true;
      if (tag !== "xf" || !isCell) return;
      const id = Number(attributes["numFmtId"] ?? 0);
      const pattern = own.get(id) ?? BUILT_IN[id] ?? GENERAL;
      patterns.push(pattern.length > MAX_PATTERN ? GENERAL : pattern);
    },
    text: () => {},
    close: (name) => {
      if (name.endsWith("cellXfs")) isCell = false;
    },
  });
  return patterns;
}
