import type { Document } from "../../documents/document.ts";
import { publishedOn } from "../../documents/publication-date.ts";
import { isStale, supersedes } from "../../ranking/edition.ts";
import type { Claims } from "./claims.ts";
import { type DifferenceKind, isVague, maySame, placeOf, type Value } from "./values.ts";

/** What a source's sentence gives. */
export interface Statement {
  readonly claims: Claims;
  readonly value: Value;
  /** Whether it takes back what another gives. */
  readonly corrects: boolean;
}

/** Statements of one thing that do not all give the same. */
export interface Group {
  readonly topic: string | null;
  readonly statements: readonly Statement[];
  /** Whether they are told of one event, each in words of its own, and not in the same words. */
  readonly isOfEvent: boolean;
}

/** What several sources give alike. */
export interface MatterSide {
  readonly value: Value;
  /** One of a document, what puts something right first, else in the order of the files; the first is shown. */
  readonly statements: readonly Statement[];
  /** Whether it stands in place of all other sides: newer than each. */
  readonly isNewest: boolean;
  readonly corrects: boolean;
}

/** One thing on which sources differ. */
export interface Matter {
  readonly on: DifferenceKind;
  readonly topic: string | null;
  /** Two or more, the oldest first. */
  readonly sides: readonly MatterSide[];
}

/** Sides of a matter told in the same words: more of them are a form filled in many times. */
const MAX_SIDES = 3;

/** Joins groups that have a sentence in common and are of one kind: three sources on one thing are one matter. */
export function joinGroups(groups: readonly Group[]): Group[] {
  const joined: { topic: string | null; statements: Statement[]; isOfEvent: boolean }[] = [];
  for (const { topic, statements, isOfEvent } of groups) {
    const isCommon = (one: Statement, other: Statement) =>
      one.claims === other.claims && one.value.on === other.value.on && placeOf(one.value) === placeOf(other.value);
    const found = joined.filter((group) =>
      group.statements.some((one) => statements.some((two) => isCommon(one, two))),
    );
    const [first, ...others] = found;
    if (first === undefined) {
      joined.push({ topic, statements: [...statements], isOfEvent });
      continue;
    }
    first.topic ??= topic;
    first.isOfEvent ||= isOfEvent;
    for (const one of [...others.flatMap((group) => group.statements), ...statements]) {
      const known = first.statements.findIndex((two) => isCommon(one, two));
      if (known === -1) first.statements.push(one);
      else if (one.corrects) first.statements[known] = one;
    }
    for (const group of others) joined.splice(joined.indexOf(group), 1);
  }
  return joined;
}

/** Parts the statements of a group into sides. @returns null where no two documents differ in the end, or a form is filled in */
export function toMatter({ topic, statements, isOfEvent }: Group): Matter | null {
  const first = statements[0];
  if (first === undefined) return null;
  const ordered = ownStatements(statements);
  const sides: Statement[][] = [];
  for (const one of [...ordered].sort((a, b) => Number(isVague(a.value)) - Number(isVague(b.value)))) {
    const side = sides.find(([leader]) => leader !== undefined && maySame(leader.value, one.value));
    if (side === undefined) sides.push([one]);
    else side.push(one);
  }
  if (sides.length < 2 || (!isOfEvent && sides.length > MAX_SIDES)) return null;
  const position = new Map(ordered.map((one, i) => [one, i]));
  // Of a side that puts something right, what does so is shown.
  const inOrder = sides.map((side) =>
    side.sort((a, b) => Number(b.corrects) - Number(a.corrects) || (position.get(a) ?? 0) - (position.get(b) ?? 0)),
  );
  inOrder.sort(
    (a, b) => compareDates(a, b) || (position.get(a[0] as Statement) ?? 0) - (position.get(b[0] as Statement) ?? 0),
  );
  return {
    on: first.value.on,
    topic,
    sides: inOrder.map((side) => ({
      value: (side[0] as Statement).value,
      statements: side,
      isNewest: inOrder.every((other) => other === side || isNewer(side, other)),
      corrects: side.some(({ corrects }) => corrects),
    })),
  };
}

/** Of each document what it says first, or puts right: a source never differs with itself. */
function ownStatements(statements: readonly Statement[]): Statement[] {
  const own = new Map<Document, Statement>();
  const inOrder = [...statements].sort(
    (a, b) => a.claims.passage - b.claims.passage || a.claims.sentence - b.claims.sentence,
  );
  for (const one of inOrder) {
    const { document } = one.claims;
    const known = own.get(document);
    if (known === undefined || (one.corrects && !known.corrects)) own.set(document, one);
  }
  return inOrder.filter((one) => own.get(one.claims.document) === one);
}

/** Whether some document of a side is newer than all of another, or those are drafts or out of date. */
function isNewer(side: readonly Statement[], other: readonly Statement[]): boolean {
  return side.some((one) => other.every((two) => standsInPlaceOf(one.claims.document, two.claims.document)));
}

/** A year in a title may be that of anything: only dates of publication are compared. */
function standsInPlaceOf(a: Document, b: Document): boolean {
  const areDated = publishedOn(a) !== null && publishedOn(b) !== null;
  return (areDated || isStale(b)) && supersedes(a, b);
}

function compareDates(a: readonly Statement[], b: readonly Statement[]): number {
  const date = (side: readonly Statement[]) =>
    side
      .map(({ claims }) => publishedOn(claims.document) ?? "")
      .sort()
      .at(-1) ?? "";
  const [left, right] = [date(a), date(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
