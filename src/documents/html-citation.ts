import type { Element } from "hast";
import { decodeRun } from "./decode.ts";
import { plain } from "./elements.ts";
import { readLinkedData } from "./json-ld.ts";
import type { ReadDocument } from "./reader.ts";

/** What `<meta>` names a day of publication, the surest first. */
const DATES = [
  "article:published_time",
  "datepublished",
  "dcterms.created",
  "dcterms.date",
  "dc.date.issued",
  "dc.date",
  "citation_publication_date",
  "parsely-pub-date",
  "sailthru.date",
  "date",
  "pubdate",
];
/** What it names an author. */
const AUTHORS = [
  "author",
  "dc.creator",
  "dcterms.creator",
  "citation_author",
  "parsely-author",
  "sailthru.author",
  "article:author",
];

/**
 * What a page says of itself: in its head, in JSON-LD, by `<time>`.
 *
 * @param elements all of the page
 */
export function citationOf(elements: readonly Element[]): ReadDocument["source"] {
  const meta = new Map<string, string>();
  let url: string | null = null;
  for (const { tagName, properties } of elements) {
    if (tagName === "link" && [properties["rel"]].flat().includes("canonical")) url ??= address(properties["href"]);
    if (tagName !== "meta") continue;
    const name = [properties["name"] ?? properties["property"] ?? properties["itemProp"]].flat().join(" ");
    const content = String(properties["content"] ?? "")
      .trim()
      .replace(/\s+/g, " ");
    if (content !== "" && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content);
  }
  const linked = readLinkedData(elements.filter(isLinkedData).map(scriptOf));
  const [published, publishedFrom] = publication(meta, linked.published, elements);
  const named = AUTHORS.map((name) => meta.get(name)).find((name) => name !== undefined && !/^https?:/.test(name));
  return {
    author: named ?? linked.author ?? null,
    publisher: meta.get("og:site_name") ?? meta.get("publisher") ?? linked.publisher ?? null,
    published,
    publishedFrom,
    url: url ?? address(meta.get("og:url")) ?? address(linked.url),
  };
}

/** @returns what a page's title says without the name of its site: what it calls itself elsewhere, where that is in it */
export function titleOf(title: string, elements: readonly Element[]): string {
  const graph = elements.find(({ tagName, properties }) => tagName === "meta" && properties["property"] === "og:title");
  const named = String(graph?.properties["content"] ?? "")
    .trim()
    .replace(/\s+/g, " ");
  const headline = named || (readLinkedData(elements.filter(isLinkedData).map(scriptOf)).headline ?? "");
  const rest = title.startsWith(headline) ? title.slice(headline.length) : "";
  return headline !== "" && /^\s*[|–—·:»-]\s/.test(rest) ? headline : title;
}

function publication(
  meta: ReadonlyMap<string, string>,
  linked: string | null,
  elements: readonly Element[],
): [published: string | null, publishedFrom: string | null] {
  const dated = DATES.find((name) => dayOf(meta.get(name)) !== null);
  if (dated !== undefined) return [dayOf(meta.get(dated)), `meta "${dated}"`];
  const day = dayOf(linked ?? undefined);
  if (day !== null) return [day, "JSON-LD"];
  // One that is marked as the publication's, or the only one of the page.
  const times = elements.filter(
    ({ tagName, properties }) => tagName === "time" && properties["dateTime"] !== undefined,
  );
  const marked = times.find(({ properties }) => {
    return (
      [properties["itemProp"]].flat().includes("datePublished") ||
      properties["pubdate"] !== undefined ||
      isPublished(properties["className"])
    );
  });
  const time = marked ?? (times.length === 1 ? times[0] : undefined);
  const told = dayOf(String(time?.properties["dateTime"] ?? ""));
  return [told, told === null ? null : "time"];
}

/** Of the microformat h-entry, and of WordPress. */
function isPublished(classes: unknown): boolean {
  return Array.isArray(classes) && (classes.includes("dt-published") || classes.includes("published"));
}

function isLinkedData({ tagName, properties }: Element): boolean {
  return tagName === "script" && String(properties["type"]).toLowerCase() === "application/ld+json";
}

function scriptOf(script: Element): string {
  return script.children.map(plain).join("");
}

function dayOf(date: string | undefined): string | null {
  const [, year, month, end] = /^(\d{4})[-/](\d{2})[-/](\d{2})(?=$|[T ])/.exec(date?.trim() ?? "") ?? [];
  const day = `${year}-${month}-${end}`;
  return year !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}

function address(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const whole = value.trim().replace(/&amp;/g, (entity) => decodeRun(entity));
  return /^https?:\/\//i.test(whole) && URL.canParse(whole) ? whole : null;
}
