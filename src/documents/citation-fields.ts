import type { Source } from "./document.ts";
import { fieldName, TEMPLATE } from "./field-names.ts";
import type { Entry, Value } from "./front-matter-entries.ts";
import { shorten } from "./front-matter-slips.ts";
import type { LineCounter } from "./lines.ts";
import { readDate } from "./publication-date.ts";
import type { Remark } from "./reader.ts";

/** The fields of each part of a citation, best first; a field of `dates` also says what the date is. */
const NAMES = {
  author: ["author", "authors"],
  dates: [
    "date",
    "pubdate",
    "publishdate",
    "publishedat",
    "publisheddate",
    "publicationdate",
    "datepublished",
    "created",
  ],
  changes: ["lastmod", "lastmodifiedat", "lastmodified", "modified", "updated", "updatedat", "lastupdated"],
  url: ["url", "canonical", "canonicalurl", "permalink", "link", "source"],
} as const;
/** A site's own field: an address that is not whole is none of ours there, and no mistake. */
const SITE_ADDRESSES: ReadonlySet<string> = new Set(["permalink", "link", "source"]);
/** Cited, and so not shown again as fields. A date with a time of day is: it may be an event's. */
const CITED: ReadonlySet<string> = new Set([
  "id",
  "title",
  "publisher",
  "note",
  "published",
  "fetched",
  "url",
  "canonical",
  "canonicalurl",
  ...NAMES.author,
  ...NAMES.dates.slice(1),
  ...NAMES.changes,
]);

export type Citation = Partial<Source>;

/** The fields of a citation, each once, by the name it is compared by. */
export class CitationFields {
  readonly #byName: Map<string, Entry>;
  readonly #lineAt: LineCounter;
  readonly #remarks: Remark[];

  /** @param remarks takes what could not be used */
  constructor(entries: readonly Entry[], lineAt: LineCounter, remarks: Remark[]) {
    this.#byName = new Map();
    this.#lineAt = lineAt;
    this.#remarks = remarks;
    for (const entry of entries) {
      const name = fieldName(entry.key.text);
      const first = this.#byName.get(name);
      if (first === undefined || isNothing(first.value)) this.#byName.set(name, entry);
      else if (first.key.text === entry.key.text && first.value.kind !== "map") {
        this.#leaveOut(entry, `the "${entry.key.text}" stands here a second time: the first one counts`);
      }
    }
  }

  read(): Citation {
    const id = this.#line("id");
    const title = this.#title();
    return {
      ...(id === null ? {} : { id }),
      ...(title === null ? {} : { title }),
      publisher: this.#names(["publisher"]),
      author: this.#names(NAMES.author),
      ...this.#published(),
      url: this.#url(),
      note: this.#line("note"),
    };
  }

  /** What a person or a place is called: it names a document that has no title of its own. */
  name(): string | null {
    const value = this.#byName.get("name")?.value;
    const text = value?.kind === "scalar" && !isNothing(value) ? oneLine(value.text.text) : "";
    return text === "" || TEMPLATE.test(text) ? null : text;
  }

  /** Why its author does not want it read, or null. */
  withheld(): string | null {
    const flag = (name: string) => {
      const value = this.#byName.get(name)?.value;
      return value?.kind === "scalar" ? value.text.text.toLowerCase() : "";
    };
    if (/^(?:true|yes|on)$/.test(flag("draft"))) return `draft: ${flag("draft")}`;
    return /^(?:false|no|off)$/.test(flag("published")) ? `published: ${flag("published")}` : null;
  }

