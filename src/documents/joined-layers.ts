import type { Block } from "./document.ts";
import { Origin, type Run } from "./origin.ts";
import type { Place, PlaceMark } from "./place.ts";
import type { ReadDocument } from "./reader.ts";

/** A part of a file, read by itself. */
export interface LayerPart extends Pick<ReadDocument, "text" | "origin" | "blocks"> {
  readonly raw: string;
  /** Headings that all of it stands under. */
  readonly headings: readonly string[];
  readonly place: Place;
}

const GAP = "\n\n";

/** Puts parts of a file one behind another: the messages of a mailbox, the head of a message and its text. */
export function joinLayers(
  parts: Iterable<LayerPart>,
): Pick<ReadDocument, "text" | "origin" | "blocks"> & { readonly raw: string; readonly places: readonly PlaceMark[] } {
  const [texts, raws]: [string[], string[]] = [[], []];
  const [runs, blocks, places]: [Run[], Block[], PlaceMark[]] = [[], [], []];
  let [length, from, groups] = [0, 0, 0];
  for (const { text, raw, origin, blocks: own, headings, place } of parts) {
    if (texts.length > 0) {
      runs.push({ kind: "inserted", start: length, end: length + GAP.length, from, to: from, borrowed: false });
      length += GAP.length;
      from += GAP.length;
    }
    texts.push(text);
    raws.push(raw);
    places.push({ from, ...place });
    for (const run of origin.runs) {
      runs.push({ ...run, start: run.start + length, end: run.end + length, from: run.from + from, to: run.to + from });
    }
    const first = blocks.length;
    const under = new Map<readonly string[], readonly string[]>();
    let last = -1;
    for (const block of own) {
      const above = under.get(block.headings) ?? [...headings, ...block.headings];
      under.set(block.headings, above);
      last = Math.max(last, block.group);
      blocks.push({
        ...block,
        start: block.start + length,
        end: block.end + length,
        headings: above,
        parent: block.parent === -1 ? -1 : block.parent + first,
        group: block.group === -1 ? -1 : block.group + groups,
      });
    }
    groups += last + 1;
    length += text.length;
    from += raw.length;
  }
  return { text: texts.join(GAP), raw: raws.join(GAP), origin: new Origin(runs), blocks, places };
}
