import type { DisplayBuilder, NewBlock } from "./display-builder.ts";
import { collapse, isReadable, textOf } from "./display-text.ts";
import type { Field } from "./front-matter.ts";
import { walkMarkdown } from "./markdown-walk.ts";
import { inserted, type Piece, piecesOf } from "./pieces.ts";

/** What plain words in one paragraph don't have. */
const MARKUP = /[*_`[\]<>{}~#|&\\]|==|%%|:\w+:|\n|^\s*(?:[-+]|\d+[.)])\s/;
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
  for (const { label, values } of fields) {
    const name = joined(label.map((part) => collapse(piecesOf(part, raw))));
    const [only] = values;
    if (values.length === 1 && only !== undefined && MARKUP.test(only.text)) {
      // The first paragraph is the field, what comes behind it stands under its label.
      walkMarkdown(builder, only, { raw, headings: [textOf(name)], label: name, mdx: false });
      continue;
    }
    const value = joined(values.map((part) => collapse(piecesOf(part, raw))));
    if (!isReadable(value)) continue;
    const mark = name.length === 0 ? [] : [inserted(": ", name.at(-1)?.to ?? 0)];
    builder.add(FIELD, [...name, ...mark, ...value]);
  }
}

/** Several labels or values, one behind another. */
function joined(parts: readonly (readonly Piece[])[]): Piece[] {
  const shown: Piece[] = [];
  for (const pieces of parts) {
    if (pieces.length === 0) continue;
    if (shown.length > 0) shown.push(inserted(" · ", shown.at(-1)?.to ?? 0));
    shown.push(...pieces);
  }
  return shown;
}
