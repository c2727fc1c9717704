import { type Span, slice } from "../text/span.ts";
import type { PassageStore } from "./passage-store.ts";
import type { Passages } from "./passages.ts";

/** A sentence, by its passage and its position there. */
export interface SentencePlace {
  readonly passage: number;
  readonly sentence: number;
}

/** What of an index tells where sentences stand. */
interface Numbered {
  readonly table: {
    /** The number of the first sentence of each passage, and the passage of each sentence. */
    readonly passageStart: ArrayLike<number>;
    readonly passageOf: ArrayLike<number>;
  };
}
/** What of an index tells which of all passages are in memory. */
interface Loaded {
  /** The numbers of those in memory among all, ascending; null where all are. */
  readonly loaded: Int32Array | null;
}
interface Written {
  readonly passages: Pick<Passages, "get" | "sentence">;
}

/** Its number in the table of sentences. */
export function numberOf({ table }: Numbered, { passage, sentence }: SentencePlace): number {
  return (table.passageStart[passage] as number) + sentence;
}

/** The sentence of a number of the table. */
export function placeOf({ table }: Numbered, number: number): SentencePlace {
  const passage = table.passageOf[number] as number;
  return { passage, sentence: number - (table.passageStart[passage] as number) };
}

/** Where it stands in its document. */
export function spanOf({ passages }: Written, { passage, sentence }: SentencePlace): Span {
  return passages.sentence(passage, sentence);
}

/** Its text, as its document has it. */
export function textOf({ passages }: Written, { passage, sentence }: SentencePlace): string {
  return slice(passages.get(passage).document.text, passages.sentence(passage, sentence));
}

/** The same by the number that its passage has among those in memory. @param place by its number among all */
export function toLoaded<Place extends { readonly passage: number }>({ loaded }: Loaded, place: Place): Place {
  if (loaded === null) return place;
  return { ...place, passage: positionOf(loaded, place.passage) };
}

/** The same by the number that its passage has among all. @param place by its number among those in memory */
export function toStored<Place extends { readonly passage: number }>({ loaded }: Loaded, place: Place): Place {
  return loaded === null ? place : { ...place, passage: loaded[place.passage] as number };
}

/** How many sentences stand before one of a passage in memory, those that are not in memory among them. */
export function sentencesBefore(
  index: Loaded & { readonly store: Pick<PassageStore<unknown>, "sentenceStart"> },
  place: SentencePlace,
): number {
  const { passage, sentence } = toStored(index, place);
  return (index.store.sentenceStart[passage] as number) + sentence;
}

/** @throws RangeError when the number is none of these, which are ascending */
function positionOf(numbers: Int32Array, number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  if (numbers[low] !== number) throw new RangeError(`Passage ${number} is not in memory`);
  return low;
}
