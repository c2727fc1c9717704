import { hasForce } from "../comparison/force.ts";
import type { Claims } from "./claims.ts";
import { maySameDay, maySameTime } from "./moments.ts";
import { areTurnedRound, holdOpposites } from "./opposites.ts";
import { areOfOneKind, mayBeEqual, type Quantity } from "./quantities.ts";
import type { Contrast } from "./values.ts";

/** What is known of words, whatever stands here. */
export interface Words {
  /** Whether two terms mean nearly the same. */
  isAlike(a: string, b: string): boolean;
  /** Whether a word is most often a verb; whether it may be a noun. */
  isVerb(word: string): boolean;
  isNoun(word: string): boolean;
}

/**
 * How much of what they say two sentences share: "same" is word for word but for what they differ on, as good as; of those
 * that are "similar", a number must stand in the same place too.
 */
export type Match = "same" | "similar";

/** Share of the shorter sentence's terms that the longer one may lack, and of the longer one's that must be shared. */
const LIMITS: Readonly<Record<Match, { readonly missing: number; readonly covered: number }>> = {
  same: { missing: 0.2, covered: 0.5 },
  similar: { missing: 0.4, covered: 0.3 },
};
/** Terms in common, numbers, dates and names aside, without which nothing is said to be about one thing. */
const MIN_SHARED = 3;
/** Terms in common from which two that are only similar may each have several of their own. */
const MIN_SIMILAR = 5;
/** Terms on either side of a number that tell what it is of. */
const NEAR = 3;

/** Whether two sentences are about one thing; null where they are not, as far as their words tell. */
export function matchClaims(a: Claims, b: Claims, words: Words): Match | null {
  if (a.isDenied !== b.isDenied) return null;
  if (a.years.size > 0 && b.years.size > 0 && a.years.isDisjointFrom(b.years)) return null;
  const [short, long] = a.frame.size <= b.frame.size ? [a, b] : [b, a];
  const missing = [...short.frame.keys()].filter((term) => !long.frame.has(term) && !hasForce(term));
  const extra = [...long.frame.keys()].filter((term) => !short.frame.has(term) && !hasForce(term));
  const unmatched = missing.filter((term) => !extra.some((other) => words.isAlike(term, other)));
  const shared = short.frame.size - unmatched.length;
  const fits = ({ missing, covered }: (typeof LIMITS)[Match]) =>
    unmatched.length <= Math.floor((short.frame.size - 1) * missing) && shared >= covered * long.frame.size;
  if (!fits(LIMITS.similar)) return null;
  const onlyShort = new Set(missing);
  const onlyLong = new Set(extra);
  if (areTurnedRound(a.text, b.text)) return null;
  if (standInOnePlace(short, onlyShort, long, onlyLong, words)) return null;
  if (holdOpposites(onlyShort, onlyLong) || haveOtherSubjects(short, onlyShort, long, onlyLong, words)) return null;
  const plain = [...short.frame.keys()].filter((term) => long.frame.has(term) && !long.names.has(term));
  if (plain.length < MIN_SHARED) return null;
  // Two that each name somebody or something that the other does not are about two things.
  const namesAnother = (one: Claims, other: Claims) => [...one.names].some((term) => !other.frame.has(term));
  if (namesAnother(short, long) && namesAnother(long, short)) return null;
  const labels = (one: Claims) => new Set(one.labels.map((label) => label.words));
  const [left, right] = [labels(a), labels(b)];
  if (left.size !== right.size || !left.isSubsetOf(right)) return null;
  if (fits(LIMITS.same)) return "same";
  return unmatched.length <= 1 || shared >= MIN_SIMILAR ? "similar" : null;
}

/** Whether a word of one stands where the other has another: "the *harbour* tour", "the *castle* tour". Verbs may be synonyms. */
function standInOnePlace(
  a: Claims,
  onlyA: ReadonlySet<string>,
  b: Claims,
  onlyB: ReadonlySet<string>,
  words: Words,
): boolean {
  const [left, right] = [[...a.frame.values()], [...b.frame.values()]];
  return left.some((mine, i) => {
    if (!onlyA.has(mine.term)) return false;
    return right.some((other, k) => {
      if (!onlyB.has(other.term) || (words.isVerb(mine.word) && words.isVerb(other.word))) return false;
      return left[i - 1]?.term === right[k - 1]?.term && left[i + 1]?.term === right[k + 1]?.term;
    });
  });
}

