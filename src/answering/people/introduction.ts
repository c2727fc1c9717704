import type { Document } from "../../documents/document.ts";
import type { Entity } from "./entity.ts";
import type { Told } from "./evidence.ts";
import { descriptionWords, isCopy } from "./same-told.ts";

/** From here on a sentence says who somebody is, and does not only name them. */
const INTRODUCES = 5;
const SALUTATION = /^[\s"“‘'*>]*(?:dear|hi|hello|hey|yours|thanks|thank you)\b/i;
/** Words from which a sentence says too much besides. */
const LONG = 45;
/** How much less an introduction is worth that describes somebody by no other words than those before it. */
const REPEATED = 3;

/** The sentence by which a document introduces an entity, and those of other documents that do it in nearly the same words. */
export interface Introduction {
  readonly told: Told;
  readonly copies: readonly Told[];
}

export interface Introductions {
  /** One of a document, the best first; at least one. */
  readonly chosen: readonly Introduction[];
  /** Whether they say who it is; else there is one only, which names it best. */
  readonly introduce: boolean;
}

/**
 * Chooses the sentence of each document that tells best who or what an entity is: by what stands beside the name, the full
 * name, the earlier mention. Of the documents that best of all comes first, then those that say something else.
 *
 * @param most documents at the most, besides those that only copy another
 */
export function introduce({ kind, told }: Entity, most: number): Introductions {
  const ranked = bestOfDocuments(told, kind);
  let left = ranked.filter((one) => isIntroduction(one.told, kind));
  if (left.length === 0) return { chosen: [{ told: (ranked[0] as Ranked).told, copies: [] }], introduce: false };
  const chosen: Introduction[] = [];
  const said = new Set<string>();
  while (left.length > 0 && chosen.length < most) {
    const next = left.splice(nextOf(left, said), 1)[0] as Ranked;
    const copies = left.filter((other) => isCopy(next.told, other.told));
    left = left.filter((other) => !copies.includes(other));
    chosen.push({ told: next.told, copies: copies.map((copy) => copy.told) });
    for (const word of next.described) said.add(word);
  }
  return { chosen, introduce: true };
}

interface Ranked {
  readonly told: Told;
  readonly worth: number;
  /** The words by which it says who somebody is. */
  readonly described: ReadonlySet<string>;
}

/** The best mention of each document, the best first. */
function bestOfDocuments(told: readonly Told[], kind: Entity["kind"]): Ranked[] {
  const best = new Map<Document, { readonly told: Told; readonly worth: number }>();
  for (const one of told) {
    const { document } = one.mention.sentence;
    const known = best.get(document);
    const worth = worthOf(one, kind) + (known === undefined ? 0.4 : 0);
    if (known === undefined || worth > known.worth) best.set(document, { told: one, worth });
  }
  const ranked = [...best.values()].sort((a, b) => b.worth - a.worth);
  return ranked.map((one) => ({ ...one, described: descriptionWords(one.told) }));
}

/** Position of the one to be shown next: what it says must not all have been said. @param left best first */
function nextOf(left: readonly Ranked[], said: ReadonlySet<string>): number {
  let next = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, { described, worth }] of left.entries()) {
    const value = worth - (described.isSubsetOf(said) ? REPEATED : 0);
    if (value > most) [next, most] = [i, value];
  }
  return next;
}

function isIntroduction(told: Told, kind: Entity["kind"]): boolean {
  return strengthOf(told, kind) >= INTRODUCES && !SALUTATION.test(told.mention.sentence.text);
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
