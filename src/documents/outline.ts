/** What the next block of a page stands under: the headings, the question that it answers. */
export class Outline {
  /** Display text of the first top heading, which names the document. */
  title: string | undefined;
  /** Its block where it heads nothing but names the document; else -1. */
  titleBlock = -1;
  /** Outermost first; one and the same array until the next heading, even one without words. */
  headings: readonly string[];
  /** Block of the question in the text, below any heading, that what comes answers; -1 for none. */
  question = -1;
  readonly #above: readonly string[];
  readonly #named: string | null;
  readonly #path: { level: number; text: string }[] = [];
  #asking: { block: number; level: number } | null = null;

  /**
   * @param above headings that stand above the page's own
   * @param named what the document is called for another reason than its first top heading, or null
   */
  constructor(above: readonly string[], named: string | null) {
    this.#above = above;
    this.#named = named;
    this.headings = above;
  }

  /** Leaves what a heading of this level ends. */
  leave(level: number): void {
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop();
    if (this.#asking !== null && this.#asking.level >= level) this.#asking = null;
    this.question = -1;
    this.#update();
  }

  /**
   * Enters what stands under a heading. The first top heading names the document, and heads at most its answer, unless
   * the document is called otherwise.
   */
  enter(level: number, text: string, block: number, asks: boolean): void {
    const isFirst = level === 1 && this.title === undefined;
    const isTitle = isFirst && (this.#named === null || holds(this.#named, text));
    if (isFirst) this.title = text;
    if (isTitle) this.titleBlock = block;
    else this.#path.push({ level, text });
    this.#update();
    // A title that asks is answered by what stands under it alone, not by every section of the document.
    if (asks && isFirst) {
      this.question = block;
      if (isTitle) this.headings = [...this.headings, text];
    } else if (asks) this.#asking = { block, level };
  }

  /** @returns the block of the question that what comes answers, a heading's too; -1 for none */
  get asked(): number {
    return this.question !== -1 ? this.question : (this.#asking?.block ?? -1);
  }

  #update(): void {
    this.headings = [...this.#above, ...this.#path.map(({ text }) => text)];
  }
}

/** Whether a title says all that a heading says: "Fees | Tennis club" and "Fees". */
function holds(title: string, heading: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const named = new Set(words(title));
  return words(heading).every((word) => named.has(word));
}
