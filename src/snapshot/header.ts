import type { Hash } from "node:crypto";

/** The first bytes of every snapshot. */
const MAGIC = "ATTACHE\n";
/** Of the order of what stands in a snapshot. */
const FORMAT = 1;
/** Bytes of a SHA-256, of everything behind the header and then of the header before it. */
const HASH = 32;
/** Bytes of the header: the first bytes and the format, two places, and the hash. */
export const HEADER = 64;

export interface SnapshotHeader {
  /** First byte of what is kept in memory; what is read by position stands before it. */
  readonly resident: number;
  /** Bytes of the whole file. */
  readonly size: number;
}

/** @returns the bytes of a header without its hash, which `seal` fills in */
export function makeHeader({ resident, size }: SnapshotHeader): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.write(MAGIC, "latin1");
  bytes.writeUInt32LE(FORMAT, MAGIC.length);
  bytes.writeDoubleLE(resident, 16);
  bytes.writeDoubleLE(size, 24);
  return bytes;
}

/** Fills in the hash. @param hash of everything behind the header */
export function seal(header: Buffer, hash: Hash): void {
  hashHeader(header, hash).copy(header, HEADER - HASH);
}

/** Whether everything is as it was when it was sealed. @param hash of everything behind the header */
export function isSealed(header: Buffer, hash: Hash): boolean {
  return hashHeader(header, hash).equals(header.subarray(HEADER - HASH));
}

function hashHeader(header: Buffer, hash: Hash): Buffer {
  return hash.update(header.subarray(0, HEADER - HASH)).digest();
}

/** @returns null for a header of another format, or none at all */
export function readHeader(bytes: Buffer): SnapshotHeader | null {
  const resident = bytes.readDoubleLE(16);
  const size = bytes.readDoubleLE(24);
  const same = makeHeader({ resident, size }).subarray(0, HEADER - HASH);
  const fits = Number.isInteger(resident) && Number.isInteger(size) && resident >= HEADER && resident <= size;
  return fits && same.equals(bytes.subarray(0, HEADER - HASH)) ? { resident, size } : null;
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
