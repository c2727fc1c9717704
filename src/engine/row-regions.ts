import { ByteRows } from "../lexicon/byte-rows.ts";
import { ABOVE_ZERO, Greatest } from "../search/greatest.ts";
import { cosineOf, norm } from "../search/meaning.ts";
import type { Nearest } from "../search/passage-store.ts";
import { type RowArrays, type RowRegions, SENTENCE_VALUES } from "./row-arrays.ts";

/** Passages whose vectors are looked at together. */
const RUN = 4_096;
const ALL = Int32Array.from({ length: RUN }, (_, i) => i);
/** Numbers that are read together. */
const CHUNK = 262_144;

/** Fills in bytes from a position on. */
export type ReadInto = (start: number, into: Uint8Array | Int8Array) => void;

/** What of an index is looked through in a file: it takes the memory of one piece of it, however many passages there are. */
export class RegionReader {
  readonly #regions: RowRegions;
  readonly #arrays: Pick<RowArrays, "documentOf" | "sentenceStart">;
  readonly #readInto: ReadInto;
  readonly #rows: ByteRows;
  readonly #norms = new Float64Array(RUN);
  readonly #cosines = new Float64Array(RUN);

  /** @param dimensions of the vectors of meaning */
  constructor(
    regions: RowRegions,
    arrays: Pick<RowArrays, "documentOf" | "sentenceStart">,
    dimensions: number,
    readInto: ReadInto,
  ) {
    this.#regions = regions;
    this.#arrays = arrays;
    this.#readInto = readInto;
    this.#rows = new ByteRows(dimensions, RUN);
  }

  /** As of `PassageStore`. */
  findNearest(vector: Int8Array, limit: number, others: readonly number[]): Nearest {
    const passages = this.#arrays.documentOf.length;
    const nearest = new Greatest(limit, ABOVE_ZERO);
    const length = norm(vector);
    const cosineOf = new Map<number, number>();
    const wanted = [...others].sort((a, b) => a - b);
    let next = 0;
    for (let from = 0; from < passages; from += RUN) {
      const count = Math.min(RUN, passages - from);
      const { width, values } = this.#rows;
      this.#readInto(this.#regions.vectors + from * width, values.subarray(0, count * width));
      this.#readInto(this.#regions.norms + from * Float64Array.BYTES_PER_ELEMENT, bytesOf(this.#norms, count));
      const cosines = this.#compare(vector, length, count);
      for (let i = 0; i < count; i++) {
        if ((cosines[i] as number) > nearest.least) nearest.add(from + i, cosines[i] as number);
      }
      for (; (wanted[next] ?? passages) < from + count; next++) {
        cosineOf.set(wanted[next] as number, cosines[(wanted[next] as number) - from] as number);
      }
    }
    const { positions, values: greatest } = nearest;
    for (const [i, passage] of positions.entries()) cosineOf.set(passage, greatest[i] as number);
    return { passages: Array.from(positions), cosine: (passage) => cosineOf.get(passage) as number };
  }

  /** The cosines of a vector with the first rows read, until the next are; 0 where either is nothing. */
  #compare(vector: Int8Array, length: number, count: number): Float64Array {
    const dots = this.#rows.dots(vector, ALL.subarray(0, count));
    for (let i = 0; i < count; i++) {
      this.#cosines[i] = cosineOf(dots[i] as number, this.#norms[i] as number, length);
    }
    return this.#cosines;
  }

  /** As of `PassageStore`. */
  findHolding(wanted: Uint8Array, but: ReadonlySet<number>, limit: number): readonly number[] {
    const most = new Greatest(limit, 1);
    const { holding, holdingEnd } = this.#regions;
    const chunk = new Int32Array(CHUNK);
    let [passage, left, count] = [0, 0, 0];
    for (let at = holding; at < holdingEnd; at += chunk.byteLength) {
      const numbers = Math.min(CHUNK, (holdingEnd - at) / Int32Array.BYTES_PER_ELEMENT);
      this.#readInto(at, bytesOf(chunk, numbers));
      for (let i = 0; i < numbers; i++) {
        const number = chunk[i] as number;
        if (left === 0) {
          left = number + 1;
          count = 0;
        } else {
          count += wanted[number] as number;
        }
        left--;
        if (left > 0) continue;
        if (count >= most.least && !but.has(passage)) most.add(passage, count);
        passage++;
      }
    }
    return Array.from(most.positions);
  }

  /** @returns `SENTENCE_VALUES` numbers for each sentence of a passage */
  sentenceValues(passage: number): Float64Array {
    const { sentenceStart } = this.#arrays;
    const first = sentenceStart[passage] as number;
    const values = new Float64Array(SENTENCE_VALUES * ((sentenceStart[passage + 1] as number) - first));
    const start = this.#regions.sentences + first * SENTENCE_VALUES * Float64Array.BYTES_PER_ELEMENT;
    this.#readInto(start, bytesOf(values, values.length));
    return values;
  }
}

function bytesOf(numbers: Float64Array | Int32Array, count: number): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, count * numbers.BYTES_PER_ELEMENT);
}
