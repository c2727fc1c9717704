import type { Element } from "hast";
import type { ReadDocument } from "./reader.ts";

/** What `<meta>` names a day of publication, the surest first. */
const DATES = [
  "article:published_time",
  "datepublished",
  "dcterms.created",
  "dcterms.date",
  "dc.date",
  "date",
  "pubdate",
];
/** What the head of a page says of it. @param elements all of the page */
export function citationOf(elements: readonly Element[]): ReadDocument["source"] {
  const meta = new Map<string, string>();
  let url: string | null = null;
  for (const { tagName, properties } of elements) {
    if (tagName === "link" && [properties["rel"]].flat().includes("canonical")) url = address(properties["href"]);
    if (tagName !== "meta") continue;
    const name = [properties["name"] ?? properties["property"] ?? properties["itemProp"]].flat().join(" ");
    const content = String(properties["content"] ?? "")
      .trim()
      .replace(/\s+/g, " ");
    if (content !== "" && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content);
  }
  const dated = DATES.find((name) => dayOf(meta.get(name)) !== null);
  return {
    author: meta.get("author") ?? null,
    publisher: meta.get("og:site_name") ?? meta.get("publisher") ?? null,
    published: dayOf(meta.get(dated ?? "")),
    publishedFrom: dated === undefined ? null : `meta "${dated}"`,
    url: url ?? address(meta.get("og:url")),
  };
}

function dayOf(date: string | undefined): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(date ?? "")?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}

function address(value: unknown): string | null {
  return typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
}
