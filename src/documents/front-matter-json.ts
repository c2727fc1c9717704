import type { Entries, Entry } from "./front-matter-entries.ts";
import { noFieldAdvice } from "./front-matter-slips.ts";
import { readYaml } from "./front-matter-yaml.ts";
import type { LineCounter } from "./lines.ts";
import { applyEdits, type MappedText } from "./mapped-text.ts";
import type { Remark } from "./reader.ts";
import { mappedSlice } from "./scalar-text.ts";

const NAME = String.raw`(?:"[^"\\\n]+"|'[^'\n]+'|[A-Za-z_$][\w$-]*)[ \t]*:`;
const FIELD_START = new RegExp(String.raw`(?<=[{,\n])[ \t]*${NAME}`, "g");

/**
 * Reads a JSON object with mistakes in it, as far as it goes: YAML takes most of them (a comma too many, names without
 * quotes); where it does not, each field of the object is read by itself.
 *
 * @param content from "{" to "}", mapped to the file
 */
export function readBrokenJson(content: MappedText, lineAt: LineCounter): Entries {
  const line = lineAt(content.offsets[0] as number);
  const broken: Remark = {
    kind: "guessed",
    text: "the front matter is no valid JSON, and was read as far as it goes: mend it",
    line,
  };
  const whole = readYaml(content, lineAt);
  if (whole.remarks.length === 0) return { entries: whole.entries, remarks: [broken] };
  const entries: Entry[] = [];
  const remarks: Remark[] = [broken];
  for (const field of fieldsOf(content)) {
    const read = readYaml(
      applyEdits(field, [
        { start: 0, end: 0, text: "{" },
        { start: field.text.length, end: field.text.length, text: "}" },
      ]),
      lineAt,
    );
    if (read.remarks.length === 0) entries.push(...read.entries);
    else {
      const text = noFieldAdvice(field.text.trim().replace(/\s+/g, " "), () => false);
      remarks.push({ kind: "left out", text, line: lineAt(field.offsets[0] as number) });
    }
  }
  return { entries, remarks };
}

/** The object's own fields, each from its name to the next one's, without the comma between them. */
function fieldsOf(content: MappedText): MappedText[] {
  const { text } = content;
  const starts: number[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: found, index } of text.matchAll(FIELD_START)) {
    const between = text.slice(from, index).replace(/"(?:[^"\\\n]|\\.)*"/g, "");
    for (const character of between) depth += "{[".includes(character) ? 1 : "}]".includes(character) ? -1 : 0;
    from = index;
    if (depth === 1) starts.push(index + found.length - found.trimStart().length);
  }
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? text.lastIndexOf("}");
    const field = text.slice(start, end).replace(/[\s,]+$/, "");
    return mappedSlice(content, start, start + field.length);
  });
}
