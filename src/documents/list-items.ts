import type { Element } from "hast";
import { plain } from "./elements.ts";
import type { Piece } from "./pieces.ts";

/** A list item that is being read. */
export interface Item {
  /** Its block; -1 until its first line is read, and of one without. */
  block: number;
  /** Whether its first line is still to come. */
  open: boolean;
  readonly parent: number;
  readonly depth: number;
  readonly group: number;
  readonly ordinal: number | null;
  /** Of a definition: the term, which stands before its first line. */
  readonly label?: readonly Piece[] | undefined;
}

/** A paragraph that Word gives for a list item. */
export interface WordItem {
  readonly depth: number;
  readonly ordinal: number | null;
  /** The element that holds its bullet or number. */
  readonly mark: Element;
}

/** Bullets as Word's symbol fonts have them, and numbers. */
const MARK = /^[\s\u00a0]*(?:[·•o§▪■–-]|\(?([\da-z]{1,3})[.)])[\s\u00a0]*$/i;

/** @returns null for a paragraph that is none */
export function readWordItem({ tagName, properties, children }: Element): WordItem | null {
  const style = String(properties["style"] ?? "");
  const level = /mso-list:\s*\w+\s+level(\d)/i.exec(style)?.[1];
  const classes = [properties["className"]].flat().join(" ");
  if (tagName !== "p" || (level === undefined && !/MsoList(?:Paragraph|Bullet|Number)/.test(classes))) return null;
  const first = children.find((node) => node.type === "element");
  const mark = first === undefined ? null : MARK.exec(plain(first));
  if (first === undefined || mark === null) return null;
  const ordinal = /^\d+$/.test(mark[1] ?? "") ? Number(mark[1]) : null;
  return { depth: Math.max(0, Number(level ?? 1) - 1), ordinal, mark: first };
}
