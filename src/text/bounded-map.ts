/** A map that forgets what was set longest ago once it holds too much. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number;

  /** @param most entries at the most */
  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: Key, value: Value): this {
    // A map keeps its keys in the order in which they came: what is set again is the newest.
    this.delete(key);
    super.set(key, value);
    if (this.size <= this.#most) return this;
    for (const oldest of this.keys()) {
      this.delete(oldest);
      if (this.size <= this.#most) break;
    }
    return this;
  }
}
