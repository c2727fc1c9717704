import type { Edit } from "./mapped-text.ts";

const TAG = /<([a-z][\w:-]*)(?=[\s/])(?:"[^"]*"|'[^']*'|[^"'<>/]|\/(?!>))*\/>/iy;
const NEXT = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(?=[a-z])/gi;
/** Elements whose content is no markup. */
const VERBATIM = /<(script|style|textarea|title)(?=[\s>])[^>]*>[\s\S]*?<\/\1\s*>/iy;
/** Elements that HTML has no end for. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/**
 * What XML and JSX have and HTML has not: an element that ends in its own tag, `<script src="a.js"/>`. Read as HTML, it
 * would take in everything behind it.
 *
 * @returns the edit that puts its end behind a tag that starts at an offset, or null where none closes itself there
 */
export function selfClosedEnd(text: string, at: number): Edit | null {
  TAG.lastIndex = at;
  const [tag, name = ""] = TAG.exec(text) ?? [""];
  if (tag === "" || VOID.test(name)) return null;
  return { start: at + tag.length, end: at + tag.length, text: `</${name}>` };
}

/** @returns the edits that put an end behind each element of a page that closes itself, in order */
export function selfClosedEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  NEXT.lastIndex = 0;
  for (let found = NEXT.exec(text); found !== null; found = NEXT.exec(text)) {
    if (found[0] !== "<") continue;
    const edit = selfClosedEnd(text, found.index);
    if (edit !== null) {
      edits.push(edit);
      NEXT.lastIndex = edit.start;
      continue;
    }
    VERBATIM.lastIndex = found.index;
    if (VERBATIM.test(text)) NEXT.lastIndex = VERBATIM.lastIndex;
  }
  return edits;
}
