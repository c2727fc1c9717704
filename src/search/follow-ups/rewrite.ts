import { isCapitalised } from "../../text/entities/names.ts";
import { findDates } from "../../text/entities/written-dates.ts";
import type { Span } from "../../text/span.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import type { Index } from "../build-index.ts";
import type { Question } from "../question.ts";
import type { SentencePlace } from "../sentence-place.ts";
import { isPersonsName, namesAsked, peopleIn, shortName } from "./people.ts";

const PERSON = /\b(?:he|she|him|her|his|hers)\b/i;
const WHO_IS =
  /^\W*(?:(?:and|but|so|ok|okay)\W+)*who(?:['’]?s|\s+(?:is|was))\s+(?:he|she|that|this|it)(?:\s+(?:guy|person|man|woman))?\W*$/i;

/**
 * Puts a person in the place of "he" or "she": of those that the question before names, else the first of its answer.
 * "Who is that?" asks after the person of the answer.
 *
 * @returns the question's text as it stands where nobody is named; `introduces` where it asks who somebody is
 */
export function withPerson(
  index: Index,
  { text }: Question,
  topic: Question,
  places: readonly SentencePlace[],
): { readonly text: string; readonly introduces: boolean } {
  const introduces = WHO_IS.test(text);
  if (!introduces && !PERSON.test(text)) return { text, introduces: false };
  // Of several answers the last is to the question that the others go on about.
  const place = places.at(-1);
  const told = place === undefined ? [] : peopleIn(index, place);
  const asked = namesAsked(index, topic);
  const whole = place === undefined ? "" : index.passages.get(place.passage).document.text;
  const isAsked = (name: string) => asked.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  // Who asked who it was is told of somebody new; else it goes on about whom it was asked.
  const person =
    topic.type === "person"
      ? (told.find((name) => !isAsked(name)) ?? told[0])
      : (told.find(isAsked) ?? asked.find((name) => isPersonsName(index, name)) ?? told[0]);
  if (person === undefined) return { text, introduces: false };
  if (introduces) return { text: `who is ${person}`, introduces: true };
  const name = shortName(person, whole);
  const replaced = text
    .replace(/\b(?:his|her)\b(?=\s+\p{L})/giu, `${name}’s`)
    .replace(/\b(?:he|she|him|her|his|hers)\b/gi, name);
  return { text: replaced, introduces: false };
}

const ARTICLE = /^(?:the|an?|his|her|its|their|those|these)\s+/i;
const PREPOSITION = /^(in|on|at|for|from|to|near|before|after|since|until|by|with|under|around|during)\s+/i;

/**
 * Puts what is asked about now in the place of what is of the same kind in the question before: a name for a name, a date
 * for a date, a noun for a noun.
 *
 * @returns the question anew, or null where nothing of that kind stands there
 */
export function replaceSubject(index: Index, { text }: Question, subject: string): string | null {
  const asked = text.replace(/[\s?!.]+$/, "");
  const preposition = PREPOSITION.exec(subject)?.[1]?.toLowerCase();
  const bare = subject.replace(PREPOSITION, "").replace(ARTICLE, "");
  const tokens = tokenize(asked);
  const kind = kindOf(index, bare, bare !== subject);
  const spans = spansOf(index, asked, tokens, kind).filter(
    ({ start }) => preposition === undefined || followsPreposition(asked, start),
  );
  const span = preposition === undefined ? spans[0] : spans.at(-1);
  if (span !== undefined) {
    const whole = preposition === undefined ? span : withPreposition(asked, span);
    return `${asked.slice(0, whole.start)}${preposition === undefined ? bare : subject}${asked.slice(whole.end)}`;
  }
  if (preposition !== undefined) return `${asked} ${subject}`;
  return null;
}

type SubjectKind = "name" | "date" | "noun" | "other";

/** @param isPhrase whether an article or a preposition stood before it: then it is no verb */
function kindOf(index: Index, subject: string, isPhrase: boolean): SubjectKind {
  if (findDates(subject).length > 0 || /^\d{4}$/.test(subject)) return "date";
  const tokens = tokenize(subject).filter(({ stop }) => !stop);
  if (tokens.length === 0) return "other";
  if (tokens.every((token) => isName(index, subject, token))) return "name";
  return isPhrase || index.thesaurus.usualPart(tokens.at(-1)?.word ?? "") === "noun" ? "noun" : "other";
}

function isName({ table: { vocabulary, names } }: Index, text: string, { term, start, stop }: Token): boolean {
  return !stop && (names.has(vocabulary.id(term)) || (start > 0 && isCapitalised(text.slice(start))));
}

/** Runs of neighbouring words of one kind, in order. */
function spansOf(index: Index, text: string, tokens: readonly Token[], kind: SubjectKind): Span[] {
  if (kind === "date") {
    const years = Array.from(text.matchAll(/(?<!\d)\d{4}(?!\d)/g), ({ index: start }) => ({ start, end: start + 4 }));
    return [...findDates(text), ...years];
  }
  const spans: Span[] = [];
  let last = -2;
  for (const [i, token] of tokens.entries()) {
    const name = isName(index, text, token);
    const wanted = kind === "name" ? name : !token.stop && !name && isOfKind(index, token, kind);
    if (!wanted) continue;
    const before = spans.at(-1);
    if (last === i - 1 && before !== undefined) spans[spans.length - 1] = { start: before.start, end: token.end };
    else spans.push({ start: token.start, end: token.end });
    last = i;
  }
  // "How many people died": what is counted is not what it is about, unless nothing else is.
  return kind === "noun"
    ? [...spans.filter((span) => !isCounted(text, span)), ...spans.filter((span) => isCounted(text, span))]
    : spans;
}

const ASKED_VERBS = new Set(
  "say said tell told do did happen happened call called get got tweet tweeted write wrote mean".split(" "),
);

function isOfKind({ thesaurus }: Index, { word }: Token, kind: SubjectKind): boolean {
  if (ASKED_VERBS.has(word)) return false;
  return kind === "noun" ? thesaurus.usualPart(word) === "noun" : thesaurus.usualPart(word) !== "noun";
}

function isCounted(text: string, { start }: Span): boolean {
  return /\bhow (?:many|much)\s+$/i.test(text.slice(0, start));
}

function followsPreposition(text: string, start: number): boolean {
  return /\b(?:in|on|at|for|from|to|near|before|after|since|until|by|with|under|around|during)\s+(?:the\s+|an?\s+)?$/i.test(
    text.slice(0, start),
  );
}

function withPreposition(text: string, { start, end }: Span): Span {
  const before = /\b\p{L}+\s+(?:the\s+|an?\s+)?$/iu.exec(text.slice(0, start));
  return { start: before?.index ?? start, end };
}
