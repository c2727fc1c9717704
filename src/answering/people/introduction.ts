import type { Entity } from "./entity.ts";
import type { Told } from "./evidence.ts";

/** From here on a sentence says who somebody is, and does not only name them. */
const INTRODUCES = 5;
const SALUTATION = /^[\s"“‘'*>]*(?:dear|hi|hello|hey|yours|thanks|thank you)\b/i;
/** Words from which a sentence says too much besides. */
const LONG = 45;

/** The sentence that tells best who or what an entity is, of all documents. */
export interface Introduction {
  readonly told: Told;
  /** Whether it says who it is; else it is only the first that names it in full. */
  readonly introduces: boolean;
}

/** Chooses by what stands beside the name; then the full name, the earlier mention of its document, the earlier document. */
export function introduce({ kind, told }: Entity): Introduction {
  const firsts = firstOfDocuments(told);
  let best = told[0] as Told;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of told) {
    const worth = worthOf(one, kind) + (firsts.has(one) ? 0.4 : 0);
    if (worth > most) [best, most] = [one, worth];
  }
  const greets = SALUTATION.test(best.mention.sentence.text);
  return { told: best, introduces: !greets && strengthOf(best, kind) >= INTRODUCES };
}

function firstOfDocuments(told: readonly Told[]): Set<Told> {
  const seen = new Set<unknown>();
  return new Set(
    told.filter(({ mention }) => {
      const { document } = mention.sentence;
      return !seen.has(document) && seen.add(document);
    }),
  );
}

function strengthOf({ description }: Told, kind: Entity["kind"]): number {
  if (description === null) return 0;
  return description.kind === null || description.kind === kind
    ? description.strength
    : Math.min(description.strength, 3);
}

function worthOf(told: Told, kind: Entity["kind"]): number {
  const { sentence, opens, from } = told.mention;
  const { text } = sentence;
  const names = told.mention.words.filter(({ particle }) => !particle).length;
  const words = text.split(" ").length;
  return (
    strengthOf(told, kind) +
    (names > 1 ? 1.2 : 0) +
    (opens ? 0.6 : 0) -
    (/\b(?:of|by|for|with|to)\s$/.test(text.slice(0, from)) ? 0.4 : 0) -
    (text.endsWith("?") ? 2 : 0) -
    (SALUTATION.test(text) ? 6 : 0) -
    (words > LONG ? 0.4 : 0)
  );
}
