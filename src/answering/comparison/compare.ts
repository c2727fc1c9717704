import type { AnswerType } from "../../search/question-kinds.ts";
import { isNumber } from "../../text/entities/numbers.ts";
import type { Agreement } from "../answer.ts";
import { areOfOtherLabels, compareCounts, differInNumbers } from "./counts.ts";
import { differingFillers } from "./fillers.ts";
import { differingForce, hasForce } from "./force.ts";
import { isDate, isNameLike, isNegated, type Statement } from "./statement.ts";

export type Comparison = Pick<Agreement, "relation" | "on" | "words">;

/** Sentences that share less than this of the shorter one's terms speak of different things. */
export const MIN_SHARED = 0.5;
/** Of the terms shared, so many must be other than names, dates and offices: who is spoken of is not what is said. */
const MIN_SHARED_PLAIN = 2;

/**
 * Compares two sentences of different sources that both answer a question. They are compared at all only when they
 * share most of what the shorter one says, the question's words among it; then a number, a date, a person in the same
 * role, or a verb of another force tells them apart, and where none does they agree.
 *
 * @param asked the question's terms: those that the first sentence holds, the second must hold too
 * @param type what was asked for: two that agree must share it, such as the number
 * @returns null when they cannot be said to speak of the same thing
 */
export function compare(
  ours: Statement,
  theirs: Statement,
  asked: ReadonlySet<string>,
  type: AnswerType,
): Comparison | null {
  if (ours.letters === theirs.letters) return { relation: "agrees", on: null, words: null };
  const left = ours.terms;
  const right = theirs.terms;
  const required = [...asked].filter((term) => left.has(term));
  if (required.length === 0 || required.some((term) => !right.has(term) && !hasForce(term))) return null;
  const shared = [...left].filter((term) => right.has(term));
  if (shared.length < MIN_SHARED * Math.min(left.size, right.size)) return null;
  if (shared.filter((term) => ours.plainTerms.has(term)).length < MIN_SHARED_PLAIN) return null;
  if (isNegated(ours) !== isNegated(theirs) || areOfOtherLabels(ours, theirs)) return null;
  const filled = differingFillers(ours, theirs);
  if (filled !== null) return { relation: "differs", ...filled };
  const counted = compareCounts(ours, theirs);
  if (counted === "unrelated") return null;
  if (counted !== "same") return { relation: "differs", on: "number", words: counted };
  if (areOfOtherDays(ours, theirs)) return null;
  const persons = differingPersons(ours, theirs);
  if (persons !== null) return { relation: "differs", on: "name", words: persons };
  const force = differingForce(ours, theirs);
  if (force !== null) return { relation: "differs", on: "verb", words: force };
  if (!sharesAnswer(ours, theirs, asked, type) || differInNumbers(ours, theirs)) return null;
  return { relation: "agrees", on: null, words: null };
}

/** Whether both give what was asked for: a number, a name, a date that the question does not hold. */
function sharesAnswer(ours: Statement, theirs: Statement, asked: ReadonlySet<string>, type: AnswerType): boolean {
  const gives = (statement: Statement) =>
    statement.tokens
      .filter((token) => {
        if (asked.has(token.term)) return false;
        if (type === "quantity") return isNumber(token.term) && !statement.dateParts.has(token);
        if (type === "person") return isNameLike(statement, token);
        return type !== "time" || isDate(statement, token);
      })
      .map(({ term }) => term);
  const other = new Set(gives(theirs));
  return gives(ours).some((term) => other.has(term));
}

/** Two matters that happened on different days are no contradiction, and no agreement. */
function areOfOtherDays(ours: Statement, theirs: Statement): boolean {
  return ours.days.size > 0 && theirs.days.size > 0 && ours.days.isDisjointFrom(theirs.days);
}

/** Two persons in one role: "Sergei Lavrov, the Russian foreign minister" and "Russian Foreign Minister Igor Ivanov". */
function differingPersons(ours: Statement, theirs: Statement): readonly [string, string] | null {
  for (const [role, name] of ours.roles) {
    const other = theirs.roles.get(role);
    if (other !== undefined && lastName(name) !== lastName(other)) return [name, other];
  }
  return null;
}

function lastName(name: string): string {
  return name.split(/\s+/).at(-1)?.toLowerCase() ?? "";
}
