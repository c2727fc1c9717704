import { aligned, packTree, unpackTree } from "./array-tree.ts";

/** Bytes before the JSON: its length, and as many of no meaning. */
const HEAD = 8;

/** What of a snapshot is kept in memory: a tree of objects, the arrays in it views of one buffer. */
export interface Resident {
  readonly tree: object;
}

/** @returns the bytes of a tree, in pieces: its shape as JSON, and its arrays behind it, each aligned */
export function writeResident(tree: object): Uint8Array[] {
  const { shape, arrays } = packTree(tree);
  const json = Buffer.from(JSON.stringify(shape));
  const head = Buffer.alloc(aligned(HEAD + json.length));
  head.writeUInt32LE(json.length);
  json.copy(head, HEAD);
  const padding = (length: number) => new Uint8Array(aligned(length) - length);
  return [head, ...arrays.flatMap((bytes) => [bytes, padding(bytes.length)])];
}

/** @param buffer the bytes of `writeResident` */
export function readResident(buffer: ArrayBuffer): Resident {
  const length = new DataView(buffer).getUint32(0, true);
  const shape: unknown = JSON.parse(Buffer.from(buffer, HEAD, length).toString("utf8"));
  return { tree: unpackTree(shape, buffer, aligned(HEAD + length)) as object };
}
