import { type BraceMatcher, matchBraces } from "./braces.ts";
import { isEscaped } from "./hidden.ts";
import type { Edit } from "./mapped-text.ts";
import { FILLER } from "./pieces.ts";
import type { Regions } from "./regions.ts";
import { selfClosedEnd } from "./self-closed.ts";

const NAMES = String.raw`(?:[\w$]+|\*\s*as\s+[\w$]+|\{[^{}]*\})`;
const IMPORT = new RegExp(
  String.raw`import(?:\s+(?:type\s+)?${NAMES}(?:\s*,\s*${NAMES})?\s*from)?\s*(["'])[^"'\n]+\1[ \t]*;?[ \t]*(?://.*)?(?=\n|$)`,
  "y",
);
const EXPORT =
  /export\s+(?:default\s+(?:(?:async\s+)?function\b|class\b|[({["'`]|[\w$.]+[ \t]*(?:[;(]|=>|(?=\n|$)))|(?:const|let|var)\s+[\w$]+\s*[=:]|(?:const|let|var)\s*[{[]|(?:async\s+)?function\b\s*\*?\s*[\w$]+\s*[(<]|class\s+[\w$]+\s*(?:\{|extends\b)|(?:type|interface)\s+[\w$]+\s*[={<]|\{|\*\s*(?:as\s|from\s))/y;
/** A file in which so many exports never end is no MDX. */
const MAX_UNENDED = 20;
const TAG_NAME = /<\/?(?:[A-Z][\w.-]*|[a-z]\w*\.[\w.]+)(?=[\s/>{])/y;
const ATTRIBUTE = /[A-Za-z_$@:][\w.:$-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|(?=\{)|[^\s"'`{}<>=]+))?/y;
const STRING_EXPRESSION = /^\{\s*(["'`])([^"'`\\{}\n]*)\1\s*\}$/;

/** Whether Markdown imports components, elsewhere than in its code: some sites write MDX in files that end with .md. */
export function importsComponents(text: string, code: Regions): boolean {
  const lines = text.matchAll(/^import\s+[\w*{][^\n]*\sfrom\s+["'][^"'\n]+["'];?[ \t]*$/gm);
  return Array.from(lines).some(({ index }) => !code.holds(index));
}

/**
 * Finds what MDX has beside Markdown: import and export, `{expressions}`, the tags of components, whose children stay.
 * An element that closes itself (`<iframe />`) gets the end that HTML asks for.
 *
 * @param code where code stands, which is left alone
 * @returns the edits that take them out, in order
 */
export function mdxEdits(text: string, code: Regions): Edit[] {
  const edits: Edit[] = [];
  const braces = matchBraces(text);
  const modules = moduleReader(text);
  let at = 0;
  while (at < text.length) {
    const region = code.from(at);
    if (region !== undefined && region.start <= at) {
      at = region.end;
      continue;
    }
    const end = modules(at) ?? readExpression(text, at, braces) ?? readTag(text, at, braces);
    if (end === null) {
      const closing = text[at] === "<" && !isEscaped(text, at) ? selfClosedEnd(text, at) : null;
      if (closing !== null) edits.push(closing);
      at++;
      continue;
    }
    const [, , shown] = STRING_EXPRESSION.exec(text.slice(at, end)) ?? [];
    if (shown === undefined) edits.push({ start: at, end, text: FILLER });
    else edits.push(...unwrap(text, at, end, shown));
    at = end;
  }
  return edits;
}

/** `{"text"}` shows its text. */
function unwrap(text: string, start: number, end: number, shown: string): Edit[] {
  const from = text.indexOf(shown, start + 1);
  return [
    { start, end: from, text: "" },
    { start: from + shown.length, end, text: "" },
  ];
}

/** Reads an import or export at the start of a block: behind an empty line, or another one. */
function moduleReader(text: string): (at: number) => number | null {
  let [unended, last] = [0, -1];
  return (at) => {
    if (at > 0 && text[at - 1] !== "\n") return null;
    if (at > 0 && last !== at - 1 && !/(?:^|\n)[ \t]*\n$/.test(text.slice(Math.max(0, at - 200), at))) return null;
    const exported = unended < MAX_UNENDED && match(EXPORT, text, at) !== null;
    const end = match(IMPORT, text, at) ?? (exported ? exportEnd(text, at) : null);
    if (end === -1) unended++;
    if (end === null || end === -1) return null;
    last = end;
    return end;
  };
}

/** @returns the end of its last line, -1 where its brackets are never closed */
function exportEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const character = text[i] as string;
    if ("{([".includes(character)) depth++;
    else if ("})]".includes(character)) depth--;
    else if (
      character === "\n" &&
      depth <= 0 &&
      /^[ \t]*(?:\n|$|import\b|export\b|[<#{])/.test(text.slice(i + 1, i + 80))
    )
      return i;
  }
  return depth <= 0 ? text.length : -1;
}

function readExpression(text: string, at: number, braces: BraceMatcher): number | null {
  return text[at] === "{" && !isEscaped(text, at) ? braces(at) : null;
}

/** The tag of a component, or of a fragment. */
function readTag(text: string, at: number, braces: BraceMatcher): number | null {
  if (text[at] !== "<" || isEscaped(text, at)) return null;
  if (text.startsWith("<>", at)) return at + 2;
  if (text.startsWith("</>", at)) return at + 3;
  let i = match(TAG_NAME, text, at);
  while (i !== null && i < text.length) {
    const character = text[i] as string;
    if (character === ">") return i + 1;
    if (character === "/" || /\s/.test(character)) i++;
    else i = character === "{" ? braces(i) : match(ATTRIBUTE, text, i);
  }
  return null;
}

/** @returns where a match ends that starts at an offset, or null */
function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
