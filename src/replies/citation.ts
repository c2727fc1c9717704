import type { Agreement, Excerpt, Location } from "../answering/answer.ts";
import type { Source } from "../documents/document.ts";
import { capital } from "../text/capital.ts";
import { MONTHS } from "../text/entities/dates.ts";

/** "30 December 2016", "December 2016" or "2016", from an ISO date. */
export function formatDate(published: string): string {
  // A document given as text may carry any words for its date.
  if (published.length <= 4 || Number.isNaN(Date.parse(published))) return published;
  // `Intl` would load what it knows of languages for that.
  const date = new Date(published);
  const month = MONTHS[date.getUTCMonth()] ?? "";
  const year = date.getUTCFullYear();
  // The year before 1 is 0 to a computer.
  const named = `${capital(month)} ${year > 0 ? year : 1 - year}`;
  return published.length <= 7 ? named : `${date.getUTCDate()} ${named}`;
}

/** Who published it: the publisher, or else the author; null when the document names neither. */
export function publisherOf(source: Source): string | null {
  return source.publisher ?? source.author;
}

/** "Foreign Policy · 30 December 2016", as far as the document says. */
export function byline(source: Source): string {
  const date = source.published === null ? "undated" : formatDate(source.published);
  return [publisherOf(source) ?? "publisher not named", date].join(" · ");
}

/** Characters of a place, and of its headings at the least: fewer tell nothing. */
const MAX_PLACE = 200;
const MIN_HEADINGS = 8;

/**
 * "foreign-policy.md, line 14, under “Day 1 › Track A”": where a reader finds the words that answer.
 *
 * @param limit characters to keep to, at the cost of the outer headings: the inner ones say most
 */
export function place(excerpt: Pick<Excerpt, "answerLocation" | "headings">, limit = MAX_PLACE): string {
  const { chapter, sheet } = excerpt.answerLocation;
  const words = spot(excerpt.answerLocation);
  const headings = excerpt.headings.filter((heading) => heading !== chapter && heading !== sheet).join(" › ");
  const room = limit - words.length - ", under “”".length;
  if (headings === "" || room < MIN_HEADINGS) return words;
  return `${words}, under “${shortenStart(headings, room)}”`;
}

/** Characters of a name that a file gives one of its places. */
const MAX_NAME = 60;

/**
 * "foreign-policy.md, line 14", "budget.xlsx, sheet “2024”, row 12", "talk.vtt, 00:14:05": the file, and where in it, as
 * the people who use such files tell it.
 */
export function spot(location: Location): string {
  const { file, line, page, sheet, row, paragraph, chapter, time, sender, sent } = location;
  const named = (name: string) => (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1).toWellFormed()}…` : name);
  const words = [
    page === undefined ? null : `p. ${page}`,
    sheet === undefined ? null : `sheet “${named(sheet)}”`,
    row === undefined ? null : `row ${row}`,
    chapter === undefined ? null : `chapter “${named(chapter)}”`,
    paragraph === undefined ? null : `paragraph ${paragraph}`,
    time ?? null,
    sender === undefined ? null : named(sender),
    sent === undefined ? null : formatMoment(sent),
  ].filter((part) => part !== null);
  return [file, ...(words.length === 0 ? [`line ${line}`] : words)].join(", ");
}

/** "3 May 2024, 10:04" */
function formatMoment(sent: string): string {
  const [day = "", time] = sent.split("T");
  return time === undefined ? formatDate(day) : `${formatDate(day)}, ${time}`;
}

function shortenStart(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const rest = text.slice(text.length - limit + 2).replace(/^\S*\s+(?:› )?/, "");
  return `… ${rest.toWellFormed()}`;
}

/** Where the words that answer are to be read: a message of an export by itself, else the source; null for neither. */
export function addressOf({ answerLocation, source }: Pick<Excerpt, "answerLocation" | "source">): string | null {
  return answerLocation.url ?? source.url;
}

/** How to cite a source in full, in one line: author, title, publisher, date, address. */
export function cite(source: Source): string {
  const { author, title, publisher, published, url } = source;
  const date = published === null ? "n.d." : formatDate(published);
  const parts = [author && stopped(author), `“${stopped(title)}”`, publisher && `${publisher},`, stopped(date), url];
  return parts.filter(Boolean).join(" ");
}

/** The text with a full stop, unless it ends like a sentence as it is. */
function stopped(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

/** "2 more sources agree", or null when none does. */
export function countAgreeing(agreement: readonly Agreement[]): string | null {
  const agreeing = agreement.filter(({ relation }) => relation === "agrees").length;
  if (agreeing === 0) return null;
  return agreeing === 1 ? "1 more source agrees" : `${agreeing} more sources agree`;
}

/** "differs on the number: 35 here, 31 there" */
export function describeDifference({ on, words }: Agreement): string {
  const what = on === null ? "differs" : `differs on the ${on}`;
  return words === null ? what : `${what}: “${words[0]}” above, “${words[1]}” here`;
}
