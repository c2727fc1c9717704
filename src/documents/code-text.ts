import type { Element, ElementContent } from "hast";
import { alignText } from "./align.ts";
import type { Source } from "./inline-text.ts";
import { inserted, type Piece, toPieces } from "./pieces.ts";

/** @returns the lines of a piece of code, with their indentation, each led to its place */
export function codePieces(node: Element, source: Source, raw: string): Piece[] {
  const { text } = source;
  const code = plainText(node.children).replace(/^\n+|\s+$/g, "");
  let cursor = node.position?.start.offset ?? source.cursor;
  const fence = /^[ \t>]*(?:`{3,}|~{3,})[^\n]*\n/.exec(text.text.slice(cursor, cursor + 1_000));
  if (fence !== null) cursor += fence[0].length;
  const pieces: Piece[] = [];
  for (const [i, line] of code.split("\n").entries()) {
    const bare = line.trim();
    if (i > 0) pieces.push(inserted("\n", text.offsets[cursor] ?? 0));
    if (bare === "") continue;
    const indent = line.slice(0, line.length - line.trimStart().length);
    const at = text.text.indexOf(bare, cursor);
    // What HTML writes as references is found by its first character.
    const runs =
      at !== -1 && at - cursor <= 400 ? copied(bare, at) : alignText(bare, text.text, cursor, cursor + 400, false);
    if (runs === null) continue;
    if (indent !== "") pieces.push(inserted(indent, text.offsets[runs[0]?.start ?? cursor] ?? 0));
    pieces.push(...toPieces(runs, text, raw));
    cursor = runs.at(-1)?.end ?? cursor;
  }
  source.cursor = Math.max(source.cursor, cursor);
  return pieces;
}

function copied(text: string, start: number) {
  return [{ kind: "copied", text, start, end: start + text.length }] as const;
}

function plainText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value;
      if (node.type !== "element") return "";
      return node.tagName === "br" ? "\n" : plainText(node.children);
    })
    .join("");
}
