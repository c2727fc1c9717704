import type {
  Button,
  ContextBlock,
  HeaderBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
} from "@slack/types";
import { shorten } from "../replies/excerpt.ts";
import { oneLine } from "../replies/one-line.ts";
import { limits } from "./limits.ts";

/** Makes text harmless where Slack reads markup: nothing in it pings, and nothing but Slack's own guess links. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Hebrew, Arabic and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Text of our own or of a citation, never a quote: one line, cut to so many characters, "–" where nothing is left.
 * Right-to-left words are kept from reordering their neighbours.
 */
export function own(text: string, limit: number): string {
  const line = oneLine(text.toWellFormed()).trim();
  if (line === "") return "–";
  return RIGHT_TO_LEFT.test(line) ? `\u2068${cut(line, limit - 2)}\u2069` : cut(line, limit);
}

/** Like `shorten`, but inside a word where the last whole one would leave less than half of the room in use. */
function cut(line: string, limit: number): string {
  const short = shorten(line, limit);
  return short.length >= Math.min(line.length, limit) / 2 ? short : `${line.slice(0, limit - 1)}…`.toWellFormed();
}

export function plain(text: string, limit: number): PlainTextElement {
  return { type: "plain_text", text: own(text, limit), emoji: false };
}

export function header(text: string): HeaderBlock {
  return { type: "header", text: plain(text, limits.headerText) };
}

/** Small grey text. */
export function context(texts: readonly string[], limit: number): ContextBlock {
  const shown = texts.slice(0, limits.contextElements);
  return { type: "context", elements: shown.map((text) => plain(text, limit)) };
}

export function richText(elements: RichTextBlockElement[]): RichTextBlock {
  return { type: "rich_text", elements };
}

export function section(...elements: RichTextElement[]): RichTextBlockElement {
  return { type: "rich_text_section", elements };
}

export function text(value: string, style?: { bold?: true; italic?: true }): RichTextElement {
  return { type: "text", text: value, ...(style === undefined ? {} : { style }) };
}

export function button(label: string, id: string, value: string): Button {
  return { type: "button", text: plain(label, limits.buttonText), action_id: id, value };
}

/** A link where there is an address that a browser opens, of at most `room` characters; else the words alone. */
export function linked(words: string, address: string | null, room: number): RichTextElement {
  const url = address === null ? null : webAddress(address);
  if (url === null || url.length > room) return text(words, { bold: true });
  return { type: "link", url, text: words, style: { bold: true } };
}

/** @returns the address in its standard form, or null when it is none of the web */
export function webAddress(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return url.href.replace(/[|<>]/g, encodeURIComponent);
}
