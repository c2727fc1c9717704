import { allMatches } from "../matches.ts";
import type { Span } from "../span.ts";

/** A run of a text that is of one kind: a date, a sum, an address. */
export interface Mention extends Span {
  /** What its words are: the bits of entity-kinds.ts. */
  readonly bits: number;
  /** What its words are not, though they look so: the number of a room counts nothing. */
  readonly not: number;
}

/** Stands for a run that is known already, so that no other pattern finds anything in it. */
export const KNOWN = "\uFFFC";

/** A text with some runs of it blotted out; offsets stay as they are. */
export function blot(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + KNOWN.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** Every place where a pattern stands, as mentions. @param pattern global */
export function findAll(text: string, pattern: RegExp, bits: number, not = 0): Mention[] {
  return allMatches(pattern, text).map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    bits,
    not,
  }));
}
