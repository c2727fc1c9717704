import type { DisplayBuilder, NewBlock } from "./display-builder.ts";
import { collapse, isReadable, textOf } from "./display-text.ts";
import type { Block } from "./document.ts";
import type { Field } from "./front-matter.ts";
import { hasMarkup } from "./inline-markup.ts";
import type { MappedText } from "./mapped-text.ts";
import { walkMarkdown } from "./markdown-walk.ts";
import { inserted, joined, type Piece, piecesOf } from "./pieces.ts";

const NO_HEADINGS: readonly string[] = [];
const FIELD: NewBlock = {
  kind: "field",
  headings: NO_HEADINGS,
  parent: -1,
  asks: false,
  depth: 0,
  group: -1,
  ordinal: null,
};

/** Adds what front matter says beyond the citation, as "room: Aula", a long value as Markdown. */
export function addFields(builder: DisplayBuilder, fields: readonly Field[], raw: string): void {
  const read = (texts: readonly MappedText[]) => joined(texts.map((text) => collapse(piecesOf(text, raw))));
  for (const { label, values, parts, role } of fields) {
    if (role !== null) {
      addQuestionPart(builder, values, raw, role);
      continue;
    }
    if (parts !== undefined) {
      const shown = parts.map((part) => labelledValue(read(part.label), read(part.values)));
      builder.add(FIELD, joined([borrow(read(label)), ...shown]));
      continue;
    }
    const name = joined([borrow(read(label.slice(0, -1))), read(label.slice(-1))]);
    const [only] = values;
    if (values.length === 1 && only !== undefined && hasMarkup(only.text)) {
      // The first paragraph is the field, what comes behind it stands under its label.
      const called = textOf(name);
      walkMarkdown(builder, only, { raw, headings: [called], named: called, label: name, mdx: false });
      continue;
    }
    const value = read(values);
    if (isReadable(value)) builder.add(FIELD, labelledValue(name, value));
  }
}

/** The names of fields around one do not say where it stands. */
function borrow(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => ({ ...piece, borrowed: true }));
}

/** "room: Aula" */
function labelledValue(name: readonly Piece[], value: readonly Piece[]): Piece[] {
  const mark = name.length === 0 ? [] : [inserted(": ", name.at(-1)?.to ?? 0)];
  return [...name, ...mark, ...value];
}

/** A question of the front matter, or the answer to the one right before, each a paragraph. */
function addQuestionPart(
  builder: DisplayBuilder,
  values: Field["values"],
  raw: string,
  role: "question" | "answer",
): void {
  const first = builder.blocks.length;
  const question = builder.blocks.findLastIndex(({ asks }) => asks);
  for (const value of values) walkMarkdown(builder, value, { raw, headings: NO_HEADINGS, named: null, mdx: false });
  for (let i = first; i < builder.blocks.length; i++) {
    const block = builder.blocks[i] as Block;
    if (role === "question") builder.blocks[i] = { ...block, asks: true };
    else if (block.parent === -1) builder.blocks[i] = { ...block, parent: question };
  }
}
