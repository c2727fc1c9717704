import type { Claims } from "./claims.ts";
import { areOfOneDay, type Words } from "./differ.ts";
import { type Clock, maySameTime } from "./moments.ts";
import type { Contrast } from "./values.ts";

const OCCURRED =
  /\b(?:struck|hit|happened|occurred|took place|shook|began|broke out|broke|gave way|collapsed|crashed|erupted|exploded|derailed|sank|went off|landed|arrived|opened)\b/i;
/** Verbs that tell of a thing that it happened: one is as good as the other. */
const HAPPENED = /^(?:struck|hit|happened|occurred|took place|shook)$/;
/** Characters between the verb and the time, at the most. */
const NEAR = 60;
/** Terms that both share, a name among them. */
const MIN_SHARED = 2;

/** A sentence that tells when something happened, with what it leans on. */
export interface Occurrence {
  readonly claims: Claims;
  readonly clock: Clock;
  readonly verb: string;
  /** Terms of the sentence, and of the one before where its pronoun leans on that; of these, names. */
  readonly terms: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Whether a text may tell when something happened: a look that is cheap. */
export function mayTellOccurrence(text: string): boolean {
  return OCCURRED.test(text);
}

/** @param before the sentence before it, where it leans on that; else null */
export function readOccurrence(claims: Claims, before: Claims | null): Occurrence | null {
  const [clock, ...others] = claims.clocks;
  // One time told in two zones is one.
  if (clock === undefined || !others.every((one) => maySameTime(clock, one))) return null;
  const found = OCCURRED.exec(claims.text.slice(Math.max(0, clock.start - NEAR), clock.start))?.[0].toLowerCase();
  if (found === undefined) return null;
  return {
    claims,
    clock,
    verb: HAPPENED.test(found) ? "happened" : found,
    terms: new Set([...claims.frame.keys(), ...(before?.frame.keys() ?? [])]),
    names: new Set([...claims.names, ...(before?.names ?? [])]),
  };
}

/** The times that two sentences give for one thing that happened, with verbs of one meaning, where they cannot be one. */
export function contrastTimes(a: Occurrence, b: Occurrence, words: Words): Contrast | null {
  if (a.verb !== b.verb || maySameTime(a.clock, b.clock) || !areOfOneDay(a.claims, b.claims)) return null;
  const shared = [...a.terms].filter(
    (term) => b.terms.has(term) || [...b.terms].some((one) => words.isAlike(term, one)),
  );
  if (shared.length < MIN_SHARED || a.names.isDisjointFrom(b.names)) return null;
  return {
    topic: null,
    values: [
      { on: "time", clock: a.clock },
      { on: "time", clock: b.clock },
    ],
  };
}
