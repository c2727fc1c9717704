/** The kinds of arrays that are stored, each by its name. */
const KINDS = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;

/** An array begins at a multiple of so many bytes: the size of the largest number. */
export const ALIGNMENT = 8;

/** In place of an array: its kind, its first byte, and how many numbers it has. */
type Place = readonly [kind: Kind, start: number, length: number];

/** A tree of objects as JSON can hold it, and the arrays that stood in it, in order. */
export interface PackedTree {
  readonly shape: unknown;
  readonly arrays: readonly Uint8Array[];
  /** Bytes of all arrays, each aligned. */
  readonly size: number;
}

/** Takes the arrays of numbers out of a tree of plain objects; whatever else it holds is to be JSON, without lists. */
export function packTree(tree: object): PackedTree {
  const arrays: Uint8Array[] = [];
  let size = 0;
  const pack = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) {
      const numbers = value as Numbers;
      const place: Place = [kindOf(numbers), size, numbers.length];
      arrays.push(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
      size = aligned(size + numbers.byteLength);
      return place;
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, pack(inner)]));
  };
  const shape = pack(tree);
  return { shape, arrays, size };
}

/**
 * @param shape of `packTree`
 * @param buffer where the arrays stand
 * @param start where the first of them begins there
 * @returns the tree, its arrays views of the buffer
 */
export function unpackTree(shape: unknown, buffer: ArrayBuffer, start: number): unknown {
  if (Array.isArray(shape)) {
    const [kind, at, length] = shape as unknown as Place;
    return new KINDS[kind](buffer, start + at, length);
  }
  if (typeof shape !== "object" || shape === null) return shape;
  return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, unpackTree(inner, buffer, start)]));
}

export function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function kindOf(numbers: Numbers): Kind {
  if (numbers instanceof Uint8Array) return "Uint8Array";
  return numbers.constructor.name as Kind;
}
