import type { Element, ElementContent, RootContent, Text } from "hast";
import type { Span } from "../text/span.ts";
import { alignText } from "./align.ts";
import { clean } from "./clean.ts";
import { isBlock, isHidden, NOTE_MARK } from "./elements.ts";
import type { MappedText } from "./mapped-text.ts";
import { inserted, type Piece, toPieces } from "./pieces.ts";

/** How far behind the last text one without any place is looked for: a short one might stand anywhere. */
const NEAR = 4_000;
const NEXT = 40;
const SHORT = 8;

/** Reads what nodes show within a line, and where it stands in the file. */
export class InlineReader {
  readonly source: MappedText;
  readonly raw: string;
  /** Ids of the footnotes that were cited since this was last emptied. */
  cited: string[] = [];
  /** Where the last text ended: a node without a place of its own stands behind it. */
  #cursor = 0;

  constructor(source: MappedText, raw: string) {
    this.source = source;
    this.raw = raw;
  }

  /** @param within the element that holds the node */
  read(node: RootContent, within: Element | null, strong = false): Piece[] {
    if (node.type === "text") return this.#text(node, within, strong);
    if (node.type !== "element") return [];
    if (node.tagName === "br") return [this.#lineBreak(node)];
    if (node.tagName === NOTE_MARK) {
      this.cited.push(String(node.properties["id"]));
      return [];
    }
    if (isHidden(node)) return [];
    const pieces = this.readAll(node.children, node, strong || node.tagName === "strong" || node.tagName === "b");
    // In a line, as a table's cell is one, the parts of a page stand apart.
    const apart = isBlock(node) && pieces.length > 0;
    return apart ? [this.#space(node), ...pieces, this.#space(node)] : pieces;
  }

  readAll(nodes: readonly ElementContent[], within: Element | null, strong = false): Piece[] {
    const pieces: Piece[] = [];
    for (const node of nodes) for (const piece of this.read(node, within, strong)) pieces.push(piece);
    return pieces;
  }

  #text(node: Text, within: Element | null, strong: boolean): Piece[] {
    const { value } = node;
    const place = placeOf(node);
    if (place === null && value.trim() === "") return [inserted(" ", this.#offset(this.#cursor))];
    const { start, end } = place ?? this.#search(within, value.trim().length);
    // The place of code in a line includes its backticks.
    const { text } = this.source;
    const ticks = within?.tagName === "code" && place?.start === placeOf(within)?.start;
    const literal = ticks && text[start] === "`";
    let from = literal ? start + (/^`+[ \n]?/.exec(text.slice(start, end))?.[0].length ?? 0) : start;
    // HTML drops a line break right behind `<pre>`.
    if (text[from] === "\n" && !value.startsWith("\n")) from++;
    const runs = alignText(place === null ? value.trimStart() : value, text, from, Math.max(end, from + 1), literal);
    if (runs === null) return [];
    this.#cursor = runs.at(-1)?.end ?? this.#cursor;
    const pieces = toPieces(literal || within?.tagName === "code" ? runs : clean(runs), this.source, this.raw);
    return strong ? pieces.map((piece) => ({ ...piece, strong })) : pieces;
  }

  /** A text without a place, as one behind a line break may be, stands soon behind the last. */
  #search(within: Element | null, length: number): Span {
    const start = Math.max((within === null ? null : placeOf(within))?.start ?? 0, this.#cursor);
    return { start, end: start + (length < SHORT ? NEXT : NEAR) };
  }

  #lineBreak(node: Element): Piece {
    const place = placeOf(node);
    const from = this.#offset(place?.start ?? this.#cursor);
    const to = this.#offset(place?.end ?? this.#cursor);
    if (!/^<br\b[^>]*>$/i.test(this.raw.slice(from, to))) return inserted("\n", from);
    return { kind: "decoded", text: "\n", from, to, borrowed: false };
  }

  #space(node: Element): Piece {
    return inserted(" ", this.#offset(placeOf(node)?.start ?? this.#cursor));
  }

  #offset(at: number): number {
    return this.source.offsets[Math.min(at, this.source.text.length)] ?? 0;
  }
}

/** @returns where a node stands in the source, null when nothing says so */
export function placeOf(node: RootContent): Span | null {
  const start = node.position?.start?.offset;
  const end = node.position?.end?.offset;
  return start === undefined || end === undefined ? null : { start, end };
}
