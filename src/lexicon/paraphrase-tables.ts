import { endianness } from "node:os";

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
/** Bytes of a number, and of the lengths that stand first. */
const NUMBER = 4;
const HEAD = ARRAYS.length * NUMBER;

/** The tables as bytes: the lengths of the arrays, the arrays as 32-bit numbers with the lowest byte first, the words. */
export function encodeTables(tables: ParaphraseTables): Buffer {
  const numbers = [...ARRAYS.map((name) => tables[name].length), ...ARRAYS.flatMap((name) => [...tables[name]])];
  const head = Buffer.alloc(numbers.length * NUMBER);
  for (const [i, number] of numbers.entries()) head.writeInt32LE(number, i * NUMBER);
  return Buffer.concat([head, Buffer.from(tables.words.join("\n"))]);
}

/** @throws RangeError when the bytes are no such tables */
export function decodeTables(bytes: Buffer): ParaphraseTables {
  let at = HEAD;
  const arrays = ARRAYS.map((name, i) => {
    const end = at + NUMBER * bytes.readInt32LE(i * NUMBER);
    if (end > bytes.length) throw new RangeError(`${bytes.length} bytes are too few`);
    // A copy, which begins where a number may.
    const numbers = Buffer.from(new Uint8Array(bytes.subarray(at, end)).buffer);
    at = end;
    if (endianness() === "BE") numbers.swap32();
    return [name, new Int32Array(numbers.buffer)] as const;
  });
  const words = bytes.toString("utf8", at).split("\n");
  return { words, ...(Object.fromEntries(arrays) as Record<(typeof ARRAYS)[number], Int32Array>) };
}
