import { createHash } from "node:crypto";

/** What was worked out for texts, by their SHA-256. When it is full, what was used longest ago goes, one at a time. */
export class BoundedCache<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  /** @param most values that are kept at the most, 1 or more */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#values.size;
  }

  /** @returns what is kept for the texts, in this order; else what `make` gives, which is kept from now on */
  async get(texts: readonly string[], make: () => Promise<Value>): Promise<Value> {
    const key = createHash("sha256").update(JSON.stringify(texts)).digest("base64");
    const value = this.#values.get(key) ?? (await make());
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#most) {
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    }
    return value;
  }
}
