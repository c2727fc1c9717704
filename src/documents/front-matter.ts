import { type Citation, CitationFields, isCited } from "./citation-fields.ts";
import { fieldName, isGeneratorField, isOrdering, isTechnicalValue } from "./field-names.ts";
import type { Entry, Value } from "./front-matter-entries.ts";
import { findFence } from "./front-matter-fence.ts";
import { readBrokenJson } from "./front-matter-json.ts";
import { readToml } from "./front-matter-toml.ts";
import { readYaml } from "./front-matter-yaml.ts";
import { hasMarkup } from "./inline-markup.ts";
import { lineCounter } from "./lines.ts";
import { type MappedText, mapSlice } from "./mapped-text.ts";
import type { Remark } from "./reader.ts";

/** A field that a reader can ask about. */
export interface Field {
  /** Its name, behind those of the fields it stands in: "presenters", "name". As written. */
  readonly label: readonly MappedText[];
  /** Its text, or the short texts of a list. They may hold Markdown, and several lines and paragraphs. None of a record. */
  readonly values: readonly MappedText[];
  /** Of a record in a list, such as a speaker with name and room: its short fields, which are one. */
  readonly parts?: readonly Pick<Field, "label" | "values">[];
  /** A question, or the answer to the one right before; null for any other field. */
  readonly role: "question" | "answer" | null;
}

export interface FrontMatter {
  /** Offset at which the body starts; 0 where there is no front matter. */
  readonly end: number;
  readonly source: Citation;
  /** The field "name": what to call a document that has neither a title nor a heading. */
  readonly name: string | null;
  readonly fields: readonly Field[];
  readonly remarks: readonly Remark[];
  /** Why its author does not want it read ("draft: true"), or null. */
  readonly withheld: string | null;
}

/** Tables that Hugo and Zola keep an author's own fields in: their name says nothing. */
const UNNAMED: ReadonlySet<string> = new Set(["params", "extra"]);
/** Texts of a list up to this long are one field; longer ones, such as sentences, are a field each. */
const MAX_LISTED = 60;
/** A text of a record up to this long stands beside the record's others. */
const MAX_IN_RECORD = 120;
const FORMATS = { yaml: readYaml, toml: readToml, json: readBrokenJson } as const;
const QUESTION = /^(?:q|question)$/;
const ANSWER = /^(?:a|answer)$/;
const NONE: FrontMatter = { end: 0, source: {}, name: null, fields: [], remarks: [], withheld: null };

/**
 * Reads the front matter of a file: YAML, TOML or JSON. Never throws: what cannot be used is told in `remarks`, and
 * everything else is used.
 *
 * @param raw the file's whole text
 */
export function readFrontMatter(raw: string): FrontMatter {
  const fence = findFence(raw);
  if (fence === null) return NONE;
  const lineAt = lineCounter(raw);
  const content = mapSlice(raw, fence.start, fence.end);
  const { entries, remarks: found } = FORMATS[fence.format](content, lineAt);
  const remarks = [...found];
  if (!fence.closed) {
    const mark = fence.format === "toml" ? "+++" : "---";
    const text = `the front matter is never closed, and was read up to here: add a line "${mark}" below its last field`;
    remarks.push({ kind: "guessed", text, line: lineAt(Math.max(fence.start, fence.end - 1)) });
  }
  const citation = new CitationFields(entries, lineAt, remarks);
  return {
    end: fence.bodyStart,
    source: citation.read(),
    name: citation.name(),
    fields: entries.filter((entry) => !isCited(entry)).flatMap((entry) => toFields(entry, [])),
    withheld: citation.withheld(),
    remarks: remarks.sort((a, b) => a.line - b.line),
  };
}

function toFields({ key, value }: Entry, above: readonly MappedText[]): Field[] {
  const name = fieldName(key.text);
  if (isGeneratorField(name) || (value.kind === "scalar" && isOrdering(name, value.text.text))) return [];
  return valueFields(value, value.kind === "map" && UNNAMED.has(name) ? above : [...above, key]);
}

function valueFields(value: Value, label: readonly MappedText[]): Field[] {
  if (value.kind === "map")
    return questionFields(value.entries) ?? value.entries.flatMap((entry) => toFields(entry, label));
  if (value.kind === "scalar") return isTold(value) ? [{ label, values: [value.text], role: null }] : [];
  const texts = value.items.flatMap((item) => (item.kind === "scalar" && isTold(item) ? [item.text] : []));
  const others = value.items
    .filter((item) => item.kind !== "scalar")
    .flatMap((item) => (item.kind === "map" ? recordFields(item, label) : valueFields(item, label)));
  const short = texts.every(({ text }) => text.length <= MAX_LISTED && !text.includes("\n"));
  const lists = short ? (texts.length === 0 ? [] : [texts]) : texts.map((text) => [text]);
  return [...lists.map((values) => ({ label, values, role: null })), ...others];
}

/** A map in a list: what is short in it is one field, so that a room stays with whose it is. */
function recordFields(record: Extract<Value, { kind: "map" }>, label: readonly MappedText[]): Field[] {
  const fields = valueFields(record, []);
  const isShort = ({ label, values, role }: Field) =>
    role === null && label.length > 0 && values.length > 0 && values.every(isBrief);
  const parts = fields.filter(isShort);
  if (parts.length < 2) return valueFields(record, label);
  const others = fields.filter((field) => !isShort(field));
  return [
    { label, values: [], parts, role: null },
    ...others.map((field) => (field.role === null ? { ...field, label: [...label, ...field.label] } : field)),
  ];
}

function isBrief({ text }: MappedText): boolean {
  return text.length <= MAX_IN_RECORD && !hasMarkup(text);
}

/** `q: …` and `a: …`, as a list of questions has them. */
function questionFields(entries: readonly Entry[]): Field[] | null {
  const textOf = (name: RegExp) => {
    const value = entries.find(({ key }) => name.test(key.text.trim().toLowerCase()))?.value;
    return value?.kind === "scalar" && value.text.text.trim() !== "" ? value.text : null;
  };
  const [question, answer] = [textOf(QUESTION), textOf(ANSWER)];
  if (question === null || answer === null) return null;
  return [
    { label: [], values: [question], role: "question" },
    { label: [], values: [answer], role: "answer" },
  ];
}

function isTold(value: Extract<Value, { kind: "scalar" }>): boolean {
  return !isTechnicalValue(value.text.text.trim(), value.plain);
}
