import { gemoji } from "gemoji";
import type { Span } from "../text/span.ts";
import { applyEdits, type Edit, type MappedText } from "./mapped-text.ts";
import { FILLER } from "./pieces.ts";

const emoji = new Map(gemoji.flatMap(({ names, emoji }) => names.map((name) => [name, emoji] as const)));

/** What stands in for a match: nothing, the part that is shown, or other text. Null where the match is no markup. */
type Replace = (match: RegExpExecArray) => readonly Edit[] | null;

interface Rule {
  readonly pattern: RegExp;
  readonly replace: Replace;
  readonly only?: "mdx";
}

const out: Replace = (match) => [{ start: match.index, end: match.index + match[0].length, text: FILLER }];

/** Takes out the marks around the group that is shown. */
const around: Replace = (match) => {
  const shown = match.groups?.["shown"] ?? "";
  const start = match.index + match[0].lastIndexOf(shown);
  const end = match.index + match[0].length;
  if (shown === "") return out(match);
  return [
    { start: match.index, end: start, text: FILLER },
    { start: start + shown.length, end, text: FILLER },
  ].filter((edit) => edit.end > edit.start);
};

/** The title of a box is a paragraph of its own. */
const titled: Replace = (match) => {
  const shown = match.groups?.["shown"]?.trim() ?? "";
  if (shown === "") return out(match);
  const start = match.index + match[0].lastIndexOf(shown);
  return [
    { start: match.index, end: start, text: FILLER },
    { start: start + shown.length, end: match.index + match[0].length, text: "\n" },
  ];
};

/** Markup that no reader sees, of the tools that people write Markdown for: what Markdown itself does not know. */
const RULES: readonly Rule[] = [
  // HTML's comments; one that is never closed hides the rest where it starts a line (CommonMark 0.31, 4.6).
  { pattern: /<!--[\s\S]*?-->|^ {0,3}<!--[\s\S]*/gm, replace: out },
  // Liquid, Jinja, Nunjucks: comments with what they hold, tags, values. Hugo: shortcodes.
  { pattern: /\{%-?\s*comment\b[\s\S]*?\bendcomment\s*-?%\}/g, replace: out },
  { pattern: /\{#(?![\w-]+\})[\s\S]*?#\}/g, replace: out },
  { pattern: /\{\{[\s\S]{0,2000}?\}\}/g, replace: out },
  { pattern: /\{%[\s\S]{0,2000}?%\}/g, replace: out },
  // Obsidian's comments.
  { pattern: /(?<![\w%])%%(?!%)[\s\S]{1,5000}?%%/g, replace: out },
  { only: "mdx", pattern: /^(?:import|export)\s[\s\S]*?(?=\n\s*\n|$(?![\s\S]))/gm, replace: out },
  { only: "mdx", pattern: /\{(?:[^{}]|\{[^{}]*\})*\}/g, replace: out },
  { pattern: /^[ \t]*\[(?:\[_?TOC_?\]|TOC)\][ \t]*$/gim, replace: out },
  // Containers of VitePress, Docusaurus, Pandoc: the title is shown.
  { pattern: /^[ \t]{0,3}:{3,}[ \t]*[\w-]*\[(?<shown>[^\]\n]*)\][^\n]*$/gm, replace: titled },
  { pattern: /^[ \t]{0,3}:{3,}[ \t]*[\w-]*[ \t]*(?:\{[^}\n]*\})?[ \t]*(?<shown>[^\n]*)$/gm, replace: titled },
  // Callouts of GitHub and Obsidian.
  { pattern: /(?<=^[ \t]*(?:>[ \t]*)+)\[![\w-]+\][-+]?/gm, replace: out },
  // Attributes of kramdown, Pandoc, Docusaurus: {#id}, {: .class}, {.class}.
  { pattern: /[ \t]*\{(?:#[\w-]+|:[^}\n]*|\.[\w-]+[^}\n]*)\}[ \t]*$/gm, replace: out },
  // Wikilinks.
  { pattern: /!\[\[[^\]\n]+\]\]/g, replace: out },
  { pattern: /\[\[(?:[^\]|\n]+\|)?(?<shown>[^\]|\n]+)\]\](?!\()/g, replace: around },
  { pattern: /(?<![=\w])==(?=\S)(?<shown>[^=\n]*[^=\s])==(?![=\w])/g, replace: around },
  {
    pattern: /(?<![\w:]):([a-z][\w+-]*):(?![\w:])/g,
    replace: (match) => {
      const shown = emoji.get(match[1] ?? "");
      return shown === undefined ? null : [{ start: match.index, end: match.index + match[0].length, text: shown }];
    },
  },
  // A definition ("Term", and ": what it is" below) is a paragraph under its term.
  {
    pattern: /(?<=\S[ \t]*)\n:[ \t]+(?=\S)/g,
    replace: (m) => [{ start: m.index, end: m.index + m[0].length, text: "\n\n" }],
  },
];

/**
 * Takes out of a Markdown text what its reader does not see and Markdown does not know as markup. Code is left alone:
 * there, braces and brackets are what a reader sees.
 */
export function withoutHiddenMarkup(source: MappedText, format: "md" | "mdx"): MappedText {
  let shown = source;
  for (const { pattern, replace, only } of RULES) {
    if (only !== undefined && only !== format) continue;
    if (!quick(pattern, shown.text)) continue;
    const code = codeSpans(shown.text);
    const edits: Edit[] = [];
    let end = 0;
    for (const match of shown.text.matchAll(pattern)) {
      if (match.index < end || isInside(match.index, code)) continue;
      const found = replace(match as RegExpExecArray);
      if (found === null) continue;
      edits.push(...found.map((edit) => emptied(shown.text, edit)));
      end = match.index + match[0].length;
    }
    shown = applyEdits(shown, edits);
  }
  return shown;
}

function quick(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
}

/** Where whole lines go, blank ones stay: a filler would make a paragraph of them, or join those around. */
function emptied(text: string, edit: Edit): Edit {
  if (edit.text !== FILLER) return edit;
  const before = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, edit.start - 80), edit.start));
  const after = /^[ \t]*(?:\n|$)/.test(text.slice(edit.end, edit.end + 80));
  return before && after ? { ...edit, text: "" } : edit;
}

const FENCE =
  /^([ \t>]*(?:[-*+]|\d+[.)])?[ \t]*)(`{3,}|~{3,})[^`\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*$|$(?![\s\S]))/gm;
const INLINE = /(?<!`)(`+)(?!`)(?:[^`]|`(?!\1))*?[^`]?\1(?!`)/g;

function codeSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: found, index } of text.matchAll(FENCE)) spans.push({ start: index, end: index + found.length });
  for (const { 0: found, index } of text.matchAll(INLINE)) {
    // A blank line ends a paragraph, and with it what looked like code.
    if (/\n[ \t]*\n/.test(found) || isInside(index, spans)) continue;
    spans.push({ start: index, end: index + found.length });
  }
  return spans.sort((a, b) => a.start - b.start);
}

function isInside(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}
