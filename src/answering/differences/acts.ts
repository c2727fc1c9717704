import { forceOf } from "../comparison/force.ts";
import type { Claims } from "./claims.ts";
import { areOfOneDay } from "./differ.ts";
import { areOfOneKind } from "./quantities.ts";
import type { Contrast } from "./values.ts";

/** Terms that two sentences on one act share beside whose it is; the same number of the same things counts twice. */
const MIN_SHARED = 3;
const SAME_COUNT = 2;
const NATIONALITY = /^(?:\p{Lu}\p{L}+(?:an|ese|ish)|French|Dutch|Greek|German|US|U\.S\.|UK|EU|UN)$/u;

/**
 * The verbs by which two sentences say how far somebody went, where they say it of one act and differ in force:
 * "Berg proposed closing 3 schools", "Berg announced that 3 schools were to be closed".
 */
export function contrastForce(a: Claims, b: Claims): Contrast | null {
  const [mine, other] = [verbOf(a), verbOf(b)];
  if (mine === null || other === null || mine.force === other.force || a.isDenied !== b.isDenied) return null;
  if (actorsOf(a, mine).isDisjointFrom(actorsOf(b, other)) || !areOfOneDay(a, b)) return null;
  const counts = a.quantities.flatMap((one) =>
    b.quantities.filter((two) => one.noun !== null && one.noun === two.noun).map((two) => [one, two] as const),
  );
  // "35 Russian diplomats" and "35 American diplomats" are two matters.
  if (counts.some(([one, two]) => !areOfOneKind(one, two))) return null;
  const equal = counts.filter(([one, two]) => one.value === two.value).length;
  const plain = [...a.frame.keys()].filter((term) => b.frame.has(term) && !a.names.has(term) && !b.names.has(term));
  if (plain.length + SAME_COUNT * equal < MIN_SHARED) return null;
  const value = ({ word, force }: ForceVerb) => ({ on: "verb" as const, verb: word, force });
  return { topic: null, values: [value(mine), value(other)] };
}

interface ForceVerb {
  readonly word: string;
  readonly force: number;
  readonly at: number;
}

/** The one verb of that kind in a sentence; null where there are several, or none. */
function verbOf({ tokens }: Claims): ForceVerb | null {
  const verbs = tokens.flatMap((token) => {
    const force = forceOf(token);
    return force === null ? [] : [{ word: token.word, force, at: token.start }];
  });
  return verbs.length === 1 ? (verbs[0] ?? null) : null;
}

/** Names before the verb, or right behind it in "was ordered by Ines Duarte". */
function actorsOf({ text, tokens, names }: Claims, { word, at }: ForceVerb): Set<string> {
  const by = /^\s+by\s+(?:\S+\s+){0,3}?(?:\p{Lu}\S*\s?)+/u.exec(text.slice(at + word.length))?.[0].length ?? 0;
  const before = tokens.filter(
    ({ start, end, term }) => names.has(term) && (end <= at || (start > at && end <= at + word.length + by)),
  );
  return new Set(before.filter(({ start, end }) => !NATIONALITY.test(text.slice(start, end))).map(({ term }) => term));
}
