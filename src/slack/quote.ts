import type { RichTextBlockElement, RichTextElement, RichTextPreformatted } from "@slack/types";
import type { Agreement } from "../answering/answer.ts";
import { byline, countAgreeing, describeDifference, place, publisherOf } from "../replies/citation.ts";
import { cutAtWord } from "../replies/excerpt.ts";
import { oneLine } from "../replies/one-line.ts";
import { layOutQuote, type QuoteLine } from "../replies/quote.ts";
import type { ExcerptItem } from "../replies/reply.ts";
import { linked, own, section, text } from "./blocks.ts";
import type { Detail } from "./layout.ts";
import { limits } from "./limits.ts";

/** A quote, then the line that names its source, then the sources that differ. */
export function quoteElements(item: ExcerptItem, detail: Detail): RichTextBlockElement[] {
  const { number, excerpt, agreement } = item;
  const title = own(excerpt.source.title, detail.title);
  return [
    ...quote(item, detail),
    section(text(`[${number}] `), linked(title, excerpt.source.url, detail.url)),
    ...agreement.filter(({ relation }) => relation === "differs").map((other) => difference(other, detail)),
  ];
}

/** Who published it and when, where it stands, and who says the same: small, under the quote. */
export function sourceLines({ excerpt, agreement }: ExcerptItem, detail: Detail): string[] {
  const lines = [own(byline(excerpt.source), detail.line), own(place(excerpt), detail.line)];
  const agreeing = countAgreeing(agreement);
  if (agreeing !== null) {
    const names = agreement.filter(({ relation }) => relation === "agrees").map(nameOf);
    lines.push(own(`${agreeing}: ${names.join("; ")}`, detail.line));
  }
  return lines;
}

/** Paragraphs and rows as a quotation, items as a list, code as code, all with the bar of a quotation beside them. */
function quote({ excerpt, role }: ExcerptItem, detail: Detail): RichTextBlockElement[] {
  const { lines, before, after } = layOutQuote(excerpt, detail.quote[role], role !== "nearest");
  const drawn: RichTextBlockElement[] = [];
  for (const [i, line] of lines.entries()) {
    const elements = line.pieces.map((piece) => draw(piece.text, piece.marked && line.kind !== "code"));
    if (i === 0 && before) elements.unshift(text("… "));
    if (i === lines.length - 1 && after) elements.push(text(" …"));
    addLine(drawn, line, elements);
  }
  return drawn;
}

function draw(words: string, marked: boolean): RichTextElement {
  return marked && words.trim() !== "" ? text(words, { bold: true }) : text(words);
}

function addLine(drawn: RichTextBlockElement[], line: QuoteLine, elements: RichTextElement[]): void {
  const last = drawn.at(-1);
  switch (line.kind) {
    case "code":
      drawn.push({ type: "rich_text_preformatted", border: 1, elements: elements as RichTextPreformatted["elements"] });
      return;
    case "item": {
      // Slack numbers a list anew from 1: an item's own number is written out.
      if (line.ordinal !== null) {
        addQuoted(drawn, [text(`${line.ordinal}. `), ...elements]);
        return;
      }
      const indent = Math.min(line.depth, limits.listIndent);
      const entry = { type: "rich_text_section", elements } as const;
      if (last?.type === "rich_text_list" && last.indent === indent) last.elements.push(entry);
      else drawn.push({ type: "rich_text_list", style: "bullet", indent, border: 1, elements: [entry] });
      return;
    }
    default:
      addQuoted(drawn, elements);
  }
}

function addQuoted(drawn: RichTextBlockElement[], elements: RichTextElement[]): void {
  const last = drawn.at(-1);
  if (last?.type === "rich_text_quote") last.elements.push(text("\n"), ...elements);
  else drawn.push({ type: "rich_text_quote", elements });
}

function difference(other: Agreement, detail: Detail): RichTextBlockElement {
  const end = cutAtWord(other.text, 0, detail.quote.more);
  const words = oneLine(other.text.slice(0, end).toWellFormed()).trim();
  const cut = end < other.text.length ? " …" : "";
  const { file, line } = other.location;
  return section(
    text(`${own(nameOf(other), detail.line)} ${own(describeDifference(other), detail.line)}: `),
    text(`“${words}”${cut} `, { italic: true }),
    text(`(${own(file, detail.line)}, line ${line})`),
  );
}

function nameOf({ source }: Agreement): string {
  return publisherOf(source) ?? source.title;
}
