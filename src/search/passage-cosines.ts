import { norm, type PassageVectors } from "./meaning.ts";

/** Where there are no more passages than this, the cosine of each is worked out. */
const FEW = 500;
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
    const { rows, norms } = this.#vectors;
    const length = this.#length;
    const dots = rows.dots(passages);
    const cosines = new Float64Array(dots.length);
    for (let i = 0; i < cosines.length; i++) {
      const own = norms[passages[i] as number] as number;
      cosines[i] = own === 0 || length === 0 ? 0 : (dots[i] as number) / (own * length);
    }
    return cosines;
  }

  /** @returns passages of the greatest cosines above 0, the greatest first; ties in their order */
  nearest(count: number): number[] {
    const { norms } = this.#vectors;
    if (this.#length === 0) return [];
    const near = norms.length <= Math.max(FEW, count) ? [...norms.keys()] : this.#mayBeNearest(count);
    const cosines = this.of(near);
    const best = new Greatest(count);
    for (let i = 0; i < cosines.length; i++) {
      if ((cosines[i] as number) > best.least) best.add(near[i] as number, cosines[i] as number);
    }
    return best.positions;
  }

  /** All that may be among the nearest, by what the upper halves of the numbers tell. @param count fewer than there are */
  #mayBeNearest(count: number): number[] {
    const { rows, norms, upperError } = this.#vectors;
    const { sixteenths, beside } = rows.estimates();
    const best = new Greatest(count);
    for (let p = 0; p < norms.length; p++) {
      const own = norms[p] as number;
      const estimate = 16 * (sixteenths[p] as number) + beside;
      if (estimate > best.least * own && own > 0) best.add(p, estimate / own);
    }
    if (best.positions.length < count) return [...norms.keys()];
    const least = this.of(best.positions).reduce((min, cosine) => Math.min(min, cosine)) * this.#length;
    const error = upperError * this.#length * (1 + ROUNDING);
    const near: number[] = [];
    for (let p = 0; p < norms.length; p++) {
      const most = 16 * (sixteenths[p] as number) + beside + error;
      if (most >= least * (norms[p] as number)) near.push(p);
    }
    return near;
  }
}

/** Positions of so many of the greatest values above 0, the greatest first; ties in the order in which they came. */
export class Greatest {
  readonly positions: number[] = [];
  /** Of each of them its value. */
  readonly values: number[] = [];
  /** What a value is to be above to be one of them. */
  least = 0;
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  add(position: number, value: number): void {
    const { values } = this;
    let at = values.length;
    while (at > 0 && value > (values[at - 1] as number)) at--;
    values.splice(at, 0, value);
    this.positions.splice(at, 0, position);
    if (values.length > this.#count) {
      values.pop();
      this.positions.pop();
    }
    if (values.length === this.#count) this.least = values.at(-1) as number;
  }
}
