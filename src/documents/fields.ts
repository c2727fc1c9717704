import type { DisplayBuilder } from "./display-builder.ts";
import { collapse, isReadable } from "./display-text.ts";
import type { Field } from "./front-matter.ts";
import type { MappedText } from "./mapped-text.ts";
import { inserted, type Piece, piecesOf } from "./pieces.ts";

const NO_HEADINGS: readonly string[] = [];
const MAYBE_MARKUP = /[*_`[\]<>#{}&~|=:]|\n|!\[/;

/**
 * Adds what front matter says beyond the citation, as "room: Aula".
 *
 * @param readValue adds the blocks of a value that may hold Markdown, the first with these pieces before it
 */
export function addFields(
  builder: DisplayBuilder,
  fields: readonly Field[],
  raw: string,
  readValue: (value: MappedText, lead: readonly Piece[]) => void,
): void {
  for (const { label, values } of fields) {
    const names = joined(label.map((part) => collapse(piecesOf(part, raw))));
    const end = names.at(-1)?.to ?? 0;
    const lead = names.length === 0 ? [] : [...names, inserted(": ", end)];
    const [only] = values;
    if (values.length === 1 && only !== undefined && MAYBE_MARKUP.test(only.text)) {
      readValue(only, lead);
      continue;
    }
    const value = joined(values.map((part) => collapse(piecesOf(part, raw))));
    if (!isReadable(value)) continue;
    builder.add({ kind: "field", headings: NO_HEADINGS, parent: -1, asks: false, depth: 0, group: -1, ordinal: null }, [
      ...lead,
      ...value,
    ]);
  }
}

function joined(parts: readonly (readonly Piece[])[]): Piece[] {
  const shown: Piece[] = [];
  for (const pieces of parts) {
    const last = shown.at(-1);
    if (pieces.length === 0) continue;
    if (last !== undefined) shown.push(inserted(" · ", last.to));
    shown.push(...pieces);
  }
  return shown;
}
