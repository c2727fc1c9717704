import type { Document } from "../../documents/document.ts";
import { idfWeights, tellAlike } from "../../ranking/alike.ts";
import type { Index } from "../../search/build-index.ts";
import { numberOf, type SentencePlace, spanOf, textOf } from "../../search/sentence-place.ts";
import { CALENDAR, CLOCK, DAY, NAME, PLACED_NAME, YEAR } from "../../text/entities/entity-kinds.ts";
import type { Agreement } from "../answer.ts";
import { compare } from "../comparison/compare.ts";
import { areOfOtherLabels, differInNumbers } from "../comparison/counts.ts";
import { differingForce } from "../comparison/force.ts";
import { isNegated, type Statement, toStatement } from "../comparison/statement.ts";
import { lettersOf } from "../letters.ts";
import { locate, verify } from "../quote.ts";
import type { Happening } from "./happenings.ts";
import { minutesOf } from "./part-of-day.ts";

/** A happening, and what other sources tell of it. */
export interface Told extends Happening {
  readonly agreement: readonly Agreement[];
}

/** Two sentences of one date that tell so much of each other, from 0 to 1, tell one happening. */
const MIN_ALIKE = 1 / 3;
/** Happenings of one date that are compared, each with each. */
const MAX_COMPARED = 300;
const BETWEEN_TURNS = 10;

interface Compared extends Happening {
  readonly weights: ReadonlyMap<number, number>;
  /** The name that the sentence begins with, by the numbers of its terms; empty where it begins otherwise. */
  readonly subject: ReadonlySet<number>;
  readonly statement: Statement;
}

/**
 * Puts the happenings of each date together that several sources tell: the first source's sentence stands, the others are
 * what agrees with it, or differs.
 *
 * @returns those of each date in turn; before them empty parts, at which others may have their turn
 * @throws AttacheError "integrity" when a sentence is not the document's own words, which would be a fault of ours
 */
export function* groupHappenings(index: Index, happenings: readonly Happening[]): Generator<Told[]> {
  const byDate = Map.groupBy(happenings, ({ date }) => `${date.iso} ${date.to}`);
  for (const same of byDate.values()) yield* groupOfDate(index, same);
}

/** The order of time: by date, then by the part of the day where that is told, then as the sources have it. */
export function byTime(a: Happening, b: Happening): number {
  return (
    order(a.date.from, b.date.from) ||
    // A year stands before its months, a month before its days.
    a.date.iso.length - b.date.iso.length ||
    minutesOf(a.date.partOfDay) - minutesOf(b.date.partOfDay) ||
    a.passage - b.passage ||
    a.sentence - b.sentence
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* groupOfDate(index: Index, happenings: readonly Happening[]): Generator<Told[]> {
  const groups: { readonly first: Compared; readonly agreement: Map<Document, Agreement> }[] = [];
  const seen = new Set<string>();
  for (const [i, happening] of happenings.entries()) {
    const one = prepare(index, happening);
    const key = `${happening.document.file}\n${lettersOf(one.statement.text)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (i % BETWEEN_TURNS === 0) yield [];
    if (i < MAX_COMPARED && groups.some((group) => joins(index, group, one))) continue;
    groups.push({ first: one, agreement: new Map() });
  }
  yield groups.map(({ first: { document, passage, sentence, date }, agreement }) => ({
    document,
    passage,
    sentence,
    date,
    agreement: [...agreement.values()],
  }));
}

/** Adds a happening to what another source tells of it; of one source the first sentence counts. */
function joins(
  index: Index,
  { first, agreement }: { readonly first: Compared; readonly agreement: Map<Document, Agreement> },
  one: Compared,
): boolean {
  if (one.document === first.document || isField(index, one) || !areOfOne(index, first, one)) return false;
  const comparison = compareTold(first.statement, one.statement);
  if (comparison === null) return false;
  if (agreement.has(one.document)) return comparison.relation === "agrees";
  const span = spanOf(index, one);
  verify(one.document, span);
  const { source } = one.document;
  agreement.set(one.document, {
    ...comparison,
    text: one.statement.text,
    source,
    location: locate(one.document, span),
  });
  return true;
}

/** "date: 2024-05-01" says of what only by its document. */
function isField({ passages }: Index, { passage, sentence }: SentencePlace): boolean {
  const { document, blockOf } = passages.get(passage);
  return document.blocks[blockOf[sentence] as number]?.kind === "field";
}

function areOfOne(index: Index, a: Compared, b: Compared): boolean {
  // What Lavrov proposed and what Putin decided are two happenings, however alike they are told.
  if (a.subject.size > 0 && b.subject.size > 0 && a.subject.isDisjointFrom(b.subject)) return false;
  return tellAlike(index, a.weights, b.weights) >= MIN_ALIKE;
}

/** @returns null where one gives a number that the other does not, or denies what the other says */
function compareTold(ours: Statement, theirs: Statement) {
  if (areOfOtherLabels(ours, theirs)) return null;
  const shared = ours.terms.intersection(theirs.terms);
  const comparison = compare(ours, theirs, shared, "thing");
  if (comparison !== null) return comparison;
  const words = differingForce(ours, theirs);
  if (words !== null) return { relation: "differs", on: "verb", words } as const;
  if (isNegated(ours) !== isNegated(theirs) || differInNumbers(ours, theirs)) return null;
  return { relation: "agrees", on: null, words: null } as const;
}

function prepare(index: Index, happening: Happening): Compared {
  const weights = idfWeights(index, happening, CALENDAR | DAY | YEAR);
  return {
    ...happening,
    weights,
    subject: subjectOf(index, happening),
    statement: toStatement(textOf(index, happening)),
  };
}

/** The name before which there is nothing but a date and a place: "In Moscow on Friday, Sergei Lavrov recommended …". */
function subjectOf(index: Index, place: SentencePlace): Set<number> {
  const { tokenStart, tokens, tokenBits, positions } = index.table;
  const s = numberOf(index, place);
  const subject = new Set<number>();
  let last = -1;
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const bits = tokenBits[i] as number;
    const position = positions[i] as number;
    if (subject.size > 0 && position > last + 1) break;
    if (bits & (CALENDAR | DAY | YEAR | PLACED_NAME | CLOCK)) continue;
    if (!(bits & NAME)) break;
    subject.add(tokens[i] as number);
    last = position;
  }
  return subject;
}
