import type { Block } from "./document.ts";

/** A block, the one it belongs to, and so on, by their positions. */
export function* lineage(blocks: readonly Block[], block: number): Generator<number> {
  for (let at = block; blocks[at] !== undefined; at = (blocks[at] as Block).parent) yield at;
}
