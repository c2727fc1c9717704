/** Joins the lines of one paragraph: a word that was divided at a line's end is whole again. */
export class LineJoiner {
  readonly #words: ReadonlySet<string>;

  /** @param texts all lines of the document: how a word is written elsewhere tells how it is written here */
  constructor(texts: Iterable<string>) {
    const words = new Set<string>();
    for (const text of texts) {
      for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![\p{L}\p{M}-])/gu)) {
        words.add(word.toLowerCase());
      }
    }
    this.#words = words;
  }

  /** @returns how much of the end of a line is left out before the next one, and what stands between them */
  between(before: string, after: string): { readonly cut: number; readonly space: string } {
    const [, first = "", mark = ""] = /([\p{L}\p{M}-]*[\p{L}\p{M}])([-‐\u00ad])$/u.exec(before) ?? [];
    if (mark === "") return { cut: 0, space: /[\p{L}\d]\/$|[\d][-–]$/u.test(before) ? "" : " " };
    const [rest = ""] = /^[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/u.exec(after) ?? [];
    if (rest === "") return { cut: 0, space: /^\d/.test(after) ? "" : " " };
    if (mark === "\u00ad") return { cut: 1, space: "" };
    if (!/^\p{Ll}/u.test(rest)) return { cut: 0, space: "" };
    const [joined, hyphenated] = [`${first}${rest}`, `${first}-${rest}`].map((word) => word.toLowerCase());
    const isHyphenated = this.#words.has(hyphenated ?? "") && !this.#words.has(joined ?? "");
    // "pro- and anti-European": the hyphen stands for what follows.
    if (/^(?:and|or|und|oder|et|ou|y|e|o)$/.test(rest)) return { cut: 0, space: " " };
    return { cut: isHyphenated ? 0 : 1, space: "" };
  }
}
