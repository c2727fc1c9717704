/** Where a file's front matter stands. Offsets are UTF-16 code units into the file's text. */
export interface Fence {
  readonly format: "yaml" | "toml" | "json";
  /** Of what stands between the marks. */
  readonly start: number;
  readonly end: number;
  /** Where the body starts. */
  readonly bodyStart: number;
  /** Whether the mark that ends it is there. */
  readonly closed: boolean;
}

/** A name, then a colon and a space: "title: x", "last modified at: x". A sentence has more words before its colon. */
const YAML_FIELD =
  /^(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'|[\p{L}\p{N}_$][\p{L}\p{N}_$.-]*(?: [\p{L}\p{N}_.-]+){0,3})[ \t]*:(?=\s|$)/u;
const TOML_FIELD = /^(?:["'\p{L}\p{N}_][\p{L}\p{N}_."'-]*[ \t]*=|\[\[?[^[\]\n]+\]\]?[ \t]*$)/u;
/** What may stand between fields: indented lines, items, comments, empty lines, the ends of brackets. */
const CONTINUES = /^(?:[ \t]|- |-$|#|\r?$|[\])}])/;
/** Fields that only front matter has: one of them is enough where the mark at its end is missing. */
const TELLING =
  /^(?:title|date|author|authors|layout|permalink|tags|categories|category|description|slug|draft|published|id|name|url|weight|publisher)[ \t]*[:=]/i;

/**
 * Finds front matter at the start of a text, after a byte order mark and empty lines: YAML between "---" and "---" or
 * "...", TOML between "+++", or a JSON object (as Hugo has it), which is YAML too: "json" is one with mistakes.
 *
 * @returns null where there is none; a "---" that is only a line across the page opens none
 */
export function findFence(raw: string): Fence | null {
  const opening = /^\ufeff?(?:[^\S\n]*\n)*(?:(---|\+\+\+)(?:yaml|yml|toml|json)?[^\S\n]*(?:\n|$)|(?=\{))/.exec(raw);
  if (opening === null) return null;
  const start = opening[0].length;
  if (opening[1] === undefined) return jsonFence(raw, start);
  const format = opening[1] === "---" && !/^\s*---toml/.test(opening[0].replace("\ufeff", "")) ? "yaml" : "toml";
  return closedFence(raw, start, format, opening[1]) ?? openFence(raw, start, format, opening[0]);
}

function closedFence(raw: string, start: number, format: Fence["format"], mark: string): Fence | null {
  const closing = mark === "---" ? /^(?:---|\.\.\.)[^\S\n]*$/gm : /^\+\+\+[^\S\n]*$/gm;
  closing.lastIndex = start;
  const match = closing.exec(raw);
  if (match === null) return null;
  const content = raw.slice(start, match.index);
  if (!isFieldList(content, format)) return null;
  const after = match.index + match[0].length;
  return { format, start, end: match.index, bodyStart: raw[after] === "\n" ? after + 1 : after, closed: true };
}

/** Whether most of the lines that could be fields are: prose between two lines across the page is no front matter. */
function isFieldList(content: string, format: Fence["format"]): boolean {
  if (content.trim() === "" || /^\s*\{/.test(content)) return true;
  // Fields that are all commented out.
  if (format === "yaml" && /^(?:#[^\n]*\n)+$/.test(content)) return true;
  let [fields, others, telling, paragraph] = [0, 0, false, false];
  let before = "x";
  for (const line of content.split("\n")) {
    if (isField(line, format)) {
      fields++;
      paragraph = false;
    } else if (!CONTINUES.test(line)) {
      others++;
      paragraph ||= before.trim() === "";
    }
    telling ||= TELLING.test(line);
    before = line;
  }
  // The mark below a paragraph, or above an empty line, is more likely a line across the page.
  if (paragraph || (!telling && /^\s*\n/.test(content))) return false;
  return fields > others || (telling && fields === others);
}

/** Front matter without its end: the fields up to the first line that is none. */
function openFence(raw: string, start: number, format: Fence["format"], opening: string): Fence | null {
  // Further down, the mark is a line across the page.
  if (/\n[^\n]*\n/.test(opening)) return null;
  let [at, end, fields, telling] = [start, start, 0, false];
  while (at < raw.length) {
    const next = raw.indexOf("\n", at) + 1 || raw.length;
    const line = raw.slice(at, next).trimEnd();
    const field = isField(line, format);
    if (line === "" || !(field || (fields > 0 && CONTINUES.test(line)))) break;
    if (field) fields++;
    telling ||= TELLING.test(line);
    [at, end] = [next, next];
  }
  if (fields < 2 && !telling) return null;
  return { format, start, end, bodyStart: end, closed: false };
}

function isField(line: string, format: Fence["format"]): boolean {
  if (format === "toml") return TOML_FIELD.test(line);
  return YAML_FIELD.test(line) || TELLING.test(line);
}

/** A text that starts with an object, and goes on after it. A template's braces hold none. */
function jsonFence(raw: string, start: number): Fence | null {
  const end = findObjectEnd(raw, start);
  if (end === -1 || !/^[^\S\n]*(?:\n|$)/.test(raw.slice(end, end + 200))) return null;
  let format: Fence["format"] = "yaml";
  try {
    if (Object.keys(JSON.parse(raw.slice(start, end))).length === 0) return null;
  } catch {
    // A name in quotes and a colon: an object with a mistake in it.
    if (!/^\{\s*["'][\w$ -]{1,60}["']\s*:/.test(raw.slice(start, start + 200))) return null;
    format = "json";
  }
  const newline = raw.indexOf("\n", end);
  return { format, start, end, bodyStart: newline === -1 ? raw.length : newline + 1, closed: true };
}

function findObjectEnd(raw: string, start: number): number {
  let depth = 0;
  for (const { 0: found, index } of raw.slice(start).matchAll(/[{}]|"(?:[^"\\\n]|\\.)*"/g)) {
    if (found === "{") depth++;
    else if (found === "}" && --depth === 0) return start + index + 1;
  }
  return -1;
}
