import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Document as Yaml } from "yaml";
import type { Entries, Entry, Value } from "./front-matter-entries.ts";
import { noFieldAdvice, readUnclosed, type Unclosed, unclosedAdvice } from "./front-matter-slips.ts";
import type { LineCounter } from "./lines.ts";
import { applyEdits, type MappedText } from "./mapped-text.ts";
import type { Remark } from "./reader.ts";
import { mappedSlice, mappedTrim, type ScalarStyle, scalarText } from "./scalar-text.ts";

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};
/** Deeper than people nest fields; an alias may lead in a circle. */
const MAX_DEPTH = 8;
const KEY_LINE = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#:{}[\],&*!|>%@`"'-][^:\n]*):(?=\s|$)/;
/** A colon without the space behind it, as in "title:Report": no address, no time. */
const TIGHT_KEY_LINE = /^[A-Za-z][\w-]*:(?=[^\s/\d:])/;
const QUOTES: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": "”" };

/**
 * Reads YAML fields, with their places. What is no YAML is read field by field, and line by line where that fails too.
 *
 * @param content what stands between the marks, mapped to the file
 * @param lineAt line of an offset into the file
 */
export function readYaml(content: MappedText, lineAt: LineCounter): Entries {
  const whole = parse(content);
  if (whole !== null) return { entries: whole, remarks: [] };
  const remarks: Remark[] = [];
  const entries = chunksOf(content).flatMap((chunk) => {
    const line = lineAt(chunk.offsets[0] as number);
    const read = parse(chunk) ?? parseUntabbed(chunk, line, remarks);
    return read ?? readLines(chunk, lineAt, remarks);
  });
  return { entries, remarks };
}

/** @returns null when it is no valid YAML, or no list of fields */
function parse(source: MappedText): Entry[] | null {
  // Failsafe: "10:30" stays what it is, and so do dates and "007".
  const options = { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;
  try {
    const document = parseDocument(source.text, options);
    const { contents, errors } = document;
    if (errors.length > 0 || (contents !== null && !isMap(contents))) return null;
    return contents === null ? [] : toEntries(contents.items, document, source, 0);
  } catch {
    // The package throws where nesting is too deep.
    return null;
  }
}

function parseUntabbed(chunk: MappedText, line: number, remarks: Remark[]): Entry[] | null {
  const tabs = Array.from(chunk.text.matchAll(/^(?: *\t+ *)+(?=\S)/gm), ({ 0: found, index }) => {
    return { start: index, end: index + found.length, text: found.replaceAll("\t", "  ") };
  });
  if (tabs.length === 0) return null;
  const entries = parse(applyEdits(chunk, tabs));
  const text = "the front matter is indented with tabs, which were read as two spaces: use spaces";
  if (entries !== null && !remarks.some((remark) => remark.text === text))
    remarks.push({ kind: "guessed", text, line });
  return entries;
}

function toEntries(pairs: readonly Pair[], document: Yaml, source: MappedText, depth: number): Entry[] {
  const own = new Set(pairs.map(({ key }) => (isScalar(key) ? String(key.value) : "")));
  return pairs.flatMap(({ key, value }) => {
    const name = isScalar(key) ? toText(key, source) : null;
    if (name === null) return [];
    const read = toValue(value, document, source, depth + 1);
    // A merge key (YAML's "<<") brings in the fields of another map, but for those that stand here.
    if (name.text === "<<" && read !== null) return mergedEntries(read).filter((entry) => !own.has(entry.key.text));
    return [{ key: name, value: read ?? nothing(name) }];
  });
}

function mergedEntries(value: Value): readonly Entry[] {
  if (value.kind === "map") return value.entries;
  return value.kind === "list" ? value.items.flatMap(mergedEntries) : [];
}

function toValue(node: unknown, document: Yaml, source: MappedText, depth: number): Value | null {
  if (depth > MAX_DEPTH) return null;
  if (isAlias(node)) return toValue(node.resolve(document), document, source, depth + 1);
  if (isScalar(node)) {
    const text = toText(node, source);
    return text && { kind: "scalar", text, plain: node.type === "PLAIN" };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => toValue(item, document, source, depth + 1));
    return { kind: "list", items: items.filter((item) => item !== null) };
  }
  if (!isMap(node)) return null;
  const template = templateOf(node, source);
  if (template !== null) return { kind: "scalar", text: template, plain: true };
  return { kind: "map", entries: toEntries(node.items, document, source, depth) };
}

