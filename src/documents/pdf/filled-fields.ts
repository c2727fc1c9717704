import type { TextItem } from "./page-lines.ts";

/** What pdf.js tells of something that lies on a page, as far as it is wanted. */
export interface Annotation {
  readonly subtype?: string;
  readonly fieldType?: string;
  /** Of one that is chosen from, the values that are chosen. */
  readonly fieldValue?: unknown;
  readonly options?: readonly { readonly exportValue: string; readonly displayValue: string }[];
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  /** What a field's value is where this box, or this button of several, is ticked. */
  readonly exportValue?: string;
  readonly buttonValue?: string | null;
  readonly password?: boolean;
  readonly hidden?: boolean;
  readonly contentsObj?: { readonly str?: string };
  /** Left, lower, right and upper edge, in the file's space. */
  readonly rect?: readonly number[];
}

/** Height of letters where none stand beside a field, in points. */
const SIZE = 10;
/** Points by which a label may reach over its field's edges. */
const OVERLAP = 5;
/** Points between a box and its label at the most. */
const FAR = 30;
/** Of the height of letters: between a label and what is filled in. */
const GAP = 0.3;

/**
 * Puts in what people filled in: the fields of a form, and words typed onto the page. Each stands behind its label, or
 * else behind what stands above it; a box stands before its own.
 *
 * @param items in the order in which they are drawn
 * @returns the same items where nothing is filled in
 */
export function withFilledIn(items: readonly TextItem[], annotations: readonly Annotation[]): readonly TextItem[] {
  const filled = [...items];
  for (const annotation of annotations) {
    const box = boxOf(annotation);
    if (box !== "") putBefore(filled, box, annotation.rect ?? []);
    const str = filledIn(annotation);
    const [left = 0, lower = 0, right = 0, upper = 0] = annotation.rect ?? [];
    if (str === "" || right <= left) continue;
    const label = closest(filled, ({ x, end, y }) =>
      y > lower - OVERLAP && y < upper && end < left + OVERLAP ? left - x : null,
    );
    const above = label === -1 ? closest(filled, ({ y }) => (y > lower ? y - lower : null)) : label;
    const beside = label === -1 ? undefined : filled[label];
    const size = beside === undefined ? SIZE : sizeOf(beside);
    const x = beside === undefined ? left : placeOf(beside).end + GAP * size;
    const y = beside === undefined ? Math.max(lower, upper - size) : placeOf(beside).y;
    const width = Math.min(right - left, str.length * size);
    const item = { str, dir: "ltr", width, transform: [size, 0, 0, size, x, y], fontName: beside?.fontName ?? "" };
    filled.splice(above + 1, 0, item);
  }
  return filled.some((item, i) => item !== items[i]) ? filled : items;
}

/** The sign of a box that is ticked or not; nothing of what is none. */
function boxOf({ fieldValue, checkBox, radioButton, exportValue, buttonValue, hidden }: Annotation): string {
  if (hidden === true || (checkBox !== true && radioButton !== true)) return "";
  return fieldValue === (radioButton === true ? buttonValue : exportValue) ? "☑ " : "☐ ";
}

/** Puts a box before what stands to its right. */
function putBefore(items: TextItem[], box: string, [, lower = 0, right = 0, upper = 0]: readonly number[]): void {
  const label = closest(items, ({ x, y }) =>
    y > lower - OVERLAP && y < upper && x > right - OVERLAP && x < right + FAR ? x - right : null,
  );
  const item = items[label];
  if (item !== undefined) items[label] = { ...item, str: `${box}${item.str}` };
}

/** What a person filled in; nothing where it is not shown. */
function filledIn({ subtype, fieldType, fieldValue, options, password, hidden, contentsObj }: Annotation): string {
  if (password === true || hidden === true) return "";
  const isField = subtype === "Widget" && (fieldType === "Tx" || fieldType === "Ch");
  const value = isField ? [fieldValue].flat() : subtype === "FreeText" ? [contentsObj?.str] : [];
  const texts = value
    .filter((text) => typeof text === "string")
    .map((text) => options?.find(({ exportValue }) => exportValue === text)?.displayValue ?? text);
  return texts.join(", ").trim().replace(/\s+/g, " ");
}

interface ItemPlace {
  readonly x: number;
  readonly end: number;
  readonly y: number;
}

function placeOf({ transform: [, , , , x = 0, y = 0], width }: TextItem): ItemPlace {
  return { x, end: x + width, y };
}

const sizeOf = ({ transform: [, , c = 0, d = 0] }: TextItem): number => Math.hypot(c, d);

/** @returns the index of the last of the items at the smallest distance, or -1; null is none */
function closest(items: readonly TextItem[], distance: (place: ItemPlace) => number | null): number {
  let [found, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [i, item] of items.entries()) {
    const far = item.str.trim() === "" ? null : distance(placeOf(item));
    if (far !== null && far <= least) [found, least] = [i, far];
  }
  return found;
}
