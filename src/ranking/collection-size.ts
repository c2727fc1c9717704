/** A folder of this many passages is half small. */
const HALF_SMALL = 100;

/** The smallest folders that the weights were fitted on: smaller ones are taken to be like them. */
const SMALLEST = 6;

/** How small a folder is, from 1 down to 0: in a small one few passages hold any word, and idf tells less. */
export function smallCollection(passages: number): number {
  return 1 / (1 + Math.max(SMALLEST, passages) / HALF_SMALL);
}
