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
  /** First place of each group in `grouped`, which lists the entries of all; one more at the end. */
  readonly groupStart: Int32Array;
  readonly grouped: Int32Array;
  /** First place of each entry in `links`: the entries that it is linked with. */
  readonly linkStart: Int32Array;
  readonly links: Int32Array;
}

const ARRAYS = ["childStart", "wordOf", "entryOf", "groupStart", "grouped", "linkStart", "links"] as const;
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
  const arrays = ARRAYS.map((_, i) => {
    const array = new Int32Array(bytes.readInt32LE(i * NUMBER));
    for (let k = 0; k < array.length; k++, at += NUMBER) array[k] = bytes.readInt32LE(at);
    return array;
  });
  const [childStart, wordOf, entryOf, groupStart, grouped, linkStart, links] = arrays as [
    ...[Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array],
  ];
  const words = bytes.toString("utf8", at).split("\n");
  return { words, childStart, wordOf, entryOf, groupStart, grouped, linkStart, links };
}
