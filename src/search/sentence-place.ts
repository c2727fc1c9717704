import { type Span, slice } from "../text/span.ts";
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
