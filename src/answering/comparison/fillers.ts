import { otherNumberForm } from "../../text/entities/number-forms.ts";
import { isNumber } from "../../text/entities/numbers.ts";
import { isTitleOfPerson } from "../../text/entities/roles.ts";
import { findDates } from "../../text/entities/written-dates.ts";
import type { Token } from "../../text/tokens.ts";
import { isClock, isDate, isNameLike, type Statement } from "./statement.ts";

export interface FillerDifference {
  readonly on: "number" | "date" | "name";
  readonly words: readonly [string, string];
}

/** "9:15" is two numbers, and so is "1.5 %" where it is written apart; "31 and four" may be a sum. */
const MAX_NUMBERS = 1;

/** Words of a change: "is now on Thursday", "has been moved to 30 April". They say of what there was before nothing else. */
const CHANGE = new Set(
  `now new newly currently instead again moved changed extended postponed shifted brought forward raised increased
  lowered reduced cut corrected updated`.split(/\s+/),
);

/**
 * Two sentences of the same words but for a number, a date or a name: "the rent rises to £48", "the rent rises to £46".
 *
 * @returns null when other words differ too, or none do
 */
export function differingFillers(ours: Statement, theirs: Statement): FillerDifference | null {
  const mine = ours.tokens.filter(({ term, word }) => !theirs.terms.has(term) && !CHANGE.has(word));
  const others = theirs.tokens.filter(({ term, word }) => !ours.terms.has(term) && !CHANGE.has(word));
  if (mine.length === 0 || others.length === 0) return null;
  const kinds = new Set([
    ...mine.map((token) => fillerKind(ours, token)),
    ...others.map((token) => fillerKind(theirs, token)),
  ]);
  // "Tuesday at 19:00" is a date as a whole; a time alone is a number.
  if (kinds.delete("clock")) kinds.add(kinds.has("date") ? "date" : "number");
  const [on] = kinds;
  if (kinds.size !== 1 || on === undefined || on === null || on === "clock") return null;
  if (on === "date" && areOneDay(ours, theirs)) return null;
  // "Ana Lima" and "Ms Lima" may be one person.
  if (on === "name" && mine.every(isTitle) !== others.every(isTitle)) return null;
  // Of several numbers, one may be the sum of others: those are compared by what they count.
  if (on === "number" && Math.max(countNumbers(mine), countNumbers(others)) > MAX_NUMBERS) return null;
  const words = (statement: Statement, tokens: readonly Token[]) =>
    statement.text.slice(tokens[0]?.start, tokens.at(-1)?.end).replace(/\s+/g, " ");
  return { on, words: [words(ours, mine), words(theirs, others)] };
}

/** Whether two sentences name a day in common, and no two years: "5 June" and "June 5th, 2024". */
function areOneDay(ours: Statement, theirs: Statement): boolean {
  const yearsIn = ({ text }: Statement) => new Set(findDates(text).flatMap(({ year }) => year ?? []));
  const [left, right] = [yearsIn(ours), yearsIn(theirs)];
  const isOneYear = left.size === 0 || right.size === 0 || !left.isDisjointFrom(right);
  return isOneYear && !ours.days.isDisjointFrom(theirs.days);
}

function isTitle({ word }: Token): boolean {
  return isTitleOfPerson(word);
}

/** Parts of one number stand one sign apart. */
function countNumbers(tokens: readonly Token[]): number {
  return tokens.filter(({ start }, i) => i === 0 || start !== (tokens[i - 1] as Token).end + 1).length;
}

function fillerKind(statement: Statement, token: Token): FillerDifference["on"] | "clock" | null {
  if (isDate(statement, token)) return "date";
  if (isClock(statement, token)) return "clock";
  // "the second floor"
  if (isNumber(token.term) || otherNumberForm(token.word) !== null) return "number";
  return isNameLike(statement, token) ? "name" : null;
}
