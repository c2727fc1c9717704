import type { Edit } from "./mapped-text.ts";

/** A callout or a tab of MkDocs: `!!! note "Title"`, `??? question "Title"`, `=== "Title"`. */
const OPENING = /^([ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*|===[!+]?)(?:[ \t]+"([^"\n]*)")?[ \t]*$/;
const INDENTATION = 4;

/**
 * Finds the callouts and tabs of MkDocs, whose text is indented below them, where GitHub would read it as code.
 *
 * @returns the edits that make quotations of them, under their titles in bold, in order
 */
export function admonitionEdits(text: string): Edit[] {
  if (!/^[ \t]*(?:!!!|\?\?\?|=== ")/m.test(text)) return [];
  const edits: Edit[] = [];
  /** Indentation of each callout that is open, the outer first. */
  const open: number[] = [];
  /** Where the empty lines above stand: they are the callout's when it goes on below them. */
  let empty: number[] = [];
  let fence = "";
  let start = 0;
  for (const line of text.split("\n")) {
    const spaces = /^[ \t]*/.exec(line)?.[0] ?? "";
    const indentation = spaces.replaceAll("\t", " ".repeat(INDENTATION)).length;
    if (line.trim() === "") empty.push(start);
    else {
      const depth = open.length;
      while (open.length > 0 && indentation < (open.at(-1) ?? 0) + INDENTATION) open.pop();
      const marks = "> ".repeat(open.length);
      if (open.length > 0) edits.push(...empty.map((at) => ({ start: at, end: at, text: marks })));
      // What is no longer the callout's would go on with its last paragraph.
      const left = open.length < depth && empty.length === 0 ? `${marks}\n` : "";
      empty = [];
      const outdent = lengthOf(spaces, open.length * INDENTATION);
      const [mark = ""] = /^(?:`{3,}|~{3,})/.exec(line.trim()) ?? [];
      const inCode = fence !== "";
      if (fence === "") fence = mark;
      else if (mark.startsWith(fence)) fence = "";
      const [opening, , title = ""] = inCode ? [] : (OPENING.exec(line) ?? []);
      if (opening !== undefined) {
        open.push(indentation);
        edits.push(...titleEdits(line, title, start, marks));
      } else if (outdent > 0 || left !== "") edits.push({ start, end: start + outdent, text: left + marks });
    }
    start += line.length + 1;
  }
  return edits;
}

/** Leaves the title, in bold unless it is so written, as a paragraph of its own. */
function titleEdits(line: string, title: string, start: number, marks: string): Edit[] {
  const end = start + line.length;
  const apart = `${marks}\n${marks}>`;
  if (title.trim() === "") return [{ start, end, text: apart }];
  const shown = title.trim();
  const at = start + line.lastIndexOf(shown);
  const bold = /[*_]/.test(shown) ? "" : "**";
  return [
    { start, end: at, text: `${apart} ${bold}` },
    { start: at + shown.length, end, text: `${bold}\n${marks}>` },
  ];
}

/** How many characters of white space make up some columns. */
function lengthOf(spaces: string, columns: number): number {
  let [length, width] = [0, 0];
  while (length < spaces.length && width < columns) width += spaces[length++] === "\t" ? INDENTATION : 1;
  return length;
}
