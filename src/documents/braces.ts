/** Tells where an expression in braces ends: behind its "}", or null where it is never closed or starts with no brace. */
export type BraceMatcher = (at: number) => number | null;

/**
 * Matches braces as JavaScript does, over strings and comments. What one search passes on its way is remembered, so that
 * a text full of braces that nothing closes takes time that grows with its length.
 */
export function matchBraces(text: string): BraceMatcher {
  const ends = new Map<number, number | null>();
  const lastComment = text.lastIndexOf("*/");
  let lineEnd = -1;
  const skipString = (at: number, quote: string): number => {
    if (lineEnd < at) lineEnd = (text.indexOf("\n", at) + 1 || text.length + 1) - 1;
    // An apostrophe in text is no string: one that does not end on its line is passed over.
    const stop = quote === "`" ? text.length : lineEnd;
    for (let i = at + 1; i < stop; i++) if (text[i] === quote) return i;
    return at;
  };
  return (at) => {
    if (text[at] !== "{") return null;
    const known = ends.get(at);
    if (known !== undefined) return known;
    const open: number[] = [];
    let unended = -1;
    for (let i = at; i < text.length; i++) {
      const character = text[i] as string;
      if (character === "/" && text[i + 1] === "*") {
        if (lastComment < i + 2) break;
        i = text.indexOf("*/", i + 2) + 1;
      } else if (character === "{") {
        // What an earlier search passed here is as it found it.
        const inner = ends.get(i);
        if (inner === null) break;
        if (inner === undefined) open.push(i);
        else i = inner - 1;
      } else if (character === "}") {
        ends.set(open.pop() as number, i + 1);
        if (open.length === 0) return i + 1;
      } else if (character === '"' || character === "'" || (character === "`" && unended === -1)) {
        const end = skipString(i, character);
        if (character === "`" && end === i) unended = i;
        i = end;
      }
    }
    for (const brace of open) ends.set(brace, null);
    return null;
  };
}
