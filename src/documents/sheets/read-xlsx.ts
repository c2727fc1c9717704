import path from "node:path";
import { propertiesOf } from "../office/properties.ts";
import { FileError, type ReadLayer, type Remark } from "../reader.ts";
import { readXml } from "../xml.ts";
import { textOfPart, unzip } from "../zip.ts";
import { type MergedCell, withMerged } from "./merged-cells.ts";
import { NumberFormats } from "./number-format.ts";
import { readSheets, type ShownRow, type ShownSheet } from "./sheet-layer.ts";

const WORKBOOK = "xl/workbook.xml";
const WANTED =
  /^(?:xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml|xl\/_rels\/workbook\.xml\.rels|docProps\/core\.xml)$/;
/** Columns that a sheet has (ECMA-376, part 1, 18.3.1.13). */
const MAX_COLUMNS = 16_384;

/** Reads a workbook: the cells of its sheets as they are shown, nothing hidden; each row a place. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadLayer> {
  const parts = unzip(bytes, (name) => WANTED.test(name));
  const workbook = textOfPart(parts, WORKBOOK);
  if (workbook === null) throw new FileError("holds no Excel workbook: save it again in Excel");
  const { sheets, date1904 } = readWorkbook(workbook, textOfPart(parts, "xl/_rels/workbook.xml.rels") ?? "");
  const strings = sharedStrings(textOfPart(parts, "xl/sharedStrings.xml") ?? "");
  const formats = new NumberFormats(textOfPart(parts, "xl/styles.xml"), date1904);
  const remarks: Remark[] = [];
  const leave = (text: string) => remarks.push({ kind: "left out", text, line: 0 });
  const shown: ShownSheet[] = [];
  for (const { name, part, isHidden } of sheets) {
    if (isHidden) leave(`the sheet “${name}” is hidden`);
    const xml = isHidden ? null : textOfPart(parts, part);
    if (xml === null) continue;
    const { rows, hiddenRows, hiddenColumns, unknown } = readSheet(xml, strings, formats);
    if (hiddenRows > 0) leave(`${are(hiddenRows, "row")} hidden in the sheet “${name}”, by hand or by a filter`);
    if (unknown > 0) {
      leave(`${have(unknown, "formula")} no value in the sheet “${name}”: open it in Excel, and save it again`);
    }
    if (hiddenColumns > 0) leave(`${are(hiddenColumns, "column")} hidden in the sheet “${name}”`);
    shown.push({ name, rows });
  }
  return readSheets(shown, propertiesOf(parts, "docx"), remarks);
}

function are(count: number, thing: string): string {
  return count === 1 ? `1 ${thing} is` : `${count} ${thing}s are`;
}

function have(count: number, thing: string): string {
  return count === 1 ? `1 ${thing} has` : `${count} ${thing}s have`;
}

interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** Names without their prefix, which some programs write and others do not. */
const local = (name: string) => name.replace(/^\w+:/, "");

