import type { Document } from "../../documents/document.ts";
import { publishedOn } from "../../documents/publication-date.ts";
import type { Index } from "../../search/build-index.ts";
import { placeOf, type SentencePlace, textOf } from "../../search/sentence-place.ts";
import { findTimes } from "../../text/entities/clock-times.ts";
import { findContacts } from "../../text/entities/contacts.ts";
import { isCapitalised } from "../../text/entities/names.ts";
import { findPlaces } from "../../text/entities/places.ts";
import { findDates } from "../../text/entities/written-dates.ts";
import type { Span } from "../../text/span.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import { isNegated } from "../comparison/statement.ts";
import { type Clock, type Day, findClocks, findDays } from "./moments.ts";
import { findQuantities, type Label, type Quantity } from "./quantities.ts";
import { isReporting } from "./reporting.ts";
import { readTakenBack, type TakenBack } from "./taken-back.ts";

/** A sentence with everything in it that sources may differ on. */
export interface Claims extends SentencePlace {
  readonly document: Document;
  /** Of all sentences, in the order of the documents. */
  readonly number: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  readonly labels: readonly Label[];
  readonly clocks: readonly Clock[];
  readonly days: readonly Day[];
  readonly years: ReadonlySet<string>;
  /** Terms that are no numbers, no dates and no words of saying, with the token each stands at first. */
  readonly frame: ReadonlyMap<string, Token>;
  /** Of these, names. */
  readonly names: ReadonlySet<string>;
  readonly isDenied: boolean;
  /** What it takes back: "not 14", "was given as 14". */
  readonly takenBack: readonly TakenBack[] | null;
  /** Whether it opens with a pronoun, and so is about what the sentence before it is about. */
  readonly leansOnBefore: boolean;
}

/** What may be, or would have been, is no claim. */
const HYPOTHETICAL =
  /\b(?:could|might|if|would have|unless|whether|suppose|assum\w+|for example|for instance|e\.g\.|imagine|say,|rumou?rs?|feared?|forecasts?|predict\w*|expects?)\b/i;

/** @returns what a sentence claims, by its number in the table; each is read once */
export function claimsReader(index: Index): (sentence: number) => Claims {
  const known = new Map<number, Claims>();
  return (number) => {
    const claims = known.get(number) ?? readClaims(index, number);
    known.set(number, claims);
    return claims;
  };
}

const YEAR = /(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,]|\.\d)/g;
const LEANS = /^["“]?(?:it|this|that|he|she|they)\b/i;

/** What is no claim (a question, something imagined) has none of what may differ. */
function readClaims(index: Index, number: number): Claims {
  const place = placeOf(index, number);
  const { document } = index.passages.get(place.passage);
  const text = textOf(index, place);
  const takenBack = readTakenBack(text);
  const said = takenBack === null ? text : blank(text, takenBack);
  const tokens = tokenize(said).filter(({ stop, start, end }) => !stop || said.slice(start, end) === "May");
  const dates = findDates(said);
  const times = findTimes(said);
  const contacts = findContacts(said, dates);
  const rooms = findPlaces(said).filter((place) => /\d/.test(said.slice(place.start, place.end)));
  const isNoun = (word: string) => index.thesaurus.usualPart(word) !== "modifier";
  const { quantities, labels } = findQuantities(said, [...dates, ...times, ...contacts, ...rooms], isNoun);
  const clocks = findClocks(said);
  const days = findDays(said, publishedOn(document));
  const values: readonly Span[] = [...quantities, ...labels, ...clocks, ...days, ...contacts];
  const frame = new Map<string, Token>();
  const names = new Set<string>();
  for (const token of tokens) {
    if (/^\d/.test(token.term) || isWithin(values, token) || isReporting(token.word)) continue;
    if (!frame.has(token.term)) frame.set(token.term, token);
    if (isCapitalised(said.slice(token.start, token.end)) && isName(index, said, token)) names.add(token.term);
  }
  const isClaim = !/\?["”’')\]]*\s*$/.test(text) && !HYPOTHETICAL.test(text);
  return {
    document,
    number,
    ...place,
    text: said,
    tokens,
    quantities: isClaim ? quantities : [],
    labels,
    clocks: isClaim ? clocks : [],
    days: isClaim ? days : [],
    years: new Set(
      Array.from(said.matchAll(YEAR)).flatMap(({ 0: year, index }) =>
        isWithin(quantities, { start: index, end: index + 4 }) ? [] : [year],
      ),
    ),
    frame,
    names,
    isDenied: isNegated({ text: said }),
    takenBack,
    leansOnBefore: LEANS.test(text),
  };
}

/** At the start of a sentence a capital says nothing: the other places tell. */
function isName({ table }: Index, text: string, token: Token): boolean {
  const before = text.slice(0, token.start);
  if (!/^[\s"“‘'([*–—-]*$/.test(before) && !/[:.!?]["”’)]*\s+["“‘(]*$/.test(before)) return true;
  const id = table.vocabulary.id(token.term);
  return id !== -1 && table.names.has(id);
}

function isWithin(spans: readonly Span[], token: Span): boolean {
  return spans.some(({ start, end }) => token.start < end && start < token.end);
}

function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);
}
