import path from "node:path";
import type { ReadLayer } from "../reader.ts";
import { firstTexts, readXml } from "../xml.ts";

/** What a book's package document says (EPUB 3.3, 5). */
export interface EpubPackage {
  readonly source: ReadLayer["source"];
  /** Its chapters' files in the order of reading. */
  readonly spine: readonly string[];
  /** Files of its table of contents, the newer form first. */
  readonly contents: readonly string[];
}

/** @returns path of the package document, or null */
export function packagePath(container: string): string | null {
  let found: string | null = null;
  readXml(container, {
    open: (name, attributes) => {
      if (name.endsWith("rootfile")) found ??= attributes["full-path"] ?? null;
    },
    text: () => {},
    close: () => {},
  });
  return found;
}

/** @param place path of the package document, which the paths in it start from */
export function readPackage(opf: string, place: string): EpubPackage {
  const items = new Map<string, string>();
  const spine: string[] = [];
  let [nav, ncx]: [string | null, string | null] = [null, null];
  readXml(opf, {
    open: (name, attributes) => {
      const tag = name.replace(/^\w+:/, "");
      if (tag === "item") {
        const file = resolve(place, attributes["href"] ?? "");
        items.set(attributes["id"] ?? "", file);
        if (attributes["properties"]?.split(/\s+/).includes("nav")) nav = file;
        if (attributes["media-type"] === "application/x-dtbncx+xml") ncx = file;
      } else if (tag === "itemref" && attributes["linear"] !== "no") {
        const file = items.get(attributes["idref"] ?? "");
        if (file !== undefined && file !== nav) spine.push(file);
      }
    },
    text: () => {},
    close: () => {},
  });
  const said = firstTexts(opf, ["dc:title", "dc:creator", "dc:publisher", "dc:date"]);
  const published = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(said.get("dc:date") ?? "")?.[0];
  return {
    source: {
      ...optional("title", said.get("dc:title")),
      ...optional("author", said.get("dc:creator")),
      ...optional("publisher", said.get("dc:publisher")),
      ...optional("published", published !== undefined && !Number.isNaN(Date.parse(published)) ? published : undefined),
    },
    spine,
    contents: [nav, ncx].filter((file) => file !== null),
  };
}

/** Where a chapter starts: in a file, or at an element of it. */
export interface ContentsEntry {
  readonly file: string;
  readonly id: string | null;
  readonly title: string;
}

/** Reads a table of contents: a navigation document (EPUB 3.3, 7) or an NCX of EPUB 2. @param place its path */
export function readContents(xml: string, place: string): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let [href, title, depth] = ["", "", 0];
  let isToc = true;
  const push = () => {
    const [file = "", id] = href.split("#");
    const named = title.trim().replace(/\s+/g, " ");
    if (named !== "" && href !== "") entries.push({ file: resolve(place, file), id: id || null, title: named });
    [href, title] = ["", ""];
  };
  readXml(xml, {
    open: (name, attributes) => {
      const tag = name.replace(/^\w+:/, "");
      // Lists of pages and landmarks are no contents.
      if (tag === "nav") isToc = (attributes["epub:type"] ?? "toc").split(/\s+/).includes("toc");
      if (tag === "a" && isToc) [href, title, depth] = [attributes["href"] ?? "", "", 1];
      if (tag === "navLabel") [title, depth] = ["", 1];
      if (tag === "content") {
        href = attributes["src"] ?? "";
        push();
      }
    },
    text: (text) => {
      if (depth > 0) title += text;
    },
    close: (name) => {
      const tag = name.replace(/^\w+:/, "");
      if (tag === "a" && depth > 0) {
        depth = 0;
        push();
      }
      if (tag === "navLabel") depth = 0;
    },
  });
  return entries;
}

function resolve(place: string, href: string): string {
  let decoded = href;
  try {
    decoded = decodeURIComponent(href);
  } catch {
    // Not encoded: it is as it is.
  }
  return path.posix.join(path.posix.dirname(place), decoded);
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
