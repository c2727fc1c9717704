const NUMBER = 4;

/** Columns of whole numbers of 32 bits as bytes, one after the other. All are of one length. */
export function packColumns(columns: readonly (readonly number[])[]): Buffer {
  const all = Int32Array.from(columns.flat());
  return Buffer.from(all.buffer);
}

/** @returns so many columns, of the bytes of `packColumns` */
export function unpackColumns(bytes: Buffer, count: number): Int32Array[] {
  // A view of numbers has to begin at a multiple of their size.
  const all = new Int32Array(new Uint8Array(bytes).buffer);
  const length = bytes.length / NUMBER / count;
  return Array.from({ length: count }, (_, i) => all.subarray(i * length, (i + 1) * length));
}
