import type { ElementContent, RootContent } from "hast";
import { alignText } from "./align.ts";
import { isHidden } from "./elements.ts";
import type { MappedText } from "./mapped-text.ts";
import { inserted, type Piece, toPieces } from "./pieces.ts";

/** The text that a tree was parsed from, and how far it has been read. */
export interface Source {
  readonly text: MappedText;
  cursor: number;
}

const CODE = new Set(["code", "kbd", "samp", "tt", "var"]);

/** @returns what is shown of some nodes, in order, before white space is collapsed */
export function gather(
  nodes: readonly (RootContent | ElementContent)[],
  source: Source,
  raw: string,
  literal = false,
): Piece[] {
  return nodes.flatMap((node) => {
    if (node.type === "text") return textPieces(node.value, startOf(node), source, raw, literal);
    if (node.type !== "element" || isHidden(node)) return [];
    if (node.tagName === "br") return [inserted("\n", source.text.offsets[source.cursor] ?? 0)];
    const inner = gather(node.children, source, raw, literal || CODE.has(node.tagName));
    // Blocks inside a cell or an item stand apart.
    return /^(?:p|div|li|tr|td|th|dt|dd|h[1-6])$/.test(node.tagName)
      ? [inserted(" ", inner.at(0)?.from ?? 0), ...inner, inserted(" ", inner.at(-1)?.to ?? 0)]
      : inner;
  });
}

function startOf({ position }: RootContent | ElementContent): number | null {
  return position?.start.offset ?? null;
}

/** What cannot be found in the source is left out: a quote is never given a wrong place. */
function textPieces(value: string, start: number | null, source: Source, raw: string, literal: boolean): Piece[] {
  const { text } = source;
  const from = start ?? source.cursor;
  const runs = alignText(value, text.text, from, text.text.length, literal);
  if (runs === null) return /^\s*$/.test(value) && value !== "" ? [inserted(" ", text.offsets[from] ?? 0)] : [];
  source.cursor = Math.max(source.cursor, runs.at(-1)?.end ?? 0);
  return toPieces(runs, text, raw);
}
