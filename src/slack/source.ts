import type { RichTextBlockElement } from "@slack/types";
import { byline, cite } from "../replies/citation.ts";
import type { SourceEntry } from "../replies/reply.ts";
import { linked, own, section, text } from "./blocks.ts";
import type { Detail } from "./detail.ts";
import { limits } from "./limits.ts";

/** A source in a list: number, title, who published it and when. */
export function sourceElement(
  { number, source, passages }: SourceEntry,
  detail: Pick<Detail, "title" | "line" | "url">,
): RichTextBlockElement {
  return section(
    text(`${number}. `),
    linked(own(source.title, detail.title), source.url, detail.url),
    text(`\n${own(byline(source), detail.line)} · ${count(passages)}\n`),
  );
}

/** A source in full, as it is to be cited. */
export function fullSource({ number, source, passages }: SourceEntry): RichTextBlockElement {
  const note = source.note === null ? "" : `${own(source.note, 500)}\n`;
  return section(
    text(`${number}. `),
    linked(own(source.title, 300), source.url, limits.url),
    text(`\n${own(cite({ ...source, url: null }), 600)}\n`),
    text(`${note}${count(passages)} · ${own(source.id, 100)}`, { italic: true }),
  );
}

function count(passages: number): string {
  return passages === 1 ? "1 passage" : `${passages} passages`;
}
