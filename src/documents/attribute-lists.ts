import { isEscaped } from "./hidden.ts";
import type { Edit } from "./mapped-text.ts";

const ATTRIBUTE = String.raw`(?:[.#][\w:-]+|[\w:-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"'>][^\s{}"']*))`;
/** What kramdown takes beside these: the name of a list that is defined elsewhere, as in `{:toc}`. */
const NAMED = String.raw`(?:${ATTRIBUTE}|[\w-]+:?)`;
const LIST = new RegExp(
  String.raw`\{(?:(:)\s*(?:${NAMED}(?:\s+${NAMED})*)?\s*|\s*${ATTRIBUTE}(?:\s+${ATTRIBUTE})*\s*|([ \t]*[#.][^{}\n]*))\}`,
  "g",
);
/** Characters that a span's label is looked for in. */
const MAX_LABEL = 300;

/**
 * Finds the ids and classes of headings, links, images and spans: `{#id}`, `{.class}`, kramdown's `{: .class}`, and the
 * brackets of Pandoc's spans, `[fee]{.underline}`.
 *
 * @returns the edits that take them out, in order
 */
export function attributeEdits(text: string): Edit[] {
  if (!/\{[ \t]*[:.#\w]/.test(text)) return [];
  const edits: Edit[] = [];
  let [lineStart, lineEnd] = [0, -1];
  for (const { 0: list, 1: kramdown, 2: loose, index } of text.matchAll(LIST)) {
    if (isEscaped(text, index)) continue;
    if (lineEnd < index) {
      lineStart = text.lastIndexOf("\n", index) + 1;
      lineEnd = (text.indexOf("\n", index) + 1 || text.length + 1) - 1;
    }
    let [start, end] = [index, index + list.length];
    while (start > lineStart && /[ \t]/.test(text[start - 1] as string)) start--;
    const headed = text[lineStart] === "#";
    if (loose !== undefined) {
      const closing = /^[ \t]*#*[ \t]*$/.exec(text.slice(end, Math.min(lineEnd, end + 200)))?.[0];
      if (!headed || start === index || closing === undefined) continue;
      end += closing.length;
    } else if (kramdown === undefined && !headed) {
      if (start < index || !/[)\]*_"`]/.test(text[index - 1] ?? "")) continue;
      const opening = text[index - 1] === "]" ? openingOf(text, index - 1) : -1;
      if (opening !== -1) {
        edits.push({ start: opening, end: opening + 1, text: "" });
        start = index - 1;
      }
    }
    edits.push({ start, end, text: "" });
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** @returns where the bracket opens that closes at an offset; -1 where it makes a footnote's mark, or part of a link */
function openingOf(text: string, closing: number): number {
  let depth = 0;
  for (let i = closing; i >= Math.max(0, closing - MAX_LABEL); i--) {
    const character = text[i];
    if (character === "\n" && text[i - 1] === "\n") return -1;
    if (character === "]") depth++;
    else if (character === "[" && --depth === 0) {
      return text[i + 1] === "^" || /[!\]\\]/.test(text[i - 1] ?? "") ? -1 : i;
    }
  }
  return -1;
}
