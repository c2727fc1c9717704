import type { Index } from "../../search/build-index.ts";
import { placeOf, textOf } from "../../search/sentence-place.ts";
import { CLOCK } from "../../text/entities/entity-kinds.ts";
import { collect } from "../turns.ts";
import { contrastForce } from "./acts.ts";
import { findPairs, isComparable, type SentencePair } from "./candidates.ts";
import { type Claims, claimsReader } from "./claims.ts";
import { findCorrection } from "./corrections.ts";
import { findContrasts, matchClaims, type Words } from "./differ.ts";
import { type Group, joinGroups, type Matter, type Statement, toMatter } from "./matters.ts";
import { contrastNames } from "./names.ts";
import { contrastTimes, mayTellOccurrence, type Occurrence, readOccurrence } from "./occurrences.ts";
import { areInstalments, areOfOneTemplate } from "./series.ts";
import { readSubjects, type Subjects } from "./subjects.ts";
import { findTolls, mayTellToll, type Toll, tellsToll } from "./tolls.ts";
import { type Contrast, maySame } from "./values.ts";

/** Cosine of their directions from which two words mean nearly the same. */
const ALIKE = 0.62;
/** Sentences that tell when something happened, of which each is compared with each. */
const MAX_OCCURRENCES = 400;

/** Everything on which the documents differ, in the order in which it stands in them; others are answered in between. */
export async function findMatters(index: Index): Promise<Matter[]> {
  const { embedding } = index.meaning;
  const words: Words = {
    isAlike: (a, b) => embedding.similarity(embedding.row(a), embedding.row(b)) >= ALIKE,
    isVerb: (word) => index.thesaurus.usualPart(word) === "verb",
    isNoun: (word) => index.thesaurus.usualPart(word) !== "modifier",
  };
  const reading: Reading = { index, claimsOf: claimsReader(index), words, subjects: await readSubjects(index) };
  const groups = [
    ...(await collect(compareTolls(reading, await collect(readTolls(reading))))),
    ...(await collect(compareOccurrences(reading, await collect(readOccurrences(reading))))),
    ...(await collect(comparePairs(reading))),
  ];
  const matters = await collect(
    joinGroups(groups)
      .values()
      .map((group) => [toMatter(group)].filter((matter) => matter !== null)),
  );
  const at = ({ sides }: Matter) =>
    Math.min(...sides.map(({ statements }) => (statements[0] as Statement).claims.number));
  return matters.sort((a, b) => at(a) - at(b));
}

/** The documents, with what is read of them on the way. */
interface Reading {
  readonly index: Index;
  readonly claimsOf: (sentence: number) => Claims;
  readonly words: Words;
  readonly subjects: Subjects;
}

/** What sentences that share most of their words differ on, pair by pair. */
function* comparePairs({ index, claimsOf, words, subjects }: Reading): Generator<Group[]> {
  let groups: Group[] = [];
  const add = (a: Claims, b: Claims, contrast: Contrast | null, corrects = false) => {
    if (contrast !== null) groups.push(toGroup(a, b, contrast, corrects, false));
  };
  const compare = ([s, t]: SentencePair) => {
    const [a, b] = [claimsOf(s), claimsOf(t)];
    const match = matchClaims(a, b, words);
    const correction = findCorrection(a, b, words, match !== null);
    const corrected = findCorrection(b, a, words, match !== null);
    add(a, b, correction, true);
    add(b, a, corrected, true);
    if (correction !== null || corrected !== null) return;
    add(a, b, contrastNames(a, b));
    if (areInstalments(a.document, b.document) || areOfOneTemplate(a.document, b.document)) return;
    add(a, b, contrastForce(a, b));
    if (match === null || (a.names.isDisjointFrom(b.names) && subjects.areApart(a.document, b.document))) return;
    for (const contrast of findContrasts(a, b, match, tellsToll)) add(a, b, contrast);
  };
  for (const pairs of findPairs(index)) {
    groups = [];
    for (const pair of pairs) compare(pair);
    yield groups;
  }
}

function toGroup(a: Claims, b: Claims, { topic, values }: Contrast, corrects: boolean, isOfEvent: boolean): Group {
  const [mine, other] = values;
  return {
    topic,
    statements: [
      { claims: a, value: mine, corrects },
      { claims: b, value: other, corrects: false },
    ],
    isOfEvent,
  };
}

/** The sentences that tell when something happened, one by one. */
function* readOccurrences({ index, claimsOf }: Reading): Generator<Occurrence[]> {
  const { passageOf, tokenStart, tokenBits } = index.table;
  let count = 0;
  for (let s = 0; s < passageOf.length && count < MAX_OCCURRENCES; s++) {
    const bits = tokenBits.subarray(tokenStart[s], tokenStart[s + 1]);
    const mayTell = bits.some((one) => one & CLOCK) && isComparable(index, s);
    if (!mayTell || !mayTellOccurrence(textOf(index, placeOf(index, s)))) continue;
    const claims = claimsOf(s);
    const before = s > 0 && claims.leansOnBefore ? claimsOf(s - 1) : null;
    const occurrence = readOccurrence(claims, before?.document === claims.document ? before : null);
    if (occurrence === null) continue;
    count++;
    yield [occurrence];
  }
}

/** When things happened, by sources that tell it in words of their own. */
function* compareOccurrences({ words }: Reading, occurrences: readonly Occurrence[]): Generator<Group[]> {
  for (const [i, a] of occurrences.entries()) {
    yield occurrences.slice(i + 1).flatMap((b) => {
      const [left, right] = [a.claims.document, b.claims.document];
      if (left === right || areInstalments(left, right)) return [];
      const contrast = contrastTimes(a, b, words);
      return contrast === null ? [] : [toGroup(a.claims, b.claims, contrast, false, true)];
    });
  }
}

/** How many came to harm, as one sentence after the other tells it. */
function* readTolls({ index, claimsOf, subjects }: Reading): Generator<Toll[]> {
  for (const s of index.table.passageOf.keys()) {
    if (!isComparable(index, s) || !mayTellToll(textOf(index, placeOf(index, s)))) continue;
    const claims = claimsOf(s);
    const before = claims.sentence === 0 ? "" : textOf(index, placeOf(index, s - 1));
    yield findTolls(claims, before, subjects.isOfEvent);
  }
}

/** How many came to harm, by sources that tell of one event. */
function* compareTolls({ subjects }: Reading, tolls: readonly Toll[]): Generator<Group[]> {
  for (const all of Map.groupBy(tolls, ({ key }) => key).values()) {
    yield partByEvent(all, subjects).flatMap((group) => {
      const statements = group.map(({ claims, quantity }): Statement => {
        return { claims, value: { on: "number", quantity }, corrects: claims.takenBack !== null };
      });
      const differ = statements.some((a) => statements.some((b) => !maySame(a.value, b.value)));
      return differ ? [{ topic: group[0]?.topic ?? null, statements, isOfEvent: true }] : [];
    });
  }
}

/** Parts tolls by the events they are of: those of two documents are of one that each shares with a third. */
function partByEvent(tolls: readonly Toll[], subjects: Subjects): Toll[][] {
  const parts: Toll[][] = [];
  for (const toll of tolls) {
    const isOfSame = (other: Toll) => {
      const [a, b] = [toll.claims.document, other.claims.document];
      return a === b || subjects.shareEvent(a, b);
    };
    const [first, ...others] = parts.filter((part) => part.some(isOfSame));
    if (first === undefined) parts.push([toll]);
    else first.push(...others.flat(), toll);
    for (const part of others) parts.splice(parts.indexOf(part), 1);
  }
  return parts;
}