  #title(): string | null {
    const entry = this.#byName.get("title");
    if (entry !== undefined && isNothing(entry.value)) {
      this.#leaveOut(entry, 'the "title" is empty: write one, or remove the line');
      return null;
    }
    return this.#line("title");
  }

  /** @returns a field as one line of text, or null */
  #line(name: string): string | null {
    const entry = this.#byName.get(name);
    if (entry === undefined || isNothing(entry.value)) return null;
    if (entry.value.kind !== "scalar") {
      this.#leaveOut(entry, `the "${entry.key.text}" is a list: write it as one line of text`);
      return null;
    }
    return this.#usable(entry, oneLine(entry.value.text.text));
  }

  #usable(entry: Entry, text: string): string | null {
    if (!TEMPLATE.test(text)) return text;
    this.#leaveOut(entry, `the "${entry.key.text}" is a template: write the text itself`);
    return null;
  }

  /** Names in a text, in a list, or in the "name" of each of a list. */
  #names(fields: readonly string[]): string | null {
    for (const field of fields) {
      const entry = this.#byName.get(field);
      if (entry === undefined || isNothing(entry.value)) continue;
      const names = namesIn(entry.value);
      if (names.length > 0) return this.#usable(entry, names.join(", "));
      this.#leaveOut(entry, `the "${entry.key.text}" has no name in it: write it as text, or give it a "name"`);
    }
    return null;
  }

  #published(): Pick<Source, "published" | "publishedFrom"> {
    for (const field of ["published", ...NAMES.dates, ...NAMES.changes]) {
      const entry = this.#byName.get(field);
      const date = entry === undefined ? null : this.#date(entry);
      if (date !== null)
        return { published: date, publishedFrom: field === "published" ? null : (entry?.key.text ?? null) };
    }
    return { published: null, publishedFrom: null };
  }

  #date(entry: Entry): string | null {
    const { key, value } = entry;
    // A switch says whether it is published, not when.
    if (isNothing(value) || (value.kind === "scalar" && /^(?:true|false|yes|no|on|off)$/i.test(value.text.text)))
      return null;
    if (value.kind !== "scalar") {
      this.#leaveOut(entry, `the "${key.text}" is no date: write it as 2016-12-30, 2016-12 or 2016`);
      return null;
    }
    const written = this.#usable(entry, oneLine(value.text.text));
    const date = written === null ? null : readDate(written);
    if (date !== null && date !== "ambiguous") return date;
    const shown = `the "${key.text}" “${shorten(written ?? "")}”`;
    if (date === "ambiguous") {
      this.#leaveOut(entry, `${shown} may be either of two days: write it as 2016-12-30`);
    } else if (written !== null) {
      this.#leaveOut(entry, `${shown} is no date: write it as 2016-12-30, 2016-12 or 2016`);
    }
    return null;
  }

  #url(): string | null {
    for (const field of NAMES.url) {
      const entry = this.#byName.get(field);
      if (entry === undefined || isNothing(entry.value)) continue;
      const text = entry.value.kind === "scalar" ? entry.value.text.text.trim() : "";
      if (/^https?:\/\/[^\s/]/i.test(text) && !/\s/.test(text) && !TEMPLATE.test(text) && URL.canParse(text))
        return text;
      if (SITE_ADDRESSES.has(field)) continue;
      if (TEMPLATE.test(text)) this.#usable(entry, text);
      else this.#leaveOut(entry, `the "${entry.key.text}" is no web address: write it whole, with https://`);
    }
    return null;
  }

  #leaveOut({ key }: Entry, text: string): void {
    this.#remarks.push({ kind: "left out", text, line: this.#lineAt(key.offsets[0] as number) });
  }
}

/** Whether a field says nothing beyond the citation that it is part of. */
export function isCited({ key, value }: Entry): boolean {
  const name = fieldName(key.text);
  if (CITED.has(name)) return true;
  return name === "date" && !(value.kind === "scalar" && hasTime(value.text.text));
}

/** A time of day, other than the midnight that programs add. */
function hasTime(text: string): boolean {
  return /\d[t\s]\s*\d{1,2}:\d{2}/i.test(text) && !/\d[t\s]\s*0?0:00(?::00)?(?!\d)/i.test(text);
}

function isNothing(value: Value): boolean {
  if (value.kind === "list") return value.items.length === 0;
  if (value.kind === "map") return value.entries.length === 0;
  const text = value.text.text.trim();
  return text === "" || (value.plain && /^(?:null|~)$/i.test(text));
}

function namesIn(value: Value): string[] {
  if (isNothing(value)) return [];
  if (value.kind === "scalar") return [oneLine(value.text.text)];
  if (value.kind === "list") return value.items.flatMap(namesIn);
  const named = value.entries.find(({ key }) => fieldName(key.text) === "name");
  if (named !== undefined) return namesIn(named.value);
  // "given" and "family" are citeproc's names, as in CITATION files and Quarto.
  const parts = ["given", "givennames", "firstname", "family", "familynames", "lastname"].flatMap((part) => {
    const entry = value.entries.find(({ key }) => fieldName(key.text) === part);
    return entry === undefined ? [] : namesIn(entry.value);
  });
  return parts.length === 0 ? [] : [parts.join(" ")];
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
