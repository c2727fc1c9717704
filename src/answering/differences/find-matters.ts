import type { Document, Passage } from "../../documents/document.ts";
import type { Index } from "../../search/build-index.ts";
import { CLOCK } from "../../text/entities/entity-kinds.ts";
import { type Span, slice } from "../../text/span.ts";
import { tokenize } from "../../text/tokens.ts";
import { contrastForce } from "./acts.ts";
import { findPairs, isComparable } from "./candidates.ts";
import { type Claims, claimsReader } from "./claims.ts";
import { findCorrection } from "./corrections.ts";
import { findContrasts, type Likeness, matchClaims } from "./differ.ts";
import { type Group, joinGroups, type Matter, type Statement, toMatter } from "./matters.ts";
import { contrastNames } from "./names.ts";
import { contrastTimes, type Occurrence, readOccurrence } from "./occurrences.ts";
import { areInstalments, areOfOneTemplate } from "./series.ts";
import { findTolls, type Toll, tellsToll } from "./tolls.ts";
import { type Contrast, maySame } from "./values.ts";

/** Cosine of their directions from which two words mean nearly the same. */
const ALIKE = 0.62;
/** Sentences that tell when something happened, of which each is compared with each. */
const MAX_OCCURRENCES = 400;
/** Share of the documents whose head names a place from which it is where all of it happened. */
const OF_MOST = 0.5;

/** Everything on which the documents differ, in the order in which it stands in them. */
export function findMatters(index: Index): Matter[] {
  const claimsOf = claimsReader(index);
  const { embedding } = index.meaning;
  const isAlike: Likeness = (a, b) => embedding.similarity(embedding.row(a), embedding.row(b)) >= ALIKE;
  const groups = joinGroups([
    ...compareTolls(index, claimsOf),
    ...compareOccurrences(index, claimsOf, isAlike),
    ...comparePairs(index, claimsOf, isAlike),
  ]);
  const matters = groups.flatMap((group) => toMatter(group) ?? []);
  const at = ({ sides }: Matter) =>
    Math.min(...sides.map(({ statements }) => (statements[0] as Statement).claims.number));
  return matters.sort((a, b) => at(a) - at(b));
}

type ClaimsOf = (sentence: number) => Claims;

/** What sentences that share most of their words differ on, pair by pair. */
function comparePairs(index: Index, claimsOf: ClaimsOf, isAlike: Likeness): Group[] {
  const isNoun = (word: string) => index.thesaurus.usualPart(word) !== "modifier";
  const groups: Group[] = [];
  const add = (a: Claims, b: Claims, contrast: Contrast | null, corrects = false) => {
    if (contrast !== null) groups.push(toGroup(a, b, contrast, corrects, false));
  };
  for (const [s, t] of findPairs(index)) {
    const [a, b] = [claimsOf(s), claimsOf(t)];
    const match = matchClaims(a, b, isAlike);
    const correction = findCorrection(a, b, isNoun, match !== null);
    const corrected = findCorrection(b, a, isNoun, match !== null);
    add(a, b, correction, true);
    add(b, a, corrected, true);
    if (correction !== null || corrected !== null) continue;
    add(a, b, contrastNames(a, b));
    if (areInstalments(a.document, b.document) || areOfOneTemplate(a.document, b.document)) continue;
    add(a, b, contrastForce(a, b));
    if (match === null) continue;
    for (const contrast of findContrasts(a, b, match, tellsToll)) add(a, b, contrast);
  }
  return groups;
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

/** When things happened, by sources that tell it in words of their own. */
function compareOccurrences(index: Index, claimsOf: ClaimsOf, isAlike: Likeness): Group[] {
  const { tokenStart, tokenBits } = index.table;
  const occurrences: Occurrence[] = [];
  for (const s of index.table.passageOf.keys()) {
    const bits = tokenBits.subarray(tokenStart[s], tokenStart[s + 1]);
    if (!bits.some((one) => one & CLOCK) || !isComparable(index, s)) continue;
    const claims = claimsOf(s);
    const before = s > 0 && claims.leansOnBefore ? claimsOf(s - 1) : null;
    const occurrence = readOccurrence(claims, before?.document === claims.document ? before : null);
    if (occurrence !== null) occurrences.push(occurrence);
    if (occurrences.length >= MAX_OCCURRENCES) break;
  }
  return occurrences.flatMap((a, i) =>
    occurrences.slice(i + 1).flatMap((b) => {
      const [left, right] = [a.claims.document, b.claims.document];
      if (left === right || areInstalments(left, right)) return [];
      const contrast = contrastTimes(a, b, isAlike);
      return contrast === null ? [] : [toGroup(a.claims, b.claims, contrast, false, true)];
    }),
  );
}

/** How many came to harm, by sources that tell of one event. */
function compareTolls(index: Index, claimsOf: ClaimsOf): Group[] {
  const { table, passages } = index;
  const places = placesOfEvent(index);
  const isOfEvent = (place: string) => tokenize(place).every(({ term, stop }) => stop || places.has(term));
  const tolls: Toll[] = [];
  for (const s of table.passageOf.keys()) {
    if (!isComparable(index, s)) continue;
    const claims = claimsOf(s);
    if (claims.quantities.length === 0) continue;
    const { document, sentences } = passages[claims.passage] as Passage;
    const before = claims.sentence === 0 ? "" : slice(document.text, sentences[claims.sentence - 1] as Span);
    tolls.push(...findTolls(claims, before, isOfEvent));
  }
  return [...Map.groupBy(tolls, ({ key }) => key).values()].flatMap((group) => {
    const statements = group.map(({ claims, quantity }): Statement => {
      return { claims, value: { on: "number", quantity }, corrects: claims.takenBack !== null };
    });
    const differ = statements.some((a) => statements.some((b) => !maySame(a.value, b.value)));
    return differ ? [{ topic: group[0]?.topic ?? null, statements, isOfEvent: true }] : [];
  });
}

/** Names that stand in the title or the first passage of most documents. */
function placesOfEvent({ table, passages, documents }: Index): Set<string> {
  const counts = new Map<string, number>();
  const heads = new Map<Document, string>(documents.map((document) => [document, document.source.title]));
  const seen = new Set<Document>();
  for (const passage of passages) {
    const { document } = passage;
    if (seen.has(document)) continue;
    seen.add(document);
    heads.set(document, `${document.source.title}\n${slice(document.text, passage)}`);
  }
  for (const head of heads.values()) {
    for (const term of new Set(tokenize(head).map(({ term }) => term))) {
      if (table.names.has(table.vocabulary.id(term))) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > OF_MOST * documents.length).map(([term]) => term));
}
