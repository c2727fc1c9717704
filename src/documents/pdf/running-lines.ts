import { type PageLayout, type PageLine, textOf } from "./page-lines.ts";

/** Where heads and feet of pages stand: within this share of the page from its edge. */
const ZONE = 0.12;
/** A line that comes back on so many pages, at the same height, is part of none; of fewer pages, on all. */
const PAGES = 3;
/** Points by which its height may differ. */
const SAME_HEIGHT = 3;
const PAGE_NUMBER =
  /^(?:(?:page|seite|página|pagina|s\.|p\.)\s*)?[-–—[(]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:\/|of|von|de|sur|di)\s*\d{1,4}\s*)?[-–—\])]?$/i;
/** An entry of a table of contents: its heading stands again where it belongs. */
const CONTENTS = /(?:[.·…] ?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})$/i;

/** Takes out the running heads and feet, the page numbers and the entries of a table of contents. */
export function withoutRunningLines(pages: readonly PageLayout[]): PageLayout[] {
  const seen = new Map<string, { readonly y: number; readonly pages: Set<number> }[]>();
  for (const page of pages) {
    for (const line of page.lines) {
      if (!isAtEdge(line, page)) continue;
      const places = seen.get(keyOf(line)) ?? [];
      const place = places.find(({ y }) => Math.abs(y - line.y) < SAME_HEIGHT);
      if (place === undefined) places.push({ y: line.y, pages: new Set([page.number]) });
      else place.pages.add(page.number);
      seen.set(keyOf(line), places);
    }
  }
  const enough = Math.max(2, Math.min(PAGES, pages.length));
  const isRunning = (line: PageLine) =>
    seen.get(keyOf(line))?.some(({ y, pages }) => Math.abs(y - line.y) < SAME_HEIGHT && pages.size >= enough) === true;
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => {
      const text = textOf(line);
      if (CONTENTS.test(text)) return false;
      return !isAtEdge(line, page) || (!PAGE_NUMBER.test(text) && !isRunning(line));
    }),
  }));
}

function isAtEdge({ y }: PageLine, { height }: PageLayout): boolean {
  return y < ZONE * height || y > (1 - ZONE) * height;
}

/** Its words, whatever number of the page or the chapter stands in them. */
function keyOf(line: PageLine): string {
  return textOf(line).replace(/\d+|(?<![\p{L}])[ivxlc]+(?![\p{L}])/giu, "#");
}
