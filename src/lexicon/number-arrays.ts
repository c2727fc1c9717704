import { endianness } from "node:os";
import { crc32 } from "node:zlib";

/** Bytes of a number, and of a length. */
const NUMBER = 4;

/**
 * @param names what the arrays are called, in their order
 * @param rest what comes behind them
 * @returns a checksum, the lengths of the arrays, and the arrays, as 32-bit numbers with the lowest byte first; and the rest
 */
export function encodeArrays<Name extends string>(
  arrays: Readonly<Record<Name, ArrayLike<number>>>,
  names: readonly Name[],
  rest: Uint8Array = new Uint8Array(),
): Buffer {
  const all = names.map((name) => Array.from(arrays[name]));
  const numbers = [...all.map(({ length }) => length), ...all.flat()];
  const bytes = Buffer.alloc((1 + numbers.length) * NUMBER + rest.length);
  for (const [i, number] of numbers.entries()) bytes.writeInt32LE(number | 0, (1 + i) * NUMBER);
  bytes.set(rest, bytes.length - rest.length);
  bytes.writeUInt32LE(checksum(bytes, names));
  return bytes;
}

/**
 * @param bytes of `encodeArrays` with the same names
 * @returns the arrays, which may share the bytes' memory, and the rest
 * @throws RangeError when the bytes are anything else, or damaged
 */
export function decodeArrays<Name extends string>(
  bytes: Buffer,
  names: readonly Name[],
): { readonly arrays: Record<Name, Int32Array>; readonly rest: Buffer } {
  let at = (1 + names.length) * NUMBER;
  if (bytes.length < at || bytes.readUInt32LE() !== checksum(bytes, names)) {
    throw new RangeError(`${bytes.length} bytes are no arrays, or damaged`);
  }
  const arrays = names.map((name, i) => {
    const end = at + NUMBER * bytes.readInt32LE((1 + i) * NUMBER);
    const array = toNumbers(bytes.subarray(at, end));
    at = end;
    return [name, array] as const;
  });
  return { arrays: Object.fromEntries(arrays) as Record<Name, Int32Array>, rest: bytes.subarray(at) };
}

/** Of all behind it, and of what the arrays are called: others of as many names are told from them. */
function checksum(bytes: Buffer, names: readonly string[]): number {
  return crc32(bytes.subarray(NUMBER), crc32(names.join()));
}

function toNumbers(bytes: Buffer): Int32Array {
  const fits = bytes.byteOffset % NUMBER === 0 && endianness() === "LE";
  const own = fits ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  if (endianness() === "BE") own.swap32();
  return new Int32Array(own.buffer, own.byteOffset, own.length / NUMBER);
}
