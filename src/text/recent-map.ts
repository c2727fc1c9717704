/**
 * A cache that keeps what was used last. It is of two halves, the newer and the older; when the newer is full, it becomes
 * the older one, and what nobody asked for since the last time goes. A look-up costs no more than that of a Map, which
 * matters where it is one for each word of a folder.
 */
export class RecentMap<Key, Value extends NonNullable<unknown> | null> {
  readonly #half: number;
  #newer = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  /** @param most values that are kept at the most, 2 or more; half of them at the least, once there were so many */
  constructor(most: number) {
    this.#half = Math.ceil(most / 2);
  }

  get(key: Key): Value | undefined {
    const value = this.#newer.get(key);
    if (value !== undefined) return value;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    this.#newer.set(key, value);
    if (this.#newer.size < this.#half) return;
    this.#older = this.#newer;
    this.#newer = new Map();
  }
}
