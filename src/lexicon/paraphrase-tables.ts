import { decodeArrays, encodeArrays } from "./number-arrays.ts";

/**
 * Entries, words or phrases that may stand for one another, in flat arrays. They form a tree: a way from the root along
 * words to a node is an entry, or the beginning of one. The nodes behind one node are numbered in a row.
 */
export interface ParaphraseTables {
  /** Terms of the entries, each once. */
  readonly words: readonly string[];
  /** First node behind each node; one more at the end. Node 0 is the root. */
  readonly childStart: Int32Array;
  /** Word that leads to each node, by its number, -1 to the root: among those behind one node they ascend. */
  readonly wordOf: Int32Array;
  /** Entry that ends at each node, or -1. */
  readonly entryOf: Int32Array;
  /** Node before each node; 0 before the root. */
  readonly parentOf: Int32Array;
  /** Node at which each entry ends. */
  readonly nodeOf: Int32Array;
  /** First place of each group in `grouped`, which lists the entries of all; one more at the end. */
  readonly groupStart: Int32Array;
  readonly grouped: Int32Array;
  /** First place of each entry in `groups`: the groups that it stands in, in order. */
  readonly groupsStart: Int32Array;
  readonly groups: Int32Array;
  /** First place of each entry in `links`: the entries that it is linked with. */
  readonly linkStart: Int32Array;
  readonly links: Int32Array;
}

const ARRAYS = [
  "childStart",
  "wordOf",
  "entryOf",
  "parentOf",
  "nodeOf",
  "groupStart",
  "grouped",
  "groupsStart",
  "groups",
  "linkStart",
  "links",
] as const;

/** The tables as bytes: the arrays, then the words. */
export function encodeTables(tables: ParaphraseTables): Buffer {
  return encodeArrays(tables, ARRAYS, Buffer.from(tables.words.join("\n")));
}

/** @throws RangeError when the bytes are no such tables, or damaged */
export function decodeTables(bytes: Buffer): ParaphraseTables {
  const { arrays, rest } = decodeArrays(bytes, ARRAYS);
  return { words: rest.toString("utf8").split("\n"), ...arrays };
}
