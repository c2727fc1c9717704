import type { RichTextBlockElement, RichTextElement, RichTextList, RichTextPreformatted } from "@slack/types";
import type { Agreement } from "../answering/answer.ts";
import { addressOf, byline, countAgreeing, describeDifference, place, publisherOf, spot } from "../replies/citation.ts";
import { cutAtWord } from "../replies/excerpt.ts";
import { oneLine } from "../replies/one-line.ts";
import { layOutQuote, marksAnswer, type QuoteLine } from "../replies/quote.ts";
import type { ExcerptItem } from "../replies/reply.ts";
import { linked, own, section, text } from "./blocks.ts";
import type { Layout } from "./layout.ts";
import { limits } from "./limits.ts";

/** A quote, then the line that names its source, then the sources that differ. */
export function quoteElements(item: ExcerptItem, layout: Layout): RichTextBlockElement[] {
  const { number, excerpt, agreement, note, role } = item;
  const title = own(excerpt.source.title, layout.title);
  const said = note === undefined ? [] : [text(`${own(note, layout.line)} · `, { bold: true })];
  const behind = role === "entry" ? [text(` · ${sourceLines(item, layout).join(" · ")}`)] : [];
  return [
    ...quote(item, layout),
    section(text(`[${number}] `), ...said, linked(title, addressOf(excerpt), layout.url), ...behind),
    ...agreement.filter(({ relation }) => relation === "differs").map((other) => difference(other, layout)),
  ];
}

/** Who published it and when, where it stands, and who says the same: small, under the quote. */
export function sourceLines({ excerpt, agreement }: ExcerptItem, layout: Layout): string[] {
  const lines = [own(byline(excerpt.source), layout.line), own(place(excerpt, layout.line), layout.line)];
  const agreeing = countAgreeing(agreement);
  if (agreeing !== null) {
    const names = agreement.filter(({ relation }) => relation === "agrees").map(nameOf);
    lines.push(own(`${agreeing}: ${names.join("; ")}`, layout.line));
  }
  return lines;
}

/** Paragraphs and rows as a quotation, items as a list, code as code, all with the bar of a quotation beside them. */
function quote(item: ExcerptItem, layout: Layout): RichTextBlockElement[] {
  const { excerpt, role } = item;
  const { lines, before, after } = layOutQuote(excerpt, layout.quote[role], marksAnswer(item), role === "passage");
  const drawn: RichTextBlockElement[] = [];
  for (const [i, line] of lines.entries()) {
    const code = line.kind === "code";
    const isHeading = line.kind === "heading";
    const elements = line.pieces.map(({ text: words, marked }) =>
      isHeading ? text(words, { italic: true }) : draw(words, marked && !code),
    );
    const cutBefore = before && i === 0;
    const cutAfter = after && i === lines.length - 1;
    // In code the dots would be part of it.
    if (code && cutBefore) addQuoted(drawn, [text("…")]);
    if (!code && cutBefore) elements.unshift(text("… "));
    if (!code && cutAfter) elements.push(text(" …"));
    addLine(drawn, line, elements);
    if (code && cutAfter) addQuoted(drawn, [text("…")]);
  }
  return drawn;
}

function draw(words: string, marked: boolean): RichTextElement {
  return marked && words.trim() !== "" ? text(words, { bold: true }) : text(words);
}

function addLine(drawn: RichTextBlockElement[], line: QuoteLine, elements: RichTextElement[]): void {
  switch (line.kind) {
    case "code":
      drawn.push({ type: "rich_text_preformatted", border: 1, elements: elements as RichTextPreformatted["elements"] });
      return;
    case "item": {
      addItem(drawn, line, elements);
      return;
    }
    default:
      addQuoted(drawn, elements);
  }
}

/** The reference has `offset`, the number before the list's first; the SDK's types lack it. */
type List = RichTextList & { readonly offset?: number };

/** Slack draws the numbers of an inner list as letters, and none below 1: there the document's own are written out. */
function addItem(drawn: RichTextBlockElement[], { depth, ordinal }: QuoteLine, elements: RichTextElement[]): void {
  const numbered = depth === 0 && ordinal !== null && ordinal > 0;
  const written = ordinal === null || numbered ? elements : [text(`${ordinal}. `), ...elements];
  const entry = { type: "rich_text_section" as const, elements: written };
  const last: RichTextBlockElement | undefined = drawn.at(-1);
  const style = numbered ? "ordered" : "bullet";
  const indent = Math.min(depth, limits.richTextIndent);
  if (last?.type === "rich_text_list" && last.style === style && last.indent === indent) {
    const { offset = 0 }: List = last;
    if (!numbered || ordinal === offset + last.elements.length + 1) {
      last.elements.push(entry);
      return;
    }
  }
  const list: List = { type: "rich_text_list", style, indent, border: 1, elements: [entry] };
  drawn.push(numbered && ordinal > 1 ? { ...list, offset: ordinal - 1 } : list);
}

function addQuoted(drawn: RichTextBlockElement[], elements: RichTextElement[]): void {
  const last = drawn.at(-1);
  if (last?.type === "rich_text_quote") last.elements.push(text("\n"), ...elements);
  else drawn.push({ type: "rich_text_quote", elements });
}

function difference(other: Agreement, layout: Layout): RichTextBlockElement {
  const end = cutAtWord(other.text, 0, layout.quote.more);
  const words = oneLine(other.text.slice(0, end).toWellFormed()).trim();
  const cut = end < other.text.length ? " …" : "";
  return section(
    text(`${own(nameOf(other), layout.line)} ${own(describeDifference(other), layout.line)}: `),
    text(`“${words}”${cut} `, { italic: true }),
    text(`(${own(spot(other.location), layout.line)})`),
  );
}

function nameOf({ source }: Agreement): string {
  return publisherOf(source) ?? source.title;
}
