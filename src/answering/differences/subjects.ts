import type { Document } from "../../documents/document.ts";
import { publishedOn } from "../../documents/publication-date.ts";
import type { Index } from "../../search/build-index.ts";
import { MONTHS, WEEKDAYS } from "../../text/entities/dates.ts";
import { termSet, tokenize } from "../../text/tokens.ts";
import { daysBetween } from "../calendar.ts";
import { inTurns } from "../turns.ts";

/** Terms that the heads of two documents on one event share, a name among them; or names that stand in both at all. */
const MIN_SHARED = 4;
const MIN_NAMES = 3;
/** Sentences of a document's head. */
const HEAD = 3;
/** Days between two reports of one event, at the most. */
const MAX_DAYS = 60;

const CALENDAR_TERMS = termSet([...MONTHS, ...WEEKDAYS].join(" "));

/** What documents are about, as far as their titles, their heads and their words tell. */
export interface Subjects {
  /** Whether each has a title that names what the other has no word of: the pages of two towns. */
  areApart(a: Document, b: Document): boolean;
  /** Whether two tell of one event. */
  shareEvent(a: Document, b: Document): boolean;
  /** Whether a place is where all of it happened: most documents' heads name it. */
  isOfEvent(place: string): boolean;
}

/** Share of the documents whose head names a place from which it is that of the event. */
const OF_MOST = 0.5;

/** Reads what all documents are about; others are answered in between. */
export async function readSubjects({ documents, passages, table }: Index): Promise<Subjects> {
  const isName = (term: string) => table.names.has(table.vocabulary.id(term));
  const words = new Map<Document, Set<number>>(documents.map((document) => [document, new Set()]));
  const heads = new Map<Document, Set<string>>();
  const titles = new Map<Document, Set<string>>();
  for (const document of documents) {
    titles.set(document, termSet(document.source.title));
    heads.set(document, termSet(document.source.title));
  }
  const lengths = new Map<Document, number>();
  await inTurns(table.passageOf.keys(), (s) => {
    const passage = passages.get(table.passageOf[s] as number);
    const { document, sentences } = passage;
    const own = table.tokens.subarray(table.tokenStart[s], table.tokenStart[s + 1]);
    const all = words.get(document) as Set<number>;
    for (const id of own) all.add(id);
    const length = lengths.get(document) ?? 0;
    if (length >= HEAD || sentences.length === 0) return;
    lengths.set(document, length + 1);
    for (const id of own) heads.get(document)?.add(table.vocabulary.terms.get(id));
  });
  const counts = new Map<string, number>();
  for (const head of heads.values()) {
    for (const term of head) if (isName(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const names = new Map<Document, Set<number>>();
  const namesIn = (document: Document) => {
    const found =
      names.get(document) ??
      new Set([...(words.get(document) ?? [])].filter((id) => table.names.has(id) && !isCalendarName(id)));
    names.set(document, found);
    return found;
  };
  const isCalendarName = (id: number) => CALENDAR_TERMS.has(table.vocabulary.terms.get(id));
  const namesOf = (document: Document) => [...(titles.get(document) ?? [])].filter(isName);
  const holds = (document: Document, term: string) => words.get(document)?.has(table.vocabulary.id(term)) === true;
  return {
    areApart(a, b) {
      return namesOf(a).some((term) => !holds(b, term)) && namesOf(b).some((term) => !holds(a, term));
    },
    shareEvent(a, b) {
      if (daysApart(a, b) > MAX_DAYS) return false;
      const shared = [...(heads.get(a) ?? [])].filter((term) => heads.get(b)?.has(term) && !/^\d/.test(term));
      return (
        (shared.length >= MIN_SHARED && shared.some(isName)) || namesIn(a).intersection(namesIn(b)).size >= MIN_NAMES
      );
    },
    isOfEvent(place) {
      return tokenize(place).every(({ term, stop }) => stop || (counts.get(term) ?? 0) > OF_MOST * documents.length);
    },
  };
}

/** Days between the publications of two documents; 0 where one is not dated to the day. */
function daysApart(a: Document, b: Document): number {
  const [left, right] = [publishedOn(a), publishedOn(b)];
  return left?.length === 10 && right?.length === 10 ? Math.abs(daysBetween(left, right)) : 0;
}
