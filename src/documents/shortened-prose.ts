import type { Nodes, Root, RootContent } from "mdast";
import { slice } from "../text/span.ts";
import { toNodes } from "./prose-nodes.ts";
import { findProseRuns, type ProseRun } from "./prose-runs.ts";

/** Code units of a stand-in: one that nothing else begins with, and its number in two digits. */
const STAND_IN = 3;
const FIRST = "\ue000";
const ZERO = 0xe001;
const BASE = 0x17fe;
/** Such a character, or what a parser makes one of: U+E000 to U+F8FF are 57344 to 63743. */
const PRIVATE = /[\uE000-\uF8FF]|&#(?:x0*[ef][\da-f]{3}|0*(?:5[7-9]|6[0-3])\d{3})(?![\da-f])/i;
const STANDS_IN = /\uE000[\uE001-\uF8FF]{2}/g;

/** A text whose prose is written in short, and the way back. */
export interface ShortenedProse {
  readonly text: string;
  /** Makes of the tree of this text that of the whole one. */
  readonly restore: (tree: Root) => void;
}

/** What stands for a run of prose. */
interface StandIn {
  readonly run: ProseRun;
  /** Where it ends in the shorter text. */
  readonly end: number;
  /** How many characters and lines more the whole text has up to there. */
  readonly characters: number;
  readonly lines: number;
  /** How many more characters the last line of the run has than the stand-in. */
  readonly columns: number;
}

/**
 * Puts three characters in the place of prose: a parser looks at each character of Markdown several times, and there is
 * nothing of it in these. Whole blocks become one paragraph, which is taken out of the tree again for the blocks that they
 * are. Of others what stands before anything else is shortened, so that no link, code or tag has a part of it. Where either
 * stands in code or HTML, it is put back as it was.
 *
 * @param text whose line breaks are all `\n`
 * @returns null where there is nothing to shorten, or no character is left to stand in for it
 */
export function shortenProse(text: string): ShortenedProse | null {
  const runs = findProseRuns(text);
  if (runs.length === 0 || runs.length > BASE ** 2 || PRIVATE.test(text)) return null;
  const parts: string[] = [];
  const standIns: StandIn[] = [];
  let [from, characters, lines] = [0, 0, 0];
  for (const [number, run] of runs.entries()) {
    const { start, end } = run;
    const lastLine = Math.max(start, text.lastIndexOf("\n", end - 1) + 1);
    parts.push(text.slice(from, start), FIRST);
    parts.push(String.fromCharCode(ZERO + Math.floor(number / BASE), ZERO + (number % BASE)));
    characters += end - start - STAND_IN;
    lines += (run.lines?.length ?? 1) - 1;
    standIns.push({ run, end: end - characters, characters, lines, columns: end - lastLine - STAND_IN });
    from = end;
  }
  parts.push(text.slice(from));
  return { text: parts.join(""), restore: (tree) => new Restoring(text, standIns).restore(tree) };
}

type Point = NonNullable<Nodes["position"]>["start"];

/** Puts prose back into a tree. */
class Restoring {
  readonly #text: string;
  readonly #standIns: readonly StandIn[];

  constructor(text: string, standIns: readonly StandIn[]) {
    this.#text = text;
    this.#standIns = standIns;
  }

  restore(tree: Root): void {
    const blocks = tree.children.map((child) => this.#blocksOf(child));
    this.#restore(tree);
    tree.children = tree.children.flatMap((child, i) => blocks[i] ?? child);
  }

  /** The blocks that a paragraph stands for; null of any other. They begin a line: none of them stands within another. */
  #blocksOf(node: RootContent): RootContent[] | null {
    if (node.type !== "paragraph" || node.children.length !== 1) return null;
    const [child] = node.children;
    if (child?.type !== "text" || child.value.length !== STAND_IN || !child.value.startsWith(FIRST)) return null;
    const { lines, line } = this.#standInOf(child.value).run;
    return lines === null ? null : toNodes(this.#text, lines, line);
  }

  #restore(node: Nodes): void {
    if (node.position !== undefined) {
      this.#move(node.position.start);
      this.#move(node.position.end);
    }
    if ("value" in node && node.value.includes(FIRST)) {
      node.value = node.value.replace(STANDS_IN, (characters) => slice(this.#text, this.#standInOf(characters).run));
    }
    if ("children" in node) for (const child of node.children) this.#restore(child);
  }

  #standInOf(characters: string): StandIn {
    const number = (characters.charCodeAt(1) - ZERO) * BASE + characters.charCodeAt(2) - ZERO;
    return this.#standIns[number] as StandIn;
  }

  /** Moves a place in the text that was parsed to where it is in the whole one. */
  #move(point: Point): void {
    const { offset = 0, column } = point;
    let [low, high] = [0, this.#standIns.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#standIns[middle] as StandIn).end <= offset) low = middle + 1;
      else high = middle;
    }
    const last = this.#standIns[low - 1];
    if (last === undefined) return;
    point.offset = offset + last.characters;
    point.line += last.lines;
    if (last.end > offset - column + 1) point.column += last.columns;
  }
}
