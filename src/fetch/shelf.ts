import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { AttacheError } from "../errors.ts";
import type { FetchedDocument } from "./read-page.ts";

/** What is known of a page that was saved. */
interface Kept {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  readonly hash: string;
  /** ISO day. */
  readonly fetched: string;
}

interface State {
  readonly pages: Record<string, Kept>;
  /** Entries of each feed that were saved, by what the feed calls them. */
  readonly feeds: Record<string, readonly string[]>;
}

/** Where what is no document is: hidden, so that no reader looks into it. */
const BESIDE = ".fetched";
/** Where versions go that no longer hold: what is in a folder of that name ranks behind what is not. */
const SUPERSEDED = "superseded";
/** What the names of pages end with. */
const PAGE = /\.(?:[a-z]?html?|php|aspx?|jsp)$/i;
/** Characters of a file's name without its ending, and bytes of it: file systems take 255, with the day and the endings. */
const MAX_NAME = 80;
const MAX_NAME_BYTES = 200;

/** The pages saved in a folder of documents, each with its earlier versions and what it was made from. */
export class Shelf {
  readonly #folder: string;
  readonly #state: State;

  private constructor(folder: string, state: State) {
    this.#folder = folder;
    this.#state = state;
  }

  /** @throws AttacheError "fetch" where what was kept of earlier times cannot be read */
  static async open(folder: string): Promise<Shelf> {
    const place = path.join(folder, BESIDE, "state.json");
    try {
      const { pages, feeds } = JSON.parse(await readFile(place, "utf8"));
      return new Shelf(folder, { pages: { ...pages }, feeds: { ...feeds } });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Shelf(folder, { pages: {}, feeds: {} });
      throw new AttacheError("fetch", `${place} cannot be read (${(error as Error).message}): mend it, or remove it`);
    }
  }

  /**
   * Saves a page. One that is there in another version goes to a folder of superseded ones beside it.
   *
   * @param day ISO day
   * @returns what became of it, and its path below the folder
   */
  async save(
    url: URL,
    document: FetchedDocument,
    day: string,
  ): Promise<readonly ["saved" | "changed" | "unchanged", string]> {
    const kept = this.#state.pages[url.href];
    const isThere = kept !== undefined && (await exists(this.#at(kept.file)));
    if (isThere && kept.hash === document.hash) return ["unchanged", kept.file];
    const file = kept?.file.endsWith(document.ending)
      ? kept.file
      : await this.#free(nameOf(url, document.ending), document.ending);
    const { original, content, hash } = document;
    const keep = () => {
      this.#state.pages[url.href] = { file, hash, fetched: day };
      return this.#keep();
    };
    if (isThere) await this.#supersede(kept);
    // One that is saved and not known would be saved again, beside itself; one that is known and not there is just saved.
    else await keep();
    if (original !== null) await this.#write(beside(file, original.ending), original.bytes);
    await this.#write(file, content);
    // What is of another kind now has another name.
    if (isThere && kept.file !== file) await rm(this.#at(kept.file));
    if (isThere) await keep();
    return [isThere ? "changed" : "saved", file];
  }

  hasSeen(feed: string, entry: string): boolean {
    return this.#state.feeds[feed]?.includes(entry) === true;
  }

  async see(feed: string, entry: string): Promise<void> {
    this.#state.feeds[feed] = [...(this.#state.feeds[feed] ?? []), entry];
    await this.#keep();
  }

  async #supersede({ file, fetched }: Kept): Promise<void> {
    const ending = path.posix.extname(file);
    const name = path.posix.join(
      path.posix.dirname(file),
      SUPERSEDED,
      `${path.posix.basename(file, ending)}-${fetched}`,
    );
    const old = await this.#free(name, ending);
    if (ending === ".md") {
      await this.#write(old, noted(await readFile(this.#at(file), "utf8"), fetched));
    } else {
      await this.#write(old, await readFile(this.#at(file)));
    }
    const original = beside(file, ".html");
    if (await exists(this.#at(original))) {
      await mkdir(path.dirname(this.#at(beside(old, ".html"))), { recursive: true });
      await rename(this.#at(original), this.#at(beside(old, ".html")));
    }
  }

  /** A path that no file has, and none is to have: "name.md", "name-2.md", … */
  async #free(name: string, ending: string): Promise<string> {
    const taken = new Set(Object.values(this.#state.pages).map(({ file }) => file));
    for (let n = 1; ; n++) {
      const file = `${name}${n === 1 ? "" : `-${n}`}${ending}`;
      if (!taken.has(file) && !(await exists(this.#at(file)))) return file;
    }
  }

  /** Writes a file so that it is there whole or not at all. */
  async #write(file: string, content: string | Buffer): Promise<void> {
    const place = this.#at(file);
    const temporary = path.join(path.dirname(place), `.${path.basename(place)}.tmp`);
    try {
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(temporary, content);
      await rename(temporary, place);
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      const fix = "see that there is room, and that you may write there";
      throw new AttacheError("fetch", `cannot be saved as ${place} (${code}): ${fix}`, { cause });
    }
  }

  #keep(): Promise<void> {
    return this.#write(`${BESIDE}/state.json`, `${JSON.stringify(this.#state, null, 2)}\n`);
  }

  #at(file: string): string {
    return path.join(this.#folder, file);
  }
}

/** Says in a document's front matter that it is how a page read once, unless a note of somebody's stands there. */
function noted(text: string, day: string): string {
  const head = text.slice(0, Math.max(0, text.indexOf("\n---\n", 3)));
  if (!head.startsWith("---\n") || /^note:/m.test(head)) return text;
  return `---\nnote: As it read on ${day}; it has changed since.\n${text.slice("---\n".length)}`;
}

function beside(file: string, ending: string): string {
  return `${BESIDE}/${file}${ending}`;
}

/** "example.com/2024-05-03-why-seals-bark": the site, and the path of the page in it without its ending. */
function nameOf({ host, pathname, search }: URL, ending: string): string {
  const bare = pathname.toLowerCase().endsWith(ending) ? pathname.slice(0, -ending.length) : pathname.replace(PAGE, "");
  let decoded = bare + search;
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    // It is no UTF-8 then, and stays as it is written.
  }
  return `${plain(host) || "site"}/${shortened(plain(decoded)).replace(/-+$/, "") || "index"}`;
}

function shortened(name: string): string {
  const start = Array.from(name).slice(0, MAX_NAME).join("");
  const { read } = new TextEncoder().encodeInto(start, new Uint8Array(MAX_NAME_BYTES));
  return start.slice(0, read);
}

function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}

async function exists(place: string): Promise<boolean> {
  return (await stat(place).catch(() => null)) !== null;
}
