import type { Element, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { DisplayBuilder } from "./display-builder.ts";
import { NOTE, plain } from "./elements.ts";
import { hiddenEdits } from "./hidden.ts";
import { citationOf, titleOf } from "./html-citation.ts";
import { applyEdits, type MappedText, mapSlice, unifyLineBreaks } from "./mapped-text.ts";
import { mainPart, PageClutter } from "./page-clutter.ts";
import { leadAnswers } from "./question-paragraphs.ts";
import type { ReadDocument, Reader } from "./reader.ts";
import { codeElements, Regions } from "./regions.ts";
import { selfClosedEdits } from "./self-closed.ts";
import { Walker } from "./walker.ts";

/** A page of HTML: its text, without the head, the foot and the menus of its site. */
export const html: Reader = {
  read: (raw) => readHtml(raw),
};

/** The same, written as XML. */
export const xhtml: Reader = { read: (raw) => readHtml(raw, { xml: true }) };

/** Templates are looked for outside of these, and of code. */
const VERBATIM = /<(script|style|textarea)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?(?:-->|$)/gi;

const XHTML = /^\s*<\?xml\b|<html\b[^>]*\sxmlns\s*=/i;

export function isPage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html[\s>])/i.test(text);
}

export interface HtmlOptions {
  /** Where the page starts: what stands before is none of it. */
  readonly start?: number;
  /** What front matter before it calls it. */
  readonly named?: string | null;
  /** Whether the file's name says that it is XHTML, which the page may also say itself. */
  readonly xml?: boolean;
  /** Whether it was made of another format: it has no templates, and nothing of it is a site's. */
  readonly isLayer?: boolean;
}

/** @param raw the whole file's text */
export function readHtml(
  raw: string,
  { start = 0, named = null, xml = false, isLayer = false }: HtmlOptions = {},
): ReadDocument {
  const lines = unifyLineBreaks(mapSlice(raw, raw.startsWith("\ufeff", start) ? start + 1 : start));
  const closed = xml || (!isLayer && XHTML.test(lines.text)) ? applyEdits(lines, selfClosedEdits(lines.text)) : lines;
  const source = isLayer ? closed : withoutTemplates(closed);
  const page = fromHtml(source.text);
  const elements = allElements(page.children);
  const root = mainPart(page, elements);
  const builder = new DisplayBuilder();
  const called = named ?? (titleOf(textOfFirst(elements, "title"), elements) || null);
  const notes = isLayer ? elements.filter(({ tagName }) => tagName === NOTE) : [];
  const byId = new Map(notes.map((note) => [String(note.properties["id"]), note]));
  const place = {
    root,
    source,
    raw,
    notes: byId,
    clutter: isLayer ? null : new PageClutter(page),
    headings: [],
    named: called,
  };
  const walker = new Walker(builder, place);
  walker.walk();
  const title = called ?? (walker.title || textOfFirst(elements, "h1"));
  const { text, origin, blocks } = builder.finish();
  return {
    text,
    origin,
    blocks: leadAnswers(blocks, text),
    source: { ...citationOf(elements), ...(title ? { title } : {}) },
    remarks: [],
    withheld: null,
  };
}

function withoutTemplates(source: MappedText): MappedText {
  if (!/\{[{%#]/.test(source.text)) return source;
  const verbatim = Array.from(source.text.matchAll(VERBATIM), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const edits = hiddenEdits(source.text, new Regions([...verbatim, ...codeElements(source.text)]));
  return applyEdits(
    source,
    edits.filter(({ start }) => source.text[start] === "{"),
  );
}

function allElements(nodes: readonly RootContent[]): Element[] {
  return nodes.flatMap((node) => (node.type === "element" ? [node, ...allElements(node.children)] : []));
}

function textOfFirst(elements: readonly Element[], tagName: string): string {
  const found = elements.find((element) => element.tagName === tagName);
  return found === undefined ? "" : plain(found).trim().replace(/\s+/g, " ");
}