function readWorkbook(xml: string, relations: string): { sheets: SheetEntry[]; date1904: boolean } {
  const targets = new Map<string, string>();
  readXml(relations, {
    open: (name, { Id, Target }) => {
      if (local(name) !== "Relationship" || Id === undefined || Target === undefined) return;
      targets.set(Id, path.posix.normalize(Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`));
    },
    text: () => {},
    close: () => {},
  });
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (local(name) === "workbookPr") date1904 = /^(?:1|true)$/.test(attributes["date1904"] ?? "");
      if (local(name) !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const isHidden = /^(?:veryH|h)idden$/.test(attributes["state"] ?? "");
      sheets.push({ name: attributes["name"] ?? "", part: targets.get(id) ?? "", isHidden });
    },
    text: () => {},
    close: () => {},
  });
  return { sheets, date1904 };
}

/** Texts that cells share, by their number: without what is written beside them to be pronounced. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [text, isText, phonetic] = ["", false, 0];
  readXml(xml, {
    open: (name) => {
      const tag = local(name);
      if (tag === "si") text = "";
      if (tag === "rPh") phonetic++;
      isText = tag === "t" && phonetic === 0;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      const tag = local(name);
      if (tag === "t") isText = false;
      if (tag === "rPh") phonetic--;
      if (tag === "si") strings.push(text);
    },
  });
  return strings;
}

function readSheet(
  xml: string,
  strings: readonly string[],
  formats: NumberFormats,
): { rows: readonly ShownRow[]; hiddenRows: number; hiddenColumns: number; unknown: number } {
  const rows: ShownRow[] = [];
  const merged: MergedCell[] = [];
  const hidden: (readonly [from: number, to: number])[] = [];
  const hiddenColumns = new Set<number>();
  let [number, hiddenRows, isHidden] = [0, 0, false];
  let cells: [number, string][] = [];
  let cell = { column: -1, type: "", style: 0 };
  let [value, isValue, isFormula] = ["", false, false];
  /** Formulas whose program did not work them out. */
  let unknown = 0;
  readXml(xml, {
    open: (name, attributes) => {
      const tag = local(name);
      if (tag === "col" && /^(?:1|true)$/.test(attributes["hidden"] ?? "")) {
        hidden.push([Number(attributes["min"]) - 1, Number(attributes["max"]) - 1]);
      } else if (tag === "row") {
        number = Number(attributes["r"]) || number + 1;
        isHidden = /^(?:1|true)$/.test(attributes["hidden"] ?? "");
        cells = [];
        cell.column = -1;
      } else if (tag === "c") {
        const column = attributes["r"] === undefined ? cell.column + 1 : columnOf(attributes["r"]);
        cell = { column, type: attributes["t"] ?? "n", style: Number(attributes["s"]) || 0 };
        [value, isFormula] = ["", false];
      } else if (tag === "f") isFormula = true;
      else if (tag === "mergeCell") {
        const [first = "", last = ""] = attributes["ref"]?.split(":") ?? [];
        merged.push({ column: columnOf(first), from: rowOf(first), to: rowOf(last) });
      } else isValue = tag === "v" || tag === "t";
    },
    text: (piece) => {
      if (isValue) value += piece;
    },
    close: (name) => {
      const tag = local(name);
      if (tag === "v" || tag === "t") isValue = false;
      if (tag === "c") {
        if (isFormula && !isHidden && value === "" && cell.type !== "str") unknown++;
        const text = showValue(value, cell.type, cell.style, strings, formats);
        if (text.trim() !== "" && cell.column < MAX_COLUMNS) {
          if (hidden.some(([from, to]) => cell.column >= from && cell.column <= to)) hiddenColumns.add(cell.column);
          else cells.push([cell.column, text]);
        }
      } else if (tag === "row" && cells.length > 0) {
        if (isHidden) hiddenRows++;
        else rows.push({ number, cells: cells.sort(([a], [b]) => a - b) });
      }
    },
  });
  rows.sort((a, b) => a.number - b.number);
  return { rows: withMerged(rows, merged), hiddenRows, hiddenColumns: hiddenColumns.size, unknown };
}

/** @returns a cell's value as it is shown, by its type (ECMA-376, part 1, 18.18.11); nothing for an error */
function showValue(
  value: string,
  type: string,
  style: number,
  strings: readonly string[],
  formats: NumberFormats,
): string {
  switch (type) {
    case "s":
      return strings[Number(value)] ?? "";
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "e":
      return "";
    case "n":
      return value === "" || Number.isNaN(Number(value)) ? value : formats.show(Number(value), style);
    default:
      return value;
  }
}

/** @returns the column of a cell's name, from 0: "AB12" is 27 */
function columnOf(name: string): number {
  const letters = /^[A-Z]{1,3}/i.exec(name)?.[0].toUpperCase() ?? "";
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}

/** @returns the row of a cell's name: of "AB12" it is 12 */
function rowOf(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? Number.NaN);
}
