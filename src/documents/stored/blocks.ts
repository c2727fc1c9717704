import { type Block, type BlockKind, blockKinds } from "../document.ts";
import { packColumns, unpackColumns } from "./columns.ts";
import { packText, unpackText } from "./text.ts";

/** Beside the number of the kind. */
const ASKS = 16;
const NUMBERED = 32;
const COLUMNS = 8;
/** Bytes of the length of the columns, which stands first. */
const HEAD = 4;

/** The columns of the blocks, and the headings above them: one list for all blocks between two headings. */
export function packBlocks(blocks: readonly Block[]): Buffer {
  const lists = new Map<readonly string[], number>();
  const headingsOf = blocks.map(({ headings }) => {
    const list = lists.get(headings) ?? lists.size;
    lists.set(headings, list);
    return list;
  });
  const columns = packColumns([
    blocks.map(({ start }) => start),
    blocks.map(({ end }) => end),
    headingsOf,
    blocks.map(({ parent }) => parent),
    blocks.map(({ depth }) => depth),
    blocks.map(({ group }) => group),
    blocks.map(({ ordinal }) => ordinal ?? 0),
    blocks.map(({ kind, asks, ordinal, start, end, headings, parent, depth, group, ...others }) => {
      // A field of a block that is not stored does not get past the compiler.
      others satisfies Record<string, never>;
      return blockKinds.indexOf(kind) + (asks ? ASKS : 0) + (ordinal === null ? 0 : NUMBERED);
    }),
  ]);
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(columns.length);
  return Buffer.concat([head, columns, packText(JSON.stringify([...lists.keys()]))]);
}

/** @param bytes of `packBlocks` */
export function unpackBlocks(bytes: Buffer): Block[] {
  const end = HEAD + bytes.readUInt32LE();
  const [starts, ends, headingsOf, parents, depths, groups, ordinals, marks] = unpackColumns(
    bytes.subarray(HEAD, end),
    COLUMNS,
  ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const lists: string[][] = JSON.parse(unpackText(bytes.subarray(end)));
  return Array.from(marks, (mark, i): Block => {
    return {
      start: starts[i] as number,
      end: ends[i] as number,
      kind: blockKinds[mark & (ASKS - 1)] as BlockKind,
      headings: lists[headingsOf[i] as number] as readonly string[],
      parent: parents[i] as number,
      asks: (mark & ASKS) !== 0,
      depth: depths[i] as number,
      group: groups[i] as number,
      ordinal: (mark & NUMBERED) === 0 ? null : (ordinals[i] as number),
    };
  });
}
