import type { Agreement } from "../answering/answer.ts";
import {
  addressOf,
  byline,
  countAgreeing,
  describeDifference,
  formatDate,
  place,
  publisherOf,
  spot,
} from "../replies/citation.ts";
import { counted } from "../replies/counted.ts";
import { cutAtWord } from "../replies/excerpt.ts";
import { questionLine } from "../replies/question-line.ts";
import { bulletOf, layOutQuote, marksAnswer, type QuoteLine } from "../replies/quote.ts";
import type { DateItem, ExcerptItem, Field, ReplyItem, SourceEntry } from "../replies/reply.ts";
import { behindDate, momentOf, weekdayOf } from "../replies/shown-date.ts";
import { escapeInline, escapeText, fit, linkOf } from "./escape.ts";

/** A part of a message before it is known how many components there is room for. */
export type Block =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Names a source: never left out. */
      readonly cites: boolean;
      /** Where the source can be read. */
      readonly link: string | null;
    }
  | { readonly kind: "rule" }
  | { readonly kind: "buttons"; readonly labels: readonly string[] };

/** How much of its full room each part of a message gets: 1 is all of it. */
export interface Room {
  /** Quotes, and words of our own. */
  readonly words: number;
  /** Titles and what else names a source. */
  readonly citations: number;
}

/** Characters of a quote, by its role: what is read at a glance in a channel that scrolls by. */
const QUOTE = { best: 700, more: 300, perhaps: 400, nearest: 250, entry: 240, passage: 2_400 } as const;
const TITLE = 220;
const BYLINE = 160;
const DIFFERENCE = 300;
const PROSE = 1_500;
const FIELD_NAME = 100;
const FIELD_VALUE = 700;

const TONE = { info: "", warning: "⚠️ ", error: "⛔ " } as const;

/** Lays out an item in the room there is, as Discord's markdown. */
export function blocksOf(item: ReplyItem, room: Room): Block[] {
  const words = (full: number) => Math.max(12, Math.floor(full * room.words));
  switch (item.kind) {
    case "question":
      return [{ kind: "text", text: `-# ${fit(questionLine(item), words(TITLE))}`, cites: true, link: null }];
    case "heading":
      return [plain(`### ${fit(item.text, words(TITLE))}`)];
    case "prose":
      return [plain(fit(item.text, words(PROSE)))];
    case "notice":
      return [plain(`${TONE[item.tone]}${fit(item.text, words(PROSE))}`)];
    case "footer":
      return [plain(`-# ${fit(item.text, words(TITLE))}`)];
    case "fields":
      return [plain(item.fields.map((field) => fieldLine(field, words)).join("\n"))];
    case "excerpt":
      return excerptBlocks(item, room);
    case "date":
      return [{ kind: "rule" }, dateBlock(item, words)];
    case "sources":
      return item.sources.map((entry) => sourceBlock(entry, room));
    case "actions":
      return [{ kind: "buttons", labels: item.actions.map(({ label }) => label) }];
    default:
      return item satisfies never;
  }
}

function plain(text: string): Block {
  return { kind: "text", text, cites: false, link: null };
}

function fieldLine({ name, value }: Field, words: (full: number) => number): string {
  const link = linkOf(value);
  const shown = link !== null && link === value ? `<${link}>` : fit(value, words(FIELD_VALUE));
  return `**${fit(name, words(FIELD_NAME))}**: ${shown}`;
}

function excerptBlocks(item: ExcerptItem, room: Room): Block[] {
  const { number, excerpt, agreement } = item;
  const { source } = excerpt;
  const citation = (full: number) => Math.max(14, Math.floor(full * room.citations));
  const note = item.note === undefined ? "" : `**${fit(item.note, citation(BYLINE))}** · `;
  const title = `-# [${number}] ${note}**${fit(source.title, citation(TITLE))}** · ${fit(byline(source), citation(BYLINE))}`;
  const where = fit(place(excerpt, citation(BYLINE)), citation(BYLINE));
  const lines = item.role === "entry" ? [`${title} · ${where}`] : [title, `-# ${where}`];
  const agreeing = countAgreeing(agreement);
  if (agreeing !== null) {
    const names = agreement.filter(({ relation }) => relation === "agrees").map(nameOf);
    lines.push(`-# ✓ ${agreeing}: ${fit(names.join("; "), citation(BYLINE))}`);
  }
  for (const other of agreement.filter(({ relation }) => relation === "differs")) {
    lines.push(`-# ≠ ${differenceLine(other, room, citation)}`);
  }
  const cited: Block = { kind: "text", text: lines.join("\n"), cites: true, link: linkOf(addressOf(excerpt)) };
  const quote: Block = { kind: "text", text: quoteLine(item, room), cites: true, link: null };
  return item.role === "more" ? [{ kind: "rule" }, quote, cited] : [quote, cited];
}

