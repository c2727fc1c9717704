import type { Document } from "../documents/document.ts";
import { publishedOn } from "../documents/publication-date.ts";
import { fold } from "../text/fold.ts";

/** A year in a title or the name of a file: "Summer fair 2019", "prices-2024.md". */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
/** Folders whose files have been replaced, or do not hold yet. */
const STALE_FOLDER = /(?:^|\/)(?:old|drafts?|archives?|archived|outdated|obsolete|superseded|deprecated)\//i;
const STALE_NAME = /(?<!\p{L})(?:drafts?|archived|outdated|obsolete|superseded)(?!\p{L})/iu;
/** What tells one version of a document from another. */
const MARKS =
  /\p{L}*\d[\p{L}\d]*|(?<!\p{L})(?:drafts?|final|old|new|versions?|v|copy|archived|outdated|obsolete|superseded)(?!\p{L})/giu;

/** Whether one document stands in place of another: the other is a draft or archived and it is not, or it is newer. */
export function supersedes(document: Document, other: Document): boolean {
  const [own, others] = [isStale(document), isStale(other)];
  if (own !== others) return others;
  return isNewer(dateOf(document), dateOf(other));
}

/** What all versions of a document are called: "summer fair" for "Summer fair 2019"; nothing where only a date names it. */
export function versionKey({ source: { title } }: Document): string {
  return title
    .replace(MARKS, " ")
    .split(/[^\p{L}]+/u)
    .map(fold)
    .filter((word) => word !== "")
    .join(" ");
}

/** Whether a document is a draft, or stands in a folder or under a name of what no longer holds. */
export function isStale({ file, source: { title } }: Document): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return STALE_FOLDER.test(file) || STALE_NAME.test(name) || STALE_NAME.test(title);
}

/** When it was published; else the one year that its title or its file names. */
function dateOf(document: Document): string | null {
  const { file, source } = document;
  if (source.published !== null) return publishedOn(document);
  const name = file.slice(file.lastIndexOf("/") + 1);
  for (const text of [source.title, name]) {
    const years = new Set(text.match(YEAR));
    if (years.size === 1) return [...years][0] ?? null;
  }
  return null;
}

/** Whether a day, month or year is surely after another: "2024" is not after "2024-03". */
function isNewer(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}
