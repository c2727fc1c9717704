import { NOTE, NOTE_MARK } from "../elements.ts";
import { HtmlLayer } from "../html-layer.ts";
import { FileError, type ReadLayer } from "../reader.ts";
import { textOfPart, unzip, type ZipParts } from "../zip.ts";
import { withNotes } from "./notes.ts";
import { type ContentsEntry, type EpubPackage, packagePath, readContents, readPackage } from "./package.ts";

const CONTAINER = "META-INF/container.xml";
const WANTED = /\.(?:xhtml|html?|xml|opf|ncx)$/i;
const BODY = /<body\b[^>]*>/i;
const BODY_END = /<\/body\s*>/i;
const HEADING = /<h[1-3]\b[^>]*>([\s\S]*?)<\/h[1-3]\s*>/i;
const MAX_HEADING = 2_000;
const NOTE_START = new RegExp(`<${NOTE} id="([^"]*)">`, "g");

/** Reads a book: its chapters in their order, each a place. */
export async function readEpub(bytes: Uint8Array): Promise<ReadLayer> {
  const parts = unzip(bytes, (name) => WANTED.test(name));
  const place = packagePath(textOfPart(parts, CONTAINER) ?? "");
  const opf = place === null ? null : textOfPart(parts, place);
  if (place === null || opf === null) throw new FileError("holds no book: save it again as EPUB");
  const book = readPackage(opf, place);
  refuseLocked(textOfPart(parts, "META-INF/encryption.xml"), book);
  const titles = Map.groupBy(contentsOf(parts, book), ({ file }) => file);
  const layer = new HtmlLayer();
  let chapter: string | null = null;
  for (const [i, file] of book.spine.entries()) {
    const page = textOfPart(parts, file);
    if (page === null) continue;
    const body = withNotes(bodyOf(page), i);
    const own = titles.get(file) ?? [];
    chapter = own.find(({ id }) => id === null)?.title ?? (own.length === 0 ? headingOf(body) : null) ?? chapter;
    layer.html("<section>\n");
    if (chapter !== null) layer.mark({ chapter });
    chapter = writeMarked(layer, body, own, chapter);
    layer.html("\n</section>\n");
  }
  return layer.read(book.source, [], { xml: true });
}

function contentsOf(parts: ZipParts, { contents }: EpubPackage): ContentsEntry[] {
  for (const file of contents) {
    const xml = textOfPart(parts, file);
    const entries = xml === null ? [] : readContents(xml, file);
    if (entries.length > 0) return entries;
  }
  return [];
}

/** Fonts are often disguised; a book whose chapters are cannot be read. */
function refuseLocked(encryption: string | null, { spine }: EpubPackage): void {
  if (encryption === null) return;
  const names = spine.map((file) => file.split("/").at(-1) ?? file);
  if (names.some((name) => encryption.includes(`/${name}"`) || encryption.includes(`"${name}"`))) {
    throw new FileError("is locked by its shop's copy protection: it cannot be read");
  }
}

function bodyOf(page: string): string {
  const start = BODY.exec(page);
  const from = start === null ? 0 : start.index + start[0].length;
  const end = BODY_END.exec(page.slice(from))?.index;
  return page.slice(from, end === undefined ? undefined : from + end);
}

function headingOf(body: string): string | null {
  const start = body.search(/<h[1-3]\b/i);
  const found = start === -1 ? null : HEADING.exec(body.slice(start, start + MAX_HEADING));
  const title = (found?.[1] ?? "")
    .replace(/<[^>]*>/g, "")
    .trim()
    .replace(/\s+/g, " ");
  return title === "" || title.includes("&") ? null : title;
}

interface Start {
  readonly at: number;
  readonly title: string;
}

/**
 * Writes a chapter's page, with marks where parts of it that have titles start.
 *
 * @param chapter that it starts in
 * @returns the last of these titles
 */
function writeMarked(
  layer: HtmlLayer,
  body: string,
  entries: readonly ContentsEntry[],
  chapter: string | null,
): string | null {
  const starts = entries
    .flatMap(({ id, title }): Start[] => {
      const at = id === null ? -1 : body.lastIndexOf("<", body.indexOf(`id="${id}"`));
      return at === -1 ? [] : [{ at, title }];
    })
    .sort((a, b) => a.at - b.at);
  const titleAt = (place: number) => starts.findLast(({ at }) => at <= place)?.title ?? chapter;
  let from = 0;
  for (const { at, title } of [...starts, ...noteStarts(body, titleAt)].sort((a, b) => a.at - b.at)) {
    layer.html(body.slice(from, at));
    layer.mark({ chapter: title });
    from = at;
  }
  layer.html(body.slice(from));
  return starts.at(-1)?.title ?? chapter;
}

/** A note is of the chapter that cites it, wherever its page has it. */
function noteStarts(body: string, titleAt: (place: number) => string | null): Start[] {
  return Array.from(body.matchAll(NOTE_START), ({ 0: tag, 1: id, index }) => {
    const title = titleAt(body.indexOf(`<${NOTE_MARK} id="${id}"`));
    return title === null ? [] : [{ at: index + tag.length, title }];
  }).flat();
}
