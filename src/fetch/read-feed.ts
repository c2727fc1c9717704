import { parseFeed } from "feedsmith";
import { readDate } from "../documents/publication-date.ts";
import { AttacheError } from "../errors.ts";
import type { Hints } from "./read-page.ts";
import { withoutPassword } from "./web.ts";

/** An entry of a feed that leads to a page. */
export interface Entry extends Hints {
  /** What the feed calls it; its address where it does not. */
  readonly id: string;
  readonly url: string;
}

/** An entry of any of the formats, as far as it says the same in each. */
interface Raw {
  readonly id?: string;
  readonly guid?: { readonly value?: string };
  readonly url?: string;
  readonly link?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly title?: string | { readonly value?: string };
  readonly authors?: readonly (string | { readonly name?: string })[];
  readonly dc?: { readonly creators?: readonly string[]; readonly creator?: string };
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly date_published?: string;
}

/**
 * Reads an RSS, Atom or JSON feed.
 *
 * @param base address of the feed, which those of its entries may be relative to
 * @returns its entries, the oldest first as far as feeds are in order
 * @throws AttacheError "fetch" where it is no feed
 */
export function readFeed(text: string, base: URL): Entry[] {
  let feed: { items?: readonly Raw[]; entries?: readonly Raw[] };
  try {
    feed = parseFeed(text.replace(/^\ufeff/, "")).feed as typeof feed;
  } catch (cause) {
    throw new AttacheError("fetch", "is no RSS, Atom or JSON feed: fetch a page without --feed", { cause });
  }
  const raw = feed.items ?? feed.entries ?? [];
  return raw.flatMap((entry) => toEntry(entry, base) ?? []).reverse();
}

function toEntry(raw: Raw, base: URL): Entry | null {
  const alternate = raw.links?.find(({ rel = "alternate" }) => rel === "alternate")?.href;
  const permalink = /^https?:/.test(raw.guid?.value ?? "") ? raw.guid?.value : undefined;
  const target = URL.parse(raw.url ?? raw.link ?? alternate ?? permalink ?? "", base.href);
  if (target === null || target.href === base.href) return null;
  const url = withoutPassword(target.href);
  const [first] = raw.authors ?? [];
  const author = typeof first === "string" ? first : first?.name;
  const title = typeof raw.title === "string" ? raw.title : raw.title?.value;
  return {
    id: raw.guid?.value ?? raw.id ?? url,
    url,
    title: title?.trim() || null,
    author: (author ?? raw.dc?.creators?.[0] ?? raw.dc?.creator)?.trim() || null,
    published: dayOf(raw.pubDate ?? raw.published ?? raw.date_published ?? raw.updated ?? ""),
  };
}

/** "Wed, 02 Oct 2024 08:00:00 GMT" and "2024-10-02T08:00:00Z" as a day. */
function dayOf(written: string): string | null {
  const iso = readDate(written);
  return iso === null || iso === "ambiguous" ? null : iso;
}
