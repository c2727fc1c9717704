import { endianness } from "node:os";

/** Bytes of a number, and of a length. */
const NUMBER = 4;

/** @returns the lengths of the arrays, then the arrays, as 32-bit numbers with the lowest byte first */
export function encodeArrays(arrays: readonly ArrayLike<number>[]): Buffer {
  const numbers = [...arrays.map(({ length }) => length), ...arrays.flatMap((array) => Array.from(array))];
  const bytes = Buffer.alloc(numbers.length * NUMBER);
  for (const [i, number] of numbers.entries()) bytes.writeInt32LE(number | 0, i * NUMBER);
  return bytes;
}

/**
 * @param names what the arrays are called, in the order in which they were encoded
 * @returns the arrays, which may share the bytes' memory, and where what follows them begins
 * @throws RangeError when the bytes are no such arrays
 */
export function decodeArrays<Name extends string>(
  bytes: Buffer,
  names: readonly Name[],
): { readonly arrays: Record<Name, Int32Array>; readonly end: number } {
  let at = names.length * NUMBER;
  const arrays = names.map((name, i) => {
    const end = at + NUMBER * bytes.readInt32LE(i * NUMBER);
    if (end < at || end > bytes.length) throw new RangeError(`${bytes.length} bytes are no arrays`);
    const array = toNumbers(bytes.subarray(at, end));
    at = end;
    return [name, array] as const;
  });
  return { arrays: Object.fromEntries(arrays) as Record<Name, Int32Array>, end: at };
}

function toNumbers(bytes: Buffer): Int32Array {
  const fits = bytes.byteOffset % NUMBER === 0 && endianness() === "LE";
  const own = fits ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  if (endianness() === "BE") own.swap32();
  return new Int32Array(own.buffer, own.byteOffset, own.length / NUMBER);
}
