import { CHECKSUM, type Checksum } from "./checksum.ts";

/** The first bytes of every snapshot. */
const MAGIC = "ATTACHE\n";
/** Of the order of what stands in a snapshot. */
const FORMAT = 2;
/** Where the places begin, which are three, and the checksum of what stands aside. */
const PLACES = 16;
const OF_ASIDE = PLACES + 3 * Float64Array.BYTES_PER_ELEMENT;
/** Where the checksum of all else begins: of everything from behind the header to what stands aside, and then of the header before it. */
const SEAL = OF_ASIDE + CHECKSUM;
/** Bytes of the header: the first bytes and the format, the places, and the checksums. */
export const HEADER = SEAL + CHECKSUM;

export interface SnapshotHeader {
  /** First byte of what is kept in memory; what is read by position stands before it. */
  readonly resident: number;
  /** First byte of what stands aside, up to the end: few need it, and it has a checksum of its own. */
  readonly aside: number;
  /** Bytes of the whole file. */
  readonly size: number;
  /** Checksum of what stands aside. */
  readonly ofAside: Buffer;
}

/** @returns the bytes of a header without the checksum of all else, which `seal` fills in */
export function makeHeader({ resident, aside, size, ofAside }: SnapshotHeader): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.write(MAGIC, "latin1");
  bytes.writeUInt32LE(FORMAT, MAGIC.length);
  for (const [i, place] of [resident, aside, size].entries()) bytes.writeDoubleLE(place, PLACES + 8 * i);
  ofAside.copy(bytes, OF_ASIDE);
  return bytes;
}

/** Fills in the checksum of all else. @param sum of everything from behind the header to what stands aside */
export function seal(header: Buffer, sum: Checksum): void {
  sumUp(header, sum).copy(header, SEAL);
}

/** Whether all but what stands aside is as it was when it was sealed. @param sum as of `seal` */
export function isSealed(header: Buffer, sum: Checksum): boolean {
  return sumUp(header, sum).equals(header.subarray(SEAL));
}

function sumUp(header: Buffer, sum: Checksum): Buffer {
  return sum.update(header.subarray(0, SEAL)).digest();
}

/** @returns null for a header of another format, or none at all */
export function readHeader(bytes: Buffer): SnapshotHeader | null {
  const [resident, aside, size] = [0, 1, 2].map((i) => bytes.readDoubleLE(PLACES + 8 * i)) as [number, number, number];
  const header = { resident, aside, size, ofAside: bytes.subarray(OF_ASIDE, SEAL) };
  const fits =
    [resident, aside, size].every(Number.isInteger) && HEADER <= resident && resident <= aside && aside <= size;
  return fits && makeHeader(header).subarray(0, SEAL).equals(bytes.subarray(0, SEAL)) ? header : null;
}

/**
 * Whether a file was written as a snapshot, be it damaged since: whether most of its first bytes are those of one.
 *
 * @param bytes the first of the file, as many as there are
 */
export function wasSnapshot(bytes: Buffer): boolean {
  const magic = Buffer.from(MAGIC, "latin1").subarray(0, bytes.length);
  const same = magic.filter((byte, i) => byte === bytes[i]).length;
  return same >= magic.length - 1;
}