/** "{{ page.title }}" is valid YAML, a map that has a map for a key, but nobody means it. */
function templateOf({ range }: Node, source: MappedText): MappedText | null {
  if (!range || !/^\{[{%]/.test(source.text.slice(range[0], range[0] + 2))) return null;
  return mappedTrim(mappedSlice(source, range[0], range[1]));
}

function toText(node: Node & { type?: string }, source: MappedText): MappedText | null {
  const style = STYLES[node.type ?? ""];
  if (style === undefined || !node.range) return null;
  return scalarText(mappedSlice(source, node.range[0], node.range[1]), style);
}

function nothing({ offsets }: MappedText): Value {
  return { kind: "scalar", text: { text: "", offsets: offsets.subarray(-1) }, plain: true };
}

/** One field each, with the lines that belong to it. */
function chunksOf(content: MappedText): MappedText[] {
  const chunks: MappedText[] = [];
  let [start, at] = [0, 0];
  for (const line of content.text.split(/(?<=\n)/)) {
    if (at > start && (KEY_LINE.test(line) || TIGHT_KEY_LINE.test(line))) {
      chunks.push(mappedSlice(content, start, at));
      start = at;
    }
    at += line.length;
  }
  chunks.push(mappedSlice(content, start, at));
  return chunks;
}

/** What stands behind the colon, as it stands there; further lines are named as left out. */
function readLines(chunk: MappedText, lineAt: LineCounter, remarks: Remark[]): Entry[] {
  const entries: Entry[] = [];
  const lines = chunk.text.split(/(?<=\n)/);
  let at = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const end = at + line.length;
    const colon = (KEY_LINE.exec(line) ?? TIGHT_KEY_LINE.exec(line))?.[0].length ?? 0;
    const where = lineAt(chunk.offsets[at] as number);
    const alone = colon > 0 && KEY_LINE.test(line) ? parse(mappedSlice(chunk, at, end)) : null;
    if (alone !== null) entries.push(...alone);
    else if (colon > 0) {
      const key = mappedTrim(mappedSlice(chunk, at, at + colon - 1));
      const unclosed = readUnclosed(key.text, chunk, at + colon, { lines, first: i, end });
      const text = unquote(mappedTrim(mappedSlice(chunk, at + colon, end)));
      entries.push({
        key,
        value: unclosed === null ? { kind: "scalar", text, plain: false } : unclosedValue(unclosed),
      });
      const advice = unclosed === null ? adviceFor(key.text, text.text) : unclosedAdvice(key.text, unclosed);
      remarks.push({ kind: "guessed", text: advice, line: where });
      for (; i < (unclosed?.last ?? i); i++) at += (lines[i] as string).length;
    } else if (line.trim() !== "" && !line.startsWith("#")) {
      const text = noFieldAdvice(line, (trimmed) => KEY_LINE.test(trimmed));
      remarks.push({ kind: "left out", text, line: where });
    }
    at += (lines[i] as string).length;
  }
  return entries;
}

function unclosedValue({ close, parts }: Unclosed): Value {
  if (close === "}") return { kind: "map", entries: parts.flatMap((part) => parse(part) ?? []) };
  return { kind: "list", items: parts.map((part) => ({ kind: "scalar", text: unquote(part), plain: false })) };
}

function adviceFor(name: string, value: string): string {
  if (/^\{[{%]/.test(value)) return `the "${name}" is a template: write the text itself`;
  return `the "${name}" is not valid YAML, and was read as it stands: put it in quotes`;
}

/** Takes off the quotes around it, or one that is never closed. */
function unquote(text: MappedText): MappedText {
  const close = QUOTES[text.text[0] ?? ""];
  if (close === undefined) return text;
  const end = text.text.length > 1 && text.text.endsWith(close) ? text.text.length - 1 : text.text.length;
  return mappedTrim(mappedSlice(text, 1, end));
}
