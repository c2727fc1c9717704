import type { Element, ElementContent, RootContent, Text } from "hast";
import type { Span } from "../text/span.ts";
import { alignText } from "./align.ts";
import { clean } from "./clean.ts";
import { decodeRun } from "./decode.ts";
import { isBlock, isHidden, isSeenForSpoken, NOTE_MARK, plain } from "./elements.ts";
import type { MappedText } from "./mapped-text.ts";
import { FILLER, inserted, type Piece, toPieces } from "./pieces.ts";

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
    if (node.tagName === "input") return this.#taskBox(node, within);
    if (node.tagName === "sup") {
      const raised = this.#decoded(node, 14);
      if (raised !== null) return [raised];
    }
    if (isHidden(node) && !isSeenForSpoken(node, within)) return [this.#inserted(FILLER, node)];
    const pieces = this.readAll(node.children, node, strong || node.tagName === "strong" || node.tagName === "b");
    // In a line, as a table's cell is one, the parts of a page stand apart.
    const apart = isBlock(node) && pieces.length > 0;
    return apart ? [this.#inserted(" ", node), ...pieces, this.#inserted(" ", node)] : pieces;
  }

  readAll(nodes: readonly ElementContent[], within: Element | null, strong = false): Piece[] {
    const pieces: Piece[] = [];
    for (const [i, node] of nodes.entries()) {
      for (const piece of this.readBehind(nodes[i - 1], node, within, strong)) pieces.push(piece);
    }
    return pieces;
  }

  /** Reads a node with the space that parts it from the one before it, where a page's style does. */
  readBehind(last: RootContent | undefined, node: RootContent, within: Element | null, strong = false): Piece[] {
    const pieces = this.read(node, within, strong);
    return isLikeLast(node, last) ? [this.#inserted(" ", node), ...pieces] : pieces;
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

  /** An element that stands for something as a whole, or null. @param length the most characters that it may have */
  #decoded(node: Element, length: number): Piece | null {
    const place = placeOf(node);
    if (place === null) return null;
    const [from, to] = [this.#offset(place.start), this.#offset(place.end)];
    if (to - from > length) return null;
    const there = this.raw.slice(from, to);
    const text = decodeRun(there);
    return text === there ? null : { kind: "decoded", text, from, to, borrowed: false };
  }

  /** The box of a task, "☐" or "☑". Markdown's has no place of its own: it stands right before its paragraph's. */
  #taskBox(node: Element, within: Element | null): Piece[] {
    const parent = within?.tagName ?? "";
    if (!/^(?:li|p|label)$/.test(parent) || within === null) return [];
    const own = this.#decoded(node, 400);
    if (own !== null) return [own, inserted(" ", own.to)];
    const start = placeOf(within)?.start;
    if (start === undefined) return [];
    const { text } = this.source;
    const before = /\[[ \txX]\](?=\s*$)/.exec(text.slice(Math.max(0, start - 20), start));
    const inside = /^[^[\n]{0,20}(\[[ \txX]\])/.exec(text.slice(start, start + 30));
    const at =
      parent === "li" && inside !== null
        ? start + inside[0].length - 3
        : before === null
          ? -1
          : Math.max(0, start - 20) + before.index;
    if (at === -1) return [];
    const [from, to] = [this.#offset(at), this.#offset(at + 3)];
    const there = this.raw.slice(from, to);
    const box = decodeRun(there);
    return box === there ? [] : [{ kind: "decoded", text: box, from, to, borrowed: false }, inserted(" ", to)];
  }

  #inserted(text: string, node: RootContent): Piece {
    return inserted(text, this.#offset(placeOf(node)?.start ?? this.#cursor));
  }

  #offset(at: number): number {
    return this.source.offsets[Math.min(at, this.source.text.length)] ?? 0;
  }
}

/** Whether an element stands right behind one of its kind, as tags drawn as boxes do: nothing but their style parts them. */
function isLikeLast(node: RootContent, last: RootContent | undefined): boolean {
  if (node.type !== "element" || last?.type !== "element" || node.tagName !== "span" || last.tagName !== "span")
    return false;
  const names = (element: Element) => [element.properties["className"]].flat().join(" ");
  const isWord = (element: Element) =>
    /^[\p{L}\p{N}]{2}/u.test(plain(element)) && /[\p{L}\p{N}]$/u.test(plain(element));
  return names(node) !== "" && names(node) === names(last) && isWord(node) && isWord(last);
}

/** @returns where a node stands in the source, null when nothing says so */
export function placeOf(node: RootContent): Span | null {
  const start = node.position?.start?.offset;
  const end = node.position?.end?.offset;
  return start === undefined || end === undefined ? null : { start, end };
}
