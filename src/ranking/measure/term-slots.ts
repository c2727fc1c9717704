/** No slot. */
export const NONE = -1;

/**
 * Numbers some of very many terms from 0 on, so that what is known of them stands in arrays no longer than they are many.
 * The array that leads to the numbers is made once for all questions, and forgets those of the one before.
 */
export class TermSlots {
  /** For each term its number, or -1. */
  readonly slotOf: Int32Array;
  /** The terms that have one, in the order of their numbers. */
  ids: number[] = [];

  /** @param size terms that there are */
  private constructor(size: number) {
    this.slotOf = new Int32Array(size).fill(NONE);
  }

  /**
   * @param kept where those of one index are kept
   * @returns empty ones; what was returned before for this index serves no more
   */
  static clear<Owner extends object>(kept: WeakMap<Owner, TermSlots>, owner: Owner, size: number): TermSlots {
    const slots = kept.get(owner) ?? new TermSlots(size);
    kept.set(owner, slots);
    for (const id of slots.ids) slots.slotOf[id] = NONE;
    slots.ids = [];
    return slots;
  }

  /** @returns the number of a term, which it is given where it has none */
  add(id: number): number {
    const known = this.slotOf[id] as number;
    if (known !== NONE) return known;
    this.slotOf[id] = this.ids.length;
    this.ids.push(id);
    return this.ids.length - 1;
  }
}
