import { hash } from "node:crypto";
import path from "node:path";
import { binaryReaderOf } from "../documents/binary-readers.ts";
import { MAX_FILE_BYTES } from "../documents/limits.ts";
import { textFormatOf } from "../documents/readers.ts";
import { AttacheError } from "../errors.ts";
import { type IsAllowed, isPublic } from "./addresses.ts";
import { readFeed } from "./read-feed.ts";
import { type FetchedDocument, type Hints, readPage } from "./read-page.ts";
import { Robots } from "./robots.ts";
import { Shelf } from "./shelf.ts";
import { type Response, Web, withoutPassword } from "./web.ts";

export interface FetchOptions {
  /** Folder of the documents; made where it is not there. */
  readonly folder: string;
  /** Addresses of pages, and of feeds. */
  readonly pages: readonly string[];
  readonly feeds: readonly string[];
  /** Which addresses may be connected to; the public ones where nothing is said. */
  readonly isAllowed?: IsAllowed;
  /** Milliseconds for one address. */
  readonly milliseconds?: number;
  /** Told in one line what was saved, and what could not be. */
  readonly say: (line: string) => void;
  readonly warn: (line: string) => void;
}

const MILLISECONDS = 30_000;
const NO_HINTS: Hints = { title: null, author: null, published: null };
/** Endings of files by what servers call their kind. */
const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": ".pdf",
  "application/epub+zip": ".epub",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
  "application/vnd.oasis.opendocument.text": ".odt",
  "text/markdown": ".md",
  "text/csv": ".csv",
  "text/tab-separated-values": ".tsv",
  "text/vtt": ".vtt",
};
/** Kinds that say too little: the ending of the address says more. */
const VAGUE = /^(?:|text\/plain|application\/octet-stream|binary\/octet-stream)$/;

/**
 * Saves pages, and the entries of feeds that are new since the last time, as documents. What cannot be had is told, and
 * the others go on.
 *
 * @returns how many could not be saved
 * @throws AttacheError "fetch" where what was kept of earlier times cannot be read
 */
export async function fetchAll(options: FetchOptions): Promise<number> {
  const { folder, isAllowed = isPublic, milliseconds = MILLISECONDS, say, warn } = options;
  const pages = options.pages.map(withoutPassword);
  const feeds = options.feeds.map(withoutPassword);
  const shelf = await Shelf.open(folder);
  const web = new Web({ isAllowed, milliseconds, most: MAX_FILE_BYTES });
  const robots = new Robots(web);
  const get = (address: string) => web.get(address, (url) => robots.check(url));
  let failed = 0;
  const attempt = async (address: string, fetch: () => Promise<void>) => {
    try {
      await fetch();
    } catch (error) {
      if (!(error instanceof AttacheError)) throw error;
      failed++;
      warn(`${address} ${error.message}`);
    }
  };
  const savePage = async (address: string, hints: Hints) => {
    const day = new Date().toISOString().slice(0, 10);
    const response = await get(address);
    const [what, file] = await shelf.save(response.url, toDocument(response, hints, day), day);
    say(`${what}: ${path.join(folder, file)} from ${address}`);
  };
  try {
    for (const address of pages) await attempt(address, () => savePage(address, NO_HINTS));
    for (const feed of feeds) {
      await attempt(feed, async () => {
        const response = succeeded(await get(feed));
        const entries = readFeed(new TextDecoder(charsetOf(response)).decode(response.bytes), response.url);
        for (const entry of entries.filter(({ id }) => !shelf.hasSeen(feed, id))) {
          await attempt(entry.url, async () => {
            await savePage(entry.url, entry);
            await shelf.see(feed, entry.id);
          });
        }
      });
    }
  } finally {
    await web.close();
  }
  return failed;
}

function succeeded(response: Response): Response {
  const { status } = response;
  if (status >= 200 && status < 300) return response;
  const fix =
    status === 404 || status === 410 ? "check the address" : status >= 500 ? "try again later" : "save it by hand";
  throw new AttacheError("fetch", `answers ${status}: ${fix}`);
}

/** The encoding that the server names, where it is one; of a feed that names none, nearly always UTF-8. */
function charsetOf({ charset }: Response): string {
  try {
    return new TextDecoder(charset ?? "utf-8").encoding;
  } catch {
    return "utf-8";
  }
}

function toDocument(response: Response, hints: Hints, day: string): FetchedDocument {
  const { type, url, bytes } = succeeded(response);
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return readPage(response, hints, day);
  const own = path.posix.extname(url.pathname).toLowerCase();
  const ending = ENDINGS[type] ?? (VAGUE.test(type) ? own || (type === "text/plain" ? ".txt" : "") : "");
  if (textFormatOf(`x${ending}`) === null && binaryReaderOf(`x${ending}`) === null) {
    const kind = type === "" ? "of no kind that is told" : type;
    throw new AttacheError("fetch", `is ${kind}, which is not read: fetch a page, a PDF or another document`);
  }
  if (/^\.x?html?$/.test(ending)) return readPage(response, hints, day);
  if (bytes.length === 0) throw new AttacheError("fetch", "is empty");
  return { ending, content: bytes, hash: hash("sha256", bytes), original: null };
}
