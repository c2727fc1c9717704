import type { Document } from "../../documents/document.ts";
import { versionKey } from "../../ranking/edition.ts";
import { MONTHS, WEEKDAYS } from "../../text/entities/dates.ts";
import { fold } from "../../text/fold.ts";

const DAYS_AND_MONTHS = [...MONTHS, ...WEEKDAYS];
/** What tells one instalment from the next. */
const MARKS = new RegExp(
  `\\p{L}*\\d[\\p{L}\\d]*|(?<!\\p{L})(?:${[...DAYS_AND_MONTHS, ...DAYS_AND_MONTHS.map((name) => name.slice(0, 3))].join("|")}|sept|spring|summer|autumn|winter|first|second|third|fourth|fifth|one|two|three|four|five|six|seven|eight|nine|ten|monthly|weekly|annual|agm|egm|extraordinary|special|morning|evening|noon|night)(?!\\p{L})`,
  "giu",
);
/** Documents of which there is one each time: their figures are of that time. */
const PERIODIC =
  /(?<!\p{L})(?:minutes|meetings?|sessions?|agendas?|newsletters?|bulletins?|digests?|diar(?:y|ies)|logs?|logbook|journal|weekly|monthly|quarterly|annual|yearly|sitting|stand-?up|retro(?:spective)?|changelog|release notes|results|season|census|survey)(?!\p{L})/iu;
/** Documents of which a newer one stands in place of the older: what they say differently is a change. */
const RULES =
  /(?<!\p{L})(?:handbook|rules?|polic(?:y|ies)|guide(?:lines)?|manual|bylaws|statutes?|regulations?|terms|conditions|fees?|price list|prices|tariffs?)(?!\p{L})/iu;
/** What people call files that they number for want of a name: "article-1.txt". */
const NUMBERED_ONLY =
  /^(?:(?:article|source|doc|document|file|text|story|news|account|witness|statement|paper|clip|untitled|copy|draft|version|v)s?\s?)+$/;
/** Headings in common from which two documents are filled in from one template. */
const MIN_HEADINGS = 2;

/**
 * Whether two documents are instalments of a series: minutes of two meetings, a log's two weeks, two years' accounts. What
 * each says is of its own time, and no contradiction of the other.
 */
export function areInstalments(a: Document, b: Document): boolean {
  if (RULES.test(a.source.title) && RULES.test(b.source.title) && !isPeriodic(a) && !isPeriodic(b)) return false;
  const [left, right] = [nameOf(a), nameOf(b)];
  if (left.title === right.title && a.source.title !== b.source.title && isSeries(left.title, a.source.title))
    return true;
  if (left.path === right.path && isSeries(left.path, a.file)) return true;
  return isPeriodic(a) && isPeriodic(b);
}

/** Files called "1" and "2" are numbered for want of a name; those called "2023-01" and "2023-02" are not. */
function isSeries(bare: string, whole: string): boolean {
  return bare === "" ? /(?:19|20)\d\d/.test(whole) : !NUMBERED_ONLY.test(bare);
}

/** Whether two documents have the headings of one template, each for a thing of its own: the pages of two museums. */
export function areOfOneTemplate(a: Document, b: Document): boolean {
  if (versionKey(a) === versionKey(b)) return false;
  const [left, right] = [headingsOf(a), headingsOf(b)];
  return left.intersection(right).size >= MIN_HEADINGS;
}

function isPeriodic({ file, source: { title } }: Document): boolean {
  return PERIODIC.test(title) || PERIODIC.test(file.replace(/[-_./]/g, " "));
}

interface BareName {
  readonly title: string;
  readonly path: string;
}

const names = new WeakMap<Document, BareName>();

/** A document's title and file without what tells one instalment from the next. */
function nameOf(document: Document): BareName {
  let name = names.get(document);
  if (name === undefined) {
    const path = document.file.replace(/\.[^./]+$/, "").replace(/[-_/]/g, " ");
    name = { title: withoutMarks(document.source.title), path: withoutMarks(path) };
    names.set(document, name);
  }
  return name;
}

function withoutMarks(text: string): string {
  return text
    .replace(MARKS, " ")
    .split(/[^\p{L}]+/u)
    .map(fold)
    .filter((word) => word !== "")
    .join(" ");
}

const headings = new WeakMap<Document, ReadonlySet<string>>();

function headingsOf(document: Document): ReadonlySet<string> {
  let found = headings.get(document);
  if (found === undefined) {
    found = new Set(document.blocks.flatMap((block) => block.headings.slice(-1)).map((text) => fold(text.trim())));
    headings.set(document, found);
  }
  return found;
}
