/**
 * A cache that keeps what was used last. It is of two halves, the newer and the older; when the newer is full, it becomes
 * the older one, and what nobody asked for since the last time goes. A look-up costs no more than that of a Map, which
 * matters where it is one for each word of a folder.
 */
export class RecentMap<Key, Value extends NonNullable<unknown> | null> {
  readonly #half: number;
  readonly #weigh: (value: Value) => number;
  #weight = 0;
  #newer = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  /**
   * @param most values that are kept at the most, 2 or more; half of them at the least, once there were so many
   * @param weigh where the values are of different sizes: how many each counts for; one that is more than half of `most`
   *   is kept for itself
   */
  constructor(most: number, weigh: (value: Value) => number = () => 1) {
    this.#half = Math.ceil(most / 2);
    this.#weigh = weigh;
  }

  get(key: Key): Value | undefined {
    const value = this.#newer.get(key);
    if (value !== undefined) return value;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    const before = this.#newer.get(key);
    if (before !== undefined) this.#weight -= this.#weigh(before);
    this.#newer.set(key, value);
    this.#weight += this.#weigh(value);
    if (this.#weight < this.#half) return;
    this.#older = this.#newer;
    this.#newer = new Map();
    this.#weight = 0;
  }
}
