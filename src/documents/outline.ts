/** What the next block of a page stands under: the headings, the question that it answers. */
export class Outline {
  /** Display text of the first top heading, which names the document. */
  title: string | undefined;
  /** Outermost first; one and the same array until the next heading, even one without words. */
  headings: readonly string[];
  /** Block of the question in the text, below any heading, that what comes answers; -1 for none. */
  question = -1;
  readonly #above: readonly string[];
  readonly #path: { level: number; text: string }[] = [];
  #asking: { block: number; level: number } | null = null;

  /** @param above headings that stand above the page's own */
  constructor(above: readonly string[]) {
    this.#above = above;
    this.headings = above;
  }

  /** Leaves what a heading of this level ends. */
  leave(level: number): void {
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop();
    if (this.#asking !== null && this.#asking.level >= level) this.#asking = null;
    this.question = -1;
    this.#update();
  }

  /** Enters what stands under a heading. The first top heading names the document, and heads at most its answer. */
  enter(level: number, text: string, block: number, asks: boolean): void {
    const isTitle = level === 1 && this.title === undefined;
    if (isTitle) this.title = text;
    else this.#path.push({ level, text });
    this.#update();
    // A title that asks is answered by what stands under it alone, not by every section of the document.
    if (asks && isTitle) {
      this.question = block;
      this.headings = [...this.headings, text];
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
