import type { Edit } from "./mapped-text.ts";

/** A callout or a tab of MkDocs: `!!! note "Title"`, `??? question "Title"`, `=== "Title"`. */
const OPENING = /^([ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*|===[!+]?)(?:[ \t]+"([^"\n]*)")?[ \t]*$/;
const INDENTATION = 4;

/**
 * Finds the callouts and tabs of MkDocs, whose text is indented below them, where GitHub would read it as code.
 *
 * @returns the edits that leave their titles and text, in order
 */
export function admonitionEdits(text: string): Edit[] {
  if (!/^[ \t]*(?:!!!|\?\?\?|=== ")/m.test(text)) return [];
  const edits: Edit[] = [];
  /** Indentation of each callout that is open, the outer first. */
  const open: number[] = [];
  let fence = "";
  let start = 0;
  for (const line of text.split("\n")) {
    const spaces = /^[ \t]*/.exec(line)?.[0] ?? "";
    const indentation = spaces.replaceAll("\t", " ".repeat(INDENTATION)).length;
    if (line.trim() !== "") {
      while (open.length > 0 && indentation < (open.at(-1) ?? 0) + INDENTATION) open.pop();
      const outdent = lengthOf(spaces, open.length * INDENTATION);
      if (outdent > 0) edits.push({ start, end: start + outdent, text: "" });
      const [mark = ""] = /^(?:`{3,}|~{3,})/.exec(line.trim()) ?? [];
      const inCode = fence !== "";
      if (fence === "") fence = mark;
      else if (mark.startsWith(fence)) fence = "";
      const [opening, , title = ""] = inCode ? [] : (OPENING.exec(line) ?? []);
      if (opening !== undefined) {
        open.push(indentation);
        edits.push(...titleEdits(line, title, start + Math.max(outdent, spaces.length), start));
      }
    }
    start += line.length + 1;
  }
  return edits;
}

/** Leaves the title as a paragraph of its own. */
function titleEdits(line: string, title: string, from: number, start: number): Edit[] {
  const end = start + line.length;
  if (title.trim() === "") return [{ start: from, end, text: "" }];
  const at = start + line.lastIndexOf(title);
  return [
    { start: from, end: at, text: "\n" },
    { start: at + title.length, end, text: "\n" },
  ];
}

/** How many characters of white space make up some columns. */
function lengthOf(spaces: string, columns: number): number {
  let [length, width] = [0, 0];
  while (length < spaces.length && width < columns) width += spaces[length++] === "\t" ? INDENTATION : 1;
  return length;
}
