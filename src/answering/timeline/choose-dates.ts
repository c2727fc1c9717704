import type { DateExpression } from "../../text/entities/date-expressions.ts";
import type { ResolvedDate } from "./resolve-date.ts";

export interface DateInSentence {
  readonly expression: DateExpression;
  readonly date: ResolvedDate;
}

/** What opens a clause that says more of a thing, or of what is said: the sentence is of something else. */
const ASIDE = /\b(?:what|that|which|who|whom|whose|where|when|while|if|as if|than|like|because)\b/i;
/** "No updates this week", "Skipped for this month": nothing was. */
const NOTHING = /\b(?:no|none|nothing|skip(?:ped)?|nobody)\b/i;
/** "on 3 May and not on 4 May": the second is denied. */
const DENIED = /\b(?:not|never|rather than|instead of)\s+(?:(?:on|in|at)\s+)?$/i;
/** Words at the head of a sentence that are looked at for it. */
const HEAD = 9;
const SAYS = /\b(?:said|says|say|told|tells|added|adds|wrote|writes|reported|reports|noted|tweeted)\b/i;

/**
 * Chooses of the dates of a sentence those of what it tells. A month or a year counts only where no day is told, and not
 * in a clause that says more of a thing ("what happened in 2016"). Where somebody says on a day what is dated itself, the
 * day of saying it is left out.
 */
export function chooseDates(sentence: string, all: readonly DateInSentence[]): ResolvedDate[] {
  const dates = all.filter(({ expression }) => !DENIED.test(sentence.slice(0, expression.start)));
  if (NOTHING.test(sentence.split(/\s+/, HEAD).join(" ")) && dates.every(isSpanNow)) return [];
  const days = dates.filter(({ date }) => date.iso.length === 10);
  const told = days.length > 0 ? days : dates.filter(({ expression }) => !isAside(sentence, expression));
  const kept = told.length < 2 ? told : told.filter((one) => !isOfSaying(sentence, one, told));
  const chosen = kept.length > 0 ? kept : told;
  return chosen.map(({ date }) => date).filter((date, i, all) => all.findIndex(({ iso }) => iso === date.iso) === i);
}

/** "this week", "last month" */
function isSpanNow({ expression: { atoms } }: DateInSentence): boolean {
  const [atom] = atoms;
  return atom.kind === "relative" && atom.anchor === "document" && atom.unit !== "day";
}

/** Whether a month or a year stands in a clause that says more of a thing. */
function isAside(sentence: string, { atoms, start }: DateExpression): boolean {
  if (atoms[0].kind !== "calendar") return false;
  const clause =
    sentence
      .slice(0, start)
      .split(/[,;:()—–]/)
      .at(-1) ?? "";
  return ASIDE.test(clause);
}

/** "She said on Friday that the hall opens on 3 May": the first date is only of the saying. */
function isOfSaying(sentence: string, { expression }: DateInSentence, all: readonly DateInSentence[]): boolean {
  const before = sentence.slice(0, expression.start);
  const behind = sentence.slice(expression.end);
  const near =
    SAYS.exec(before.split(/\s+/).slice(-4).join(" ")) ?? /^\s*(?:\S+\s){0,1}(?:said|says|told)\b/i.exec(behind);
  return near !== null && all.some((other) => other.expression.start > expression.end);
}
