import { attributeEdits } from "./attribute-lists.ts";
import { isChatLine } from "./chat-lines.ts";
import { isEscaped } from "./hidden.ts";
import type { Edit } from "./mapped-text.ts";
import { DEFINED, FILLER } from "./pieces.ts";
import { endsAsking } from "./questions.ts";
import type { Regions } from "./regions.ts";

/** A link or an embedded page as wikis and Obsidian write it: `[[page|label]]`, `![[page]]`. */
const WIKILINK = /(!?)\[\[([^[\]|\n\\]+)(\\?\|[^[\]\n]*)?\]\](?!\()/g;
/** `==marked==`, and no comparison. */
const HIGHLIGHT = /(?<![\w=!<>])==(?=[^\s=])(?:(?!==|\n[ \t>]*\n)[\s\S])*?[^\s=]==(?![\w=])/g;
/** A link that a program escaped on its way to Markdown: `\[label]\(<address>)`. */
const ESCAPED_LINK = /\\\[([^[\]\n]{1,200})\\?\]\\?\(<https?:[^<>\s]*>(?:\s*[^()\s]*\))?/g;
/** Subscript and superscript as Pandoc writes them: `H~2~O`, `m^2^`. */
const RAISED = /(?<=[\p{L})\]])(~|(?<!\[)\^)([\p{L}\p{N}+-]{1,8})\1(?![~^])/gu;
/** What Obsidian calls a block by, at its end. */
const BLOCK_ID = /(?<=\S)[ \t]+\^[a-z\d][a-z\d-]{3,}[ \t]*$/;
/** A line of tags alone. */
const TAGS = /^#[\p{L}\p{N}_][^\s#]*(?:[ \t]+#[\p{L}\p{N}_][^\s#]*)+[ \t]*$/u;
/** What TeX is told between paragraphs, in Markdown for Pandoc. */
const TEX_COMMAND =
  /^\\(?:newpage|pagebreak|clearpage|cleardoublepage|tableofcontents|noindent|(?:big|med|small)skip|[vh]space\*?\{[^{}]*\})[ \t]*$/;
/** What PHP Markdown Extra, kramdown and MkDocs are told that an abbreviation means. */
const ABBREVIATION = /^\*\[[^\]\n]+\]:.*$/;
/** An item that kramdown puts the table of contents in place of. */
const CONTENTS_ITEM = /^(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:[ \t]*toc\b[^{}\n]*\}/gm;
/** What stands before the text of a line: quotation marks, indentation. */
const PREFIX = /^(?:[ \t]*>)*[ \t]*/;
const CONTENTS = /^(?:\[\[?_?TOC_?\]\]?|\$\{toc\}|@\[toc\].*|\[\[(?:_TOC_|toc)\]\])\s*$/i;
const CONTAINER = /^:{3,}[ \t]*(?:\{[\w-]+\}|[\w-]*)(?:\[([^\]\n]*)\])?[ \t]*(.*)$/;
const CALLOUT = /^\[!([\w-]+)(?:\|[^\]\n]*)?\][-+]?[ \t]*/;
const DEFINITION = /^( {0,3}):[ \t]+(?=\S)/;
const NO_TERM = /^(?:[ \t]*$|[ \t]{4}|\t|[ \t]*(?:[#>|<]|:::|[-*+][ \t]|\d+[.)][ \t]|```|~~~))/;
/** A name in angle brackets that a chat or a log gives its speakers. */
const NICKNAME = /^(?:[^<\n]{0,40}\s)?<(?!\/)[^<>\s][^<>\n]{0,30}>\s+\S/;

/**
 * Finds what is written as other tools than GitHub take it, and the edits that make plain Markdown of it.
 *
 * @param skip code and what is hidden, which is left alone
 * @returns edits in no order
 */
export function dialectEdits(text: string, skip: Regions): Edit[] {
  const edits = [...inlineEdits(text), ...lineEdits(text, skip)];
  return edits.filter((edit) => !skip.touches({ start: edit.start, end: Math.max(edit.end, edit.start + 1) }));
}

function inlineEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  if (text.includes("[[")) {
    for (const match of text.matchAll(WIKILINK)) edits.push(...wikilinkEdits(match, text));
  }
  if (text.includes("==")) {
    for (const { 0: marked, index } of text.matchAll(HIGHLIGHT)) {
      const end = index + marked.length;
      edits.push(remove(index, index + 2), remove(end - 2, end));
    }
  }
  for (const { 0: link, 1: label = "", index } of text.matchAll(ESCAPED_LINK)) {
    edits.push(remove(index, index + 2), remove(index + 2 + label.length, index + link.length));
  }
  for (const { 0: raised, index } of text.matchAll(RAISED)) {
    edits.push(remove(index, index + 1), remove(index + raised.length - 1, index + raised.length));
  }
  for (const { 0: item, index } of text.matchAll(CONTENTS_ITEM)) edits.push(remove(index, index + item.length));
  edits.push(...attributeEdits(text));
  return edits;
}

function wikilinkEdits(match: RegExpExecArray, text: string): Edit[] {
  const [whole, embedded = "", page = "", label] = match;
  const start = match.index;
  const end = start + whole.length;
  if (isEscaped(text, start) || page.trim() !== page || /^[\d\s.,;-]*$/.test(page)) return [];
  if (embedded !== "" || /^_?toc_?$/i.test(page)) return [{ start, end, text: FILLER }];
  const shown = label === undefined ? start + 2 : end - 2 - label.replace(/^\\?\|/, "").length;
  return [remove(start, shown), remove(end - 2, end)];
}

function lineEdits(text: string, skip: Regions): Edit[] {
  const edits: Edit[] = [];
  const nicknames = isChatOfNicknames(text);
  let term = false;
  let start = 0;
  for (const line of text.split("\n")) {
    const prefix = PREFIX.exec(line)?.[0] ?? "";
    const at = start + prefix.length;
    const rest = line.slice(prefix.length);
    if (rest !== "" && !skip.holds(at)) {
      const definition = term ? DEFINITION.exec(line) : null;
      if (definition === null) edits.push(...markEdits(rest, at, prefix));
      else edits.push(replaceColon(start + (definition[1]?.length ?? 0)));
      if (nicknames && NICKNAME.test(line) && isChatLine(line)) {
        const bracket = start + line.indexOf("<");
        edits.push({ start: bracket, end: bracket, text: "\\" });
      }
    }
    // A term may have several definitions, of several lines.
    if (rest !== "") term = !NO_TERM.test(line) || (term && /^(?: {4}|\t| {0,3}:[ \t])/.test(line));
    start += line.length + 1;
  }
  return edits;
}

function markEdits(rest: string, at: number, prefix: string): Edit[] {
  if (ABBREVIATION.test(rest) || CONTENTS.test(rest) || TAGS.test(rest) || TEX_COMMAND.test(rest))
    return [remove(at, at + rest.length)];
  if (rest.startsWith(":::")) return containerEdits(rest, at, prefix);
  const callout = prefix.includes(">") ? CALLOUT.exec(rest)?.[0] : undefined;
  if (callout !== undefined) {
    const end = at + rest.trimEnd().length;
    if (at + callout.length >= end) return [remove(at, at + callout.length)];
    const mark = emphasis(rest.slice(callout.length).trim());
    return [
      { start: at, end: at + callout.length, text: mark },
      { start: end, end: at + rest.length, text: `${mark}\n${prefix}` },
    ];
  }
  const id = BLOCK_ID.exec(rest);
  return id === null ? [] : [remove(at + id.index, at + rest.length)];
}

/** The title of a callout is bold, unless it is so written. */
function emphasis(title: string): string {
  return /[*_]/.test(title) ? "" : "**";
}

/** A definition of a term becomes an item under it. */
function replaceColon(at: number): Edit {
  return { start: at, end: at + 1, text: `- ${DEFINED}` };
}

/** `:::tip Title`, `:::note[Title]`, `::: {.class title="…"}`, `:::`: only a title is shown, as a paragraph. */
function containerEdits(rest: string, at: number, prefix: string): Edit[] {
  const [, bracketed, tail = ""] = CONTAINER.exec(rest) ?? [];
  const attributes = /\s*\{[^{}]*\}\s*$|\s*:{3,}\s*$/;
  const title = (bracketed ?? tail.replace(attributes, "").replace(/^\[|\]$/g, "")).trim();
  const end = at + rest.length;
  if (title === "" || /^[{:]/.test(title)) return [remove(at, end)];
  const from = at + rest.indexOf(title, 3);
  const mark = endsAsking(title) ? emphasis(title) : "";
  return [
    { start: at, end: from, text: `\n${prefix}${mark}` },
    { start: from + title.length, end, text: mark },
    breakAt(end, prefix),
  ];
}

/** A paragraph of the quotation or item that a line stands in ends behind it. */
function breakAt(end: number, prefix: string): Edit {
  return { start: end, end, text: `\n${prefix}` };
}

/** Whether three or more lines give their speakers as `<ana>`, and none is an element that is closed. */
function isChatOfNicknames(text: string): boolean {
  if (!/^[^<\n]{0,40}<[^<>\n]+>\s/m.test(text) || /<\/[\w.-]+>/.test(text)) return false;
  return text.split("\n").filter((line) => NICKNAME.test(line) && isChatLine(line)).length >= 3;
}

function remove(start: number, end: number): Edit {
  return { start, end, text: "" };
}