/** Whether each begins with what the other has no word of: "Halden scored", "Moss scored". */
function haveOtherSubjects(
  a: Claims,
  onlyA: ReadonlySet<string>,
  b: Claims,
  onlyB: ReadonlySet<string>,
  words: Words,
): boolean {
  const [mine] = a.frame.keys();
  const [other] = b.frame.keys();
  if (mine === undefined || other === undefined) return false;
  return onlyA.has(mine) && onlyB.has(other) && !words.isAlike(mine, other);
}

/**
 * The numbers, times and days that two sentences about one thing give otherwise.
 *
 * @param isElsewhere whether a number is compared in another way
 */
export function findContrasts(
  a: Claims,
  b: Claims,
  match: Match,
  isElsewhere: (claims: Claims, quantity: Quantity) => boolean,
): Contrast[] {
  const [day] = a.days;
  const [otherDay] = b.days;
  if (day !== undefined && otherDay !== undefined && !areOfOneDay(a, b)) {
    const isAlone = a.days.length === 1 && b.days.length === 1 && a.quantities.length + b.quantities.length === 0;
    // "Saturdays at 7" and "Sundays at 9" are two matters.
    const areAtOneTime =
      a.clocks.length === 0 ||
      b.clocks.length === 0 ||
      a.clocks.some((clock) => b.clocks.some((other) => maySameTime(clock, other)));
    const values = [
      { on: "date", day },
      { on: "date", day: otherDay },
    ] as const;
    return isAlone && areAtOneTime ? [{ topic: null, values }] : [];
  }
  const found: Contrast[] = [];
  const [clock] = a.clocks;
  const [otherClock] = b.clocks;
  if (clock !== undefined && otherClock !== undefined && a.clocks.length === 1 && b.clocks.length === 1) {
    const values = [
      { on: "time", clock },
      { on: "time", clock: otherClock },
    ] as const;
    if (!maySameTime(clock, otherClock)) found.push({ topic: null, values });
  }
  for (const [mine, other] of differingQuantities(a.quantities, b.quantities)) {
    if (isElsewhere(a, mine) || isElsewhere(b, other)) continue;
    if (match === "similar" && (mine.dimension === "plain" || !areInOneContext(a, mine, b, other))) continue;
    const values = [
      { on: "number", quantity: mine },
      { on: "number", quantity: other },
    ] as const;
    found.push({ topic: mine.nounWord, values });
  }
  return found;
}

/** Whether two sentences may speak of one day: what happened on two is no contradiction. */
export function areOfOneDay(a: Claims, b: Claims): boolean {
  if (a.days.length === 0 || b.days.length === 0) return true;
  return a.days.some((day) => b.days.some((other) => maySameDay(day, other)));
}

function areInOneContext(a: Claims, mine: Quantity, b: Claims, other: Quantity): boolean {
  const around = ({ tokens, frame, names }: Claims, { start, end, noun }: Quantity) => {
    const before = tokens.filter((token) => token.end <= start && frame.has(token.term)).slice(-NEAR);
    const behind = tokens.filter((token) => token.start >= end && frame.has(token.term)).slice(0, NEAR);
    return new Set([...before, ...behind].map(({ term }) => term).filter((term) => term !== noun && !names.has(term)));
  };
  return !around(a, mine).isDisjointFrom(around(b, other));
}

function differingQuantities(ours: readonly Quantity[], theirs: readonly Quantity[]): [Quantity, Quantity][] {
  const found: [Quantity, Quantity][] = [];
  for (const mine of ours) {
    const own = ours.filter((one) => areOfOneKind(one, mine));
    const others = theirs.filter((one) => areOfOneKind(one, mine));
    // Of several numbers of one kind nobody can tell which stands for which, and some may be the sum of others.
    if (own.length !== 1 || others.length !== 1) continue;
    const [other] = others;
    if (other === undefined || mayBeEqual(mine, other) || isSum(mine, theirs) || isSum(other, ours)) continue;
    found.push([mine, other]);
  }
  return found;
}

/** Whether two numbers of the other sentence make this one: "31 and four" are 35. */
function isSum({ value }: Quantity, others: readonly Quantity[]): boolean {
  return others.some((a, i) => others.some((b, k) => k > i && a.value + b.value === value));
}
