import type { Passage } from "../documents/document.ts";
import type { Index } from "./build-index.ts";
import type { PassageStore } from "./passage-store.ts";
import { toLoaded } from "./sentence-place.ts";

/** Passages that are in memory at once where not all are. */
const RUN = 500;

/** @returns the numbers of a document's passages */
export function passagesOf({ documentOf }: Pick<PassageStore<unknown>, "documentOf">, document: number): number[] {
  const first = documentOf.indexOf(document);
  if (first === -1) return [];
  return Array.from({ length: documentOf.lastIndexOf(document) + 1 - first }, (_, i) => first + i);
}

/** @returns so many passages from one on, or as many as there are */
export async function passagesFrom({ store }: Pick<Index, "store">, from: number, count: number): Promise<Passage[]> {
  const numbers = Array.from({ length: Math.min(count, store.documentOf.length - from) }, (_, i) => from + i);
  const index = await store.load(numbers);
  return numbers.map((passage) => index.passages.get(toLoaded(index, { passage }).passage));
}

/** All passages of an index in their order: at once where they are in memory, else some at a time. */
export function* inRuns(index: Index): Generator<Iterable<Passage> | Promise<Passage[]>> {
  if (index.passages.length === index.store.documentOf.length) return yield index.passages;
  for (let from = 0; from < index.store.documentOf.length; from += RUN) yield passagesFrom(index, from, RUN);
}
