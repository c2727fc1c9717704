import { ABOVE_ZERO, Greatest } from "./greatest.ts";
import { cosineOf, norm, type PassageVectors } from "./meaning.ts";

/** Where there are no more passages than this, the cosine of each is worked out. */
const FEW = 500;
/** Passages whose upper halves are looked at before it is told again what the next are to have more than: fewer at first. */
const FIRST_RUN = 256;
const RUN = 2_048;
/** More than what bounds may lose by rounding, as a share of them. */
const ROUNDING = 1e-9;

/** The cosines of the angles between a vector and the passages' vectors of meaning; 0 where either is nothing. */
export class PassageCosines {
  readonly #vectors: PassageVectors;
  readonly #length: number;

  /** It serves until another is made of the same passages. @param vector the question's */
  constructor(vectors: PassageVectors, vector: Int8Array) {
    this.#vectors = vectors;
    this.#length = norm(vector);
    vectors.rows.multiplyBy(vector);
  }

  /** @param passages each at most once */
  of(passages: ArrayLike<number>): Float64Array {
    const { rows } = this.#vectors;
    const { lengths } = rows;
    const length = this.#length;
    const dots = rows.dots(passages);
    const cosines = new Float64Array(dots.length);
    for (let i = 0; i < cosines.length; i++) {
      cosines[i] = cosineOf(dots[i] as number, lengths[passages[i] as number] as number, length);
    }
    return cosines;
  }

  /** @returns passages of the greatest cosines above 0, the greatest first; ties in their order */
  nearest(count: number): number[] {
    const { rows } = this.#vectors;
    const { lengths } = rows;
    const passages = rows.count;
    if (this.#length === 0) return [];
    const { near, least } =
      passages <= Math.max(FEW, count) ? { near: allUpTo(passages), least: 0 } : this.#mayBeNearest(count);
    const dots = rows.dots(near);
    const best = new Greatest(count, Math.max(least, ABOVE_ZERO));
    for (let i = 0; i < dots.length; i++) {
      const passage = near[i] as number;
      const cosine = cosineOf(dots[i] as number, lengths[passage] as number, this.#length);
      if (cosine >= best.least) best.add(passage, cosine);
    }
    return Array.from(best.positions);
  }

  /**
   * All that may be among the nearest, by what the upper halves of the numbers tell, and the least cosine that those have.
   *
   * @param count fewer than there are
   */
  #mayBeNearest(count: number): { readonly near: Int32Array; readonly least: number } {
    const { rows, upperError } = this.#vectors;
    const best = this.#likeliest(count);
    if (best.length < count) return { near: allUpTo(rows.count), least: 0 };
    const least = this.of(best).reduce((min, cosine) => Math.min(min, cosine));
    const error = upperError * this.#length * (1 + ROUNDING);
    return { near: rows.atLeast(0, rows.count, error, least * this.#length), least };
  }

  /** Those that are the nearest by the upper halves. */
  #likeliest(count: number): Int32Array {
    const { rows } = this.#vectors;
    const { lengths } = rows;
    const { sixteenths, beside } = rows.estimates();
    const best = new Greatest(count, ABOVE_ZERO);
    for (let from = 0, run = FIRST_RUN; from < rows.count; from += run, run = Math.min(2 * run, RUN)) {
      for (const row of rows.atLeast(from, Math.min(run, rows.count - from), 0, best.least)) {
        const own = lengths[row] as number;
        const estimate = (16 * (sixteenths[row] as number) + beside) / own;
        if (own > 0 && estimate > best.least) best.add(row, estimate);
      }
    }
    return best.positions;
  }
}

function allUpTo(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i);
}
