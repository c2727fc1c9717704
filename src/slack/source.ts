import type { KnownBlock, RichTextBlockElement } from "@slack/types";
import { byline, cite } from "../replies/citation.ts";
import { counted } from "../replies/counted.ts";
import type { SourceEntry } from "../replies/reply.ts";
import { context, linked, own, richText, section, text } from "./blocks.ts";
import type { Layout } from "./layout.ts";
import { limits } from "./limits.ts";

/** A source in a list: number, title, who published it and when. */
export function sourceElement(
  { number, source, passageCount }: SourceEntry,
  layout: Pick<Layout, "title" | "line" | "url">,
): RichTextBlockElement {
  return section(
    text(`${number}. `),
    linked(own(source.title, layout.title), source.url, layout.url),
    text(`\n${own(byline(source), layout.line)} · ${counted(passageCount, "passage")}`),
  );
}

/** A source in full: as it is to be cited, its title the link; then, small, what else there is to know of it. */
export function fullSource({ number, source, passageCount }: SourceEntry): KnownBlock[] {
  const title = own(source.title, 300);
  const citation = cite({ ...source, title, url: null });
  const at = citation.indexOf(title);
  const before = own(`${number}. ${citation.slice(0, at)}`, 300);
  const after = own(citation.slice(at + title.length), 300);
  const note = source.note === null ? [] : [source.note];
  return [
    richText([section(text(before), linked(title, source.url, limits.buttonUrl), text(after))]),
    context([[`${counted(passageCount, "passage")} · id ${source.id}`, ...note].join(" · ")], 1_000),
  ];
}
