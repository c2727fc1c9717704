import type { RichTextBlockElement, RichTextElement } from "@slack/types";
import type { Agreement } from "../answering/answer.ts";
import { byline, countAgreeing, describeDifference, place, publisherOf } from "../replies/citation.ts";
import { cutAtWord, fitExcerpt } from "../replies/excerpt.ts";
import { oneLine } from "../replies/one-line.ts";
import type { ExcerptItem } from "../replies/reply.ts";
import { linked, own, section, text } from "./blocks.ts";
import type { Detail } from "./layout.ts";

/** A quote, then the line that names its source, then the sources that differ. */
export function quoteElements(item: ExcerptItem, detail: Detail): RichTextBlockElement[] {
  const { number, excerpt, agreement } = item;
  const title = own(excerpt.source.title, detail.title);
  return [
    { type: "rich_text_quote", elements: quote(item, detail) },
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

function quote({ excerpt, role }: ExcerptItem, detail: Detail): RichTextElement[] {
  const part = fitExcerpt(excerpt, detail.quote[role]);
  const { answer } = excerpt;
  const start = Math.max(part.start, answer.start);
  const end = Math.min(part.end, answer.end);
  const shown = (from: number, to: number) => oneLine(excerpt.text.slice(from, to).toWellFormed());
  const pieces: [string, boolean][] = [
    [`${part.before ? "… " : ""}${shown(part.start, start)}`, false],
    [shown(start, end), role !== "nearest"],
    [`${shown(end, part.end)}${part.after ? " …" : ""}`, false],
  ];
  return pieces
    .filter(([piece]) => piece !== "")
    .map(([piece, bold]) => (bold ? text(piece, { bold: true }) : text(piece)));
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
