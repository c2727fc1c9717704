import { Origin } from "./origin.ts";
import type { ReadDocument } from "./reader.ts";

type Shown = Pick<ReadDocument, "text" | "origin" | "blocks">;

/**
 * Puts a text behind what is shown before it, such as the fields of its front matter.
 *
 * @param at where the file goes on between them
 */
export function behind(before: Shown, text: Shown, at: number): Shown {
  if (before.text === "") return text;
  const gap = "\n\n";
  const { length } = before.text;
  const shift = length + gap.length;
  const blocks = before.blocks.length;
  const groups = 1 + Math.max(-1, ...before.blocks.map(({ group }) => group));
  return {
    text: `${before.text}${gap}${text.text}`,
    origin: new Origin([
      ...before.origin.runs,
      { kind: "inserted", start: length, end: shift, from: at, to: at, borrowed: false },
      ...text.origin.runs.map((run) => ({ ...run, start: run.start + shift, end: run.end + shift })),
    ]),
    blocks: [
      ...before.blocks,
      ...text.blocks.map((block) => ({
        ...block,
        start: block.start + shift,
        end: block.end + shift,
        parent: block.parent === -1 ? -1 : block.parent + blocks,
        group: block.group === -1 ? -1 : block.group + groups,
      })),
    ],
  };
}
