import { parse as parseToml } from "smol-toml";
import type { Entries, Entry, Value } from "./front-matter-entries.ts";
import { noFieldAdvice, readUnclosed, type Unclosed, unclosedAdvice } from "./front-matter-slips.ts";
import type { LineCounter } from "./lines.ts";
import type { MappedText } from "./mapped-text.ts";
import type { Remark } from "./reader.ts";
import { mappedSlice, mappedTrim, scalarText } from "./scalar-text.ts";

const TABLE_LINE = /^[ \t]*\[\[?([^[\]\n]+)\]\]?[ \t]*(?:#.*)?\r?\n?$/;
const KEY_LINE = /^[ \t]*((?:"[^"\n]*"|'[^'\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))*)[ \t]*=/;
const KEY_PART = /"[^"\n]*"|'[^'\n]*'|[\w-]+/g;
/** Only lines that may end a value are worth another try. */
const MAY_END = /["'\]}][ \t]*,?[ \t]*(?:#.*)?\r?\n?$/;

/**
 * Reads TOML fields, with their places. What is no TOML is read as it stands behind the "=".
 *
 * @param content what stands between the marks, mapped to the file
 * @param lineAt line of an offset into the file
 */
export function readToml(content: MappedText, lineAt: LineCounter): Entries {
  const entries: Entry[] = [];
  const remarks: Remark[] = [];
  const lines = content.text.split(/(?<=\n)/);
  let table: readonly MappedText[] = [];
  let at = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const head = TABLE_LINE.exec(line)?.[1];
    const key = KEY_LINE.exec(line);
    if (head !== undefined) table = keyParts(content, at + line.indexOf(head), head);
    else if (key !== null) {
      const { 0: before, 1: name = "" } = key;
      const path = [...table, ...keyParts(content, at + before.indexOf(name), name)];
      const start = at + before.length;
      const statement = readValue(content, start, lines, i, at + line.length);
      const end = at + line.length;
      const unclosed = statement === null ? readUnclosed(name, content, start, { lines, first: i, end }) : null;
      const found = unclosed === null ? null : unclosedValue(unclosed);
      const value = statement?.value ?? found ?? asItStands(mappedSlice(content, start, end));
      if (statement === null) {
        const text =
          unclosed !== null && found !== null
            ? unclosedAdvice(name, unclosed)
            : `the "${name}" is not valid TOML, and was read as it stands: put it in double quotes`;
        remarks.push({ kind: "guessed", text, line: lineAt(content.offsets[at] as number) });
      }
      entries.push(nest(path, value));
      const last = statement?.last ?? (found === null ? i : unclosed?.last) ?? i;
      for (; i < last; i++) at += (lines[i] as string).length;
    } else if (line.trim() !== "" && !line.trimStart().startsWith("#")) {
      // White space before a field is no fault in TOML.
      const text = noFieldAdvice(line, () => false);
      remarks.push({ kind: "left out", text, line: lineAt(content.offsets[at] as number) });
    }
    at += (lines[i] as string).length;
  }
  return { entries, remarks };
}

/**
 * @param end where the statement's first line ends
 * @returns the value that starts at an offset, and the number of its last line; null when it is no TOML
 */
function readValue(content: MappedText, start: number, lines: readonly string[], first: number, end: number) {
  for (let last = first, to = end; last < lines.length; last++, to += lines[last]?.length ?? 0) {
    if (last > first && !MAY_END.test(lines[last] as string)) continue;
    const source = mappedSlice(content, start, to);
    try {
      const { x } = parseToml(`x =${source.text}`, { integersAsBigInt: "asNeeded" });
      return { value: new Places(source).locate(x), last };
    } catch {
      // It goes on in the next line, or is none.
    }
  }
  return null;
}

/** Walks along a value as it is written, and finds the place of each text in it. */
class Places {
  readonly #source: MappedText;
  #at = 0;

  constructor(source: MappedText) {
    this.#source = source;
  }

  locate(value: unknown): Value {
    if (Array.isArray(value)) return { kind: "list", items: value.map((item) => this.locate(item)) };
    if (typeof value !== "object" || value === null || value instanceof Date) return this.#scalar();
    const entries = Object.values(value).map((inner) => {
      this.#skip(/[\s,{]*/y);
      const key = this.#take(/[^\s=]+/y);
      this.#skip(/\s*=/y);
      return { key, value: this.locate(inner) };
    });
    this.#skip(/[\s,]*\}/y);
    return { kind: "map", entries };
  }

  #scalar(): Value {
    this.#skip(/(?:[\s,[\]]|#[^\n]*)*/y);
    const { text } = this.#source;
    const quote = /"""|'''|"|'/y;
    quote.lastIndex = this.#at;
    const mark = quote.exec(text)?.[0];
    if (mark === undefined) return { kind: "scalar", text: this.#take(/[^,\]}#\n]+/y), plain: true };
    const token = this.#take(STRINGS[mark] as RegExp);
    const inside = mappedSlice(token, mark.length - 1, token.text.length - mark.length + 1);
    // Literal strings know no escapes, and so no doubled quotes.
    if (mark.startsWith("'")) {
      return { kind: "scalar", text: mappedTrim(mappedSlice(inside, 1, inside.text.length - 1)), plain: false };
    }
    return { kind: "scalar", text: mappedTrim(scalarText(inside, "double")), plain: false };
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#source.text)?.[0].length ?? 0;
  }

  #take(pattern: RegExp): MappedText {
    const start = this.#at;
    this.#skip(pattern);
    return mappedTrim(mappedSlice(this.#source, start, this.#at));
  }
}

const STRINGS: Readonly<Record<string, RegExp>> = {
  '"""': /"""(?:[^\\"]|\\[\s\S]|"(?!""(?!")))*"""/y,
  "'''": /'''(?:[^']|'(?!''(?!')))*'''/y,
  '"': /"(?:[^\\"\n]|\\.)*"/y,
  "'": /'[^'\n]*'/y,
};

/** @returns null for a table in braces, whose parts are no values */
function unclosedValue({ close, parts }: Unclosed): Value | null {
  if (close === "}") return null;
  return { kind: "list", items: parts.map((part) => asItStands(trimQuote(part))) };
}

/** Without the quote at its end; `asItStands` takes off the one at its start. */
function trimQuote(source: MappedText): MappedText {
  const { text } = source;
  const quoted = text.length > 1 && /^["']/.test(text) && text.endsWith(text[0] as string);
  return quoted ? mappedSlice(source, 0, text.length - 1) : source;
}

function asItStands(source: MappedText): Value {
  const text = mappedTrim(source);
  const start = /^["']/.test(text.text) ? 1 : 0;
  return { kind: "scalar", text: mappedTrim(mappedSlice(text, start, text.text.length)), plain: false };
}

function keyParts(content: MappedText, start: number, path: string): MappedText[] {
  return Array.from(path.matchAll(KEY_PART), ({ 0: part, index }) => {
    const quote = /^["']/.test(part) ? 1 : 0;
    return mappedSlice(content, start + index + quote, start + index + part.length - quote);
  });
}

function nest(path: readonly MappedText[], value: Value): Entry {
  const [key, ...rest] = path as [MappedText, ...MappedText[]];
  return { key, value: rest.length === 0 ? value : { kind: "map", entries: [nest(rest, value)] } };
}
