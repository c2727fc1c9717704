import type { DisplayBuilder, NewBlock } from "./display-builder.ts";
import { collapse, isReadable, textOf } from "./display-text.ts";
import type { MappedText } from "./mapped-text.ts";
import { toPlainMarkdown } from "./markdown-source.ts";
import { notesOf, toPage } from "./markdown-tree.ts";
import { inserted, type Piece, piecesOf } from "./pieces.ts";
import { Walker } from "./walker.ts";

/** A field of a front matter, as its author named it and what it says. */
export interface Field {
  readonly label: MappedText;
  readonly value: MappedText;
}

/** What plain words in one paragraph don't have. */
const MARKUP = /[*_`[\]<>{}~#|&\\]|==|%%|:\w+:|\n|^\s*(?:[-+]|\d+[.)])\s/;
const NO_HEADINGS: readonly string[] = [];

/** Adds each field as "label: value", several values of one label in one block, a long value as Markdown. */
export function addFields(builder: DisplayBuilder, fields: readonly Field[], raw: string): void {
  for (let i = 0; i < fields.length; ) {
    const first = fields[i] as Field;
    let end = i + 1;
    while (end < fields.length && fields[end]?.label.text === first.label.text) end++;
    addField(
      builder,
      first.label,
      fields.slice(i, end).map(({ value }) => value),
      raw,
    );
    i = end;
  }
}

function addField(builder: DisplayBuilder, label: MappedText, values: readonly MappedText[], raw: string): void {
  const name = collapse(piecesOf(label, raw));
  const [only] = values;
  if (values.length === 1 && only !== undefined && MARKUP.test(only.text)) {
    addMarkdown(builder, name, only, raw);
    return;
  }
  const shown = values.map((value) => collapse(piecesOf(value, raw))).filter(isReadable);
  if (shown.length > 0) builder.add(block("field", -1), joined(name, shown));
}

/** The first paragraph is the field, what comes behind it stands under its label. */
function addMarkdown(builder: DisplayBuilder, name: readonly Piece[], value: MappedText, raw: string): void {
  const { source, tree } = toPlainMarkdown(value, false);
  const root = toPage(tree, source.text);
  const headings = [textOf(name)];
  new Walker(builder, { root, source, raw, notes: notesOf(root), framed: false, headings, label: name }).walk();
}

function joined(name: readonly Piece[], values: readonly (readonly Piece[])[]): Piece[] {
  const pieces = [...name];
  for (const [i, value] of values.entries()) {
    const mark = i > 0 ? " · " : ": ";
    pieces.push(inserted(mark, pieces.at(-1)?.to ?? 0), ...value);
  }
  return pieces;
}

function block(kind: "field", parent: number): NewBlock {
  return { kind, headings: NO_HEADINGS, parent, asks: false, depth: 0, group: -1, ordinal: null };
}
