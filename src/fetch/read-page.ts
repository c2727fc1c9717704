import { hash } from "node:crypto";
import { stringify } from "yaml";
import { decodeText } from "../documents/encoding.ts";
import { readHtml } from "../documents/html.ts";
import type { ReadDocument } from "../documents/reader.ts";
import { AttacheError } from "../errors.ts";
import { toMarkdown } from "./to-markdown.ts";
import type { Response } from "./web.ts";

/** What is known of a page from elsewhere, such as the feed that leads to it; null where it is not. */
export interface Hints {
  readonly title: string | null;
  readonly author: string | null;
  /** An ISO day. */
  readonly published: string | null;
}

/** A document, as it is to be saved. */
export interface FetchedDocument {
  /** With the dot. */
  readonly ending: string;
  readonly content: string | Buffer;
  /** The same as long as what its readers see is. */
  readonly hash: string;
  /** What it was made from, and the ending for that; null where it is that itself. */
  readonly original: { readonly ending: string; readonly bytes: Buffer } | null;
}

/**
 * Makes Markdown of a page: its article, and what it says of itself.
 *
 * @param day on which it was fetched, in ISO 8601
 * @throws AttacheError "fetch" where a reader would see nothing on it
 */
export function readPage(response: Response, hints: Hints, day: string): FetchedDocument {
  const { url, bytes, type } = response;
  const html = decode(response);
  const read = readArticle(html, type === "application/xhtml+xml");
  if (!read.blocks.some(({ kind }) => kind !== "heading")) {
    throw new AttacheError("fetch", "holds no text without its scripts: open it in a browser and save it by hand");
  }
  const { title, author, publisher, published, url: canonical } = read.source;
  const fields = {
    title: title ?? hints.title,
    author: author ?? hints.author,
    publisher: publisher ?? url.host,
    published: published ?? hints.published,
    url: addressOf(canonical ?? null, url),
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
  const body = toMarkdown(read);
  return {
    ending: ".md",
    content: `---\n${stringify({ ...known, fetched: day }, { lineWidth: 0 })}---\n\n${body}`,
    hash: hash("sha256", JSON.stringify([known, body])),
    original: { ending: ".html", bytes },
  };
}

function readArticle(html: string, xml: boolean): ReadDocument {
  try {
    return readHtml(html, { xml });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new AttacheError("fetch", "is nested too deeply to be read: copy its text into a file", { cause });
  }
}

/** The address that a page calls its own, unless that is of another site: then nobody knows whether it holds. */
function addressOf(canonical: string | null, url: URL): string {
  const own = canonical === null ? null : URL.parse(canonical, url.href);
  return own?.host === url.host ? own.href : url.href;
}

/** By what the server says, where that is so; else as a file of these bytes is read. */
function decode({ charset, bytes }: Response): string {
  if (charset !== null) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // An encoding that nobody knows, or that the page is not in.
    }
  }
  try {
    return decodeText(bytes).text;
  } catch (cause) {
    throw new AttacheError("fetch", (cause as Error).message, { cause });
  }
}
