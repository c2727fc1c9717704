import { isEscaped } from "./hidden.ts";
import type { Edit } from "./mapped-text.ts";
import { FILLER } from "./pieces.ts";
import type { Regions } from "./regions.ts";

const MODULE_LINE =
  /^(?:import\s*(?:[\w*{"'])|export\s+(?:default\b|const\b|let\b|var\b|function\b|async\b|class\b|\{|\*))/;
const COMPONENT = /<\/?(?:[A-Z][\w.-]*|[a-z]\w*\.[\w.]+)?(?=[\s/>])/y;
const STRING_EXPRESSION = /^\{\s*(["'`])([^"'`\\{}\n]*)\1\s*\}$/;

/** Whether Markdown imports components, elsewhere than in its code: some sites write MDX in files that end with .md. */
export function importsComponents(text: string, code: Regions): boolean {
  const lines = text.matchAll(/^import\s+[\w*{][^\n]*\sfrom\s+["'][^"'\n]+["'];?[ \t]*$/gm);
  return Array.from(lines).some(({ index }) => !code.holds(index));
}

/**
 * Finds what MDX has beside Markdown: import and export, `{expressions}`, the tags of components, whose children stay.
 *
 * @param code where code stands, which is left alone
 * @returns the edits that take them out, in order
 */
export function mdxEdits(text: string, code: Regions): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  while (at < text.length) {
    const region = code.from(at);
    if (region !== undefined && region.start <= at) {
      at = region.end;
      continue;
    }
    const end = readModule(text, at) ?? readExpression(text, at) ?? readComponent(text, at);
    if (end === null) {
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

/** An import or export at the start of a block, up to the blank line behind it. */
function readModule(text: string, at: number): number | null {
  if (at > 0 && text[at - 1] !== "\n") return null;
  if (!MODULE_LINE.test(text.slice(at, at + 40))) return null;
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const character = text[i] as string;
    if ("{([".includes(character)) depth++;
    else if ("})]".includes(character)) depth--;
    else if (character === "\n" && depth <= 0 && !MODULE_LINE.test(text.slice(i + 1, i + 41))) return i;
  }
  return depth <= 0 ? text.length : null;
}

function readExpression(text: string, at: number): number | null {
  if (text[at] !== "{" || isEscaped(text, at)) return null;
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const character = text[i] as string;
    if (text.startsWith("/*", i)) {
      const end = text.indexOf("*/", i + 2);
      if (end === -1) return null;
      i = end + 1;
    } else if ("\"'`".includes(character)) {
      // An apostrophe in text is no string: one that does not end on its line is passed over.
      const end = text.indexOf(character, i + 1);
      const line = text.indexOf("\n", i);
      if (end !== -1 && (character === "`" || line === -1 || end < line)) i = end;
    } else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return i + 1;
  }
  return null;
}

function readComponent(text: string, at: number): number | null {
  if (text[at] !== "<" || isEscaped(text, at)) return null;
  COMPONENT.lastIndex = at;
  const tag = COMPONENT.exec(text)?.[0];
  if (tag === undefined) return null;
  for (let i = at + tag.length; i < text.length; i++) {
    const character = text[i] as string;
    if (character === ">") return i + 1;
    if (character === "<") return null;
    if (character === "{") {
      const end = readExpression(text, i);
      if (end === null) return null;
      i = end - 1;
    } else if (character === '"' || character === "'") {
      const end = text.indexOf(character, i + 1);
      if (end === -1) return null;
      i = end;
    }
  }
  return null;
}