/** A whole day in Discord's own form, which each reader sees as their language has it. */
function dateBlock(item: DateItem, words: (full: number) => number): Block {
  const { iso } = item.date;
  const weekday = weekdayOf(iso);
  const date = weekday === "" ? escapeInline(formatDate(iso)) : `${weekday} <t:${momentOf(iso)}:D>`;
  const behind = behindDate(item);
  const text = `**${date}**${behind === "" ? "" : fit(behind, words(TITLE))}`;
  // Entries without their date would be told of another day.
  return { kind: "text", text, cites: true, link: null };
}

/** The document's words, the answer bold; nothing of them altered but that line breaks outside code are spaces. */
function quoteLine(item: ExcerptItem, { words }: Room): string {
  const { number, excerpt, role } = item;
  const room = Math.max(24, Math.floor(QUOTE[role] * words));
  const { lines, before, after } = layOutQuote(excerpt, room, marksAnswer(item), role === "passage");
  const drawn = lines.map((line, i) => drawLine(line, i === 0 && before ? "… " : ""));
  const end = `${after ? " …" : ""} [${number}]`;
  const last = drawn.pop() ?? "> ";
  return [...drawn, lines.at(-1)?.kind === "code" ? `${last}\n>${end}` : `${last}${end}`].join("\n");
}

function drawLine(line: QuoteLine, before: string): string {
  if (line.kind === "code") {
    // Three backticks would end the code: no three stand together.
    const text = textOf(line);
    return `${before === "" ? "" : `> ${before.trim()}\n`}\`\`\`\n${text.replace(/`(?=``)/g, "`\u200b")}\n\`\`\``;
  }
  if (line.kind === "heading") return `> ${before}__${escapeText(textOf(line)).trim()}__`;
  const margin = line.kind === "item" ? "  ".repeat(line.depth + 1) : "";
  const text = line.pieces
    .map((piece) => {
      const lines = piece.text.split("\n").map((part) => {
        const escaped = escapeText(part);
        return piece.marked && escaped.trim() !== "" ? bold(escaped) : escaped;
      });
      return lines.join(`\n> ${margin}`);
    })
    .join("");
  const bullet = line.kind === "item" ? `${"  ".repeat(line.depth)}${bulletOf(line, "-")} ` : "";
  return `> ${bullet}${before}${text}`;
}

function textOf({ pieces }: QuoteLine): string {
  return pieces.map(({ text }) => text).join("");
}

/** Discord takes stars for emphasis only where they touch the words. */
function bold(text: string): string {
  const [, start = "", words = "", end = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return `${start}**${words}**${end}`;
}

function differenceLine(other: Agreement, { words }: Room, citation: (full: number) => number): string {
  const { location, text } = other;
  const end = cutAtWord(text, 0, Math.max(24, Math.floor(DIFFERENCE * words)));
  const quote = `“${escapeInline(text.slice(0, end))}”${end < text.length ? " …" : ""}`;
  const what = fit(`${nameOf(other)} ${describeDifference(other)}`, citation(BYLINE));
  return `${what} — ${quote} (${fit(spot(location), citation(BYLINE))})`;
}

function nameOf({ source }: Agreement): string {
  return publisherOf(source) ?? source.title;
}

function sourceBlock({ number, source, passageCount }: SourceEntry, { citations }: Room): Block {
  const title = fit(source.title, Math.max(14, Math.floor(TITLE * citations)));
  const link = linkOf(source.url);
  const named = { kind: "text", cites: true, link } as const;
  // Too many for two lines each, then for their addresses too.
  if (citations < 0.5) return { ...named, text: `${number}\\. ${title}`, link: null };
  if (citations < 1) return { ...named, text: `${number}\\. **${title}**` };
  const count = counted(passageCount, "passage");
  const details = `${fit(byline(source), BYLINE)} · ${count} · id ${fit(source.id, BYLINE)}`;
  return { ...named, text: `**${number}. ${title}**\n-# ${details}` };
}
