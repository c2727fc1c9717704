import { stripVTControlCharacters, styleText } from "node:util";
import type { Agreement } from "../answering/answer.ts";
import { addressOf, byline, countAgreeing, describeDifference, place, publisherOf, spot } from "../replies/citation.ts";
import { counted } from "../replies/counted.ts";
import { oneLine as clean } from "../replies/one-line.ts";
import { questionLine } from "../replies/question-line.ts";
import { bulletOf, layOutQuote, marksAnswer, type QuoteLayout, type QuotePiece } from "../replies/quote.ts";
import type { ExcerptItem, Reply, ReplyItem, SourceEntry } from "../replies/reply.ts";
import { describeDate } from "../replies/shown-date.ts";
import { wrap as wrapAt } from "./wrap.ts";

export interface Screen {
  /** Columns. */
  readonly width: number;
  readonly color: boolean;
}

/** Characters of a quote, by its role. */
const ROOM = { best: 700, more: 300, perhaps: 400, nearest: 250, entry: 240, passage: 5_000 } as const;
const MAX_WIDTH = 100;

/** Renders a reply for a terminal. @returns lines without a newline at the end */
export function renderTerminal(reply: Reply, screen: Screen): string {
  const shown = reply.items.map((item) => renderItem(item, screen)).filter((text) => text !== "");
  return shown.join("\n\n");
}

type Style = Parameters<typeof styleText>[0];

function paint(style: Style, text: string, { color }: Screen): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}

function renderItem(item: ReplyItem, screen: Screen): string {
  switch (item.kind) {
    case "question":
      return paint("dim", wrap(clean(questionLine(item)), screen), screen);
    case "heading":
      return paint("bold", wrap(clean(item.text), screen), screen);
    case "prose":
      return wrap(clean(item.text), screen);
    case "excerpt":
      return renderExcerpt(item, screen);
    case "sources":
      return item.sources.map((entry) => renderSource(entry, screen)).join("\n\n");
    case "date":
      return paint("bold", wrap(clean(describeDate(item)), screen), screen);
    case "fields":
      return renderFields(item.fields, screen);
    case "notice":
      return wrap(
        paint(item.tone === "error" ? "red" : item.tone === "warning" ? "yellow" : "cyan", clean(item.text), screen),
        screen,
      );
    case "footer":
      return paint("dim", wrap(clean(item.text), screen), screen);
    case "actions":
      // A terminal has no buttons: what they do can be typed.
      return item.actions
        .filter(({ role }) => role === "question")
        .map(({ label }) => indent(clean(label), "  › ", screen, "    "))
        .join("\n");
    default:
      return item satisfies never;
  }
}

function renderExcerpt(item: ExcerptItem, screen: Screen): string {
  const { number, excerpt, role, agreement, note } = item;
  const { source } = excerpt;
  const title = paint("bold", clean(source.title), screen);
  const said = note === undefined ? title : `${paint("yellow", clean(note), screen)} · ${title}`;
  const where = `${clean(byline(source))} · ${clean(place(excerpt))}`;
  const cited = role === "entry" ? [`${said} · ${where}`] : [said, where];
  const lines = [
    ...renderQuote(layOutQuote(excerpt, ROOM[role], marksAnswer(item), role === "passage"), number, screen),
    ...cited.map((line) => indent(line, "    ", screen)),
  ];
  const address = addressOf(excerpt);
  if (address !== null && role !== "entry") lines.push(`    ${clean(address)}`);
  const agreeing = countAgreeing(agreement);
  if (agreeing !== null) {
    const names = agreement.filter(({ relation }) => relation === "agrees").map((other) => clean(nameOf(other)));
    lines.push(indent(`${agreeing}: ${names.join("; ")}`, "    ", screen));
  }
  for (const other of agreement.filter(({ relation }) => relation === "differs")) {
    const text = `${nameOf(other)} ${describeDifference(other)} — “${other.text}” (${spot(other.location)})`;
    lines.push(indent(paint("yellow", clean(text), screen), "    ", screen));
  }
  return lines.join("\n");
}

function renderQuote({ lines, before, after }: QuoteLayout, number: number, screen: Screen): string[] {
  return lines.map((line, i) => {
    const code = line.kind === "code";
    const start = i === 0 && before ? "… " : "";
    const end = i === lines.length - 1 ? `${after ? " …" : ""} [${number}]` : "";
    const bar = paint("cyan", "│ ", screen);
    // Stars would be part of code, and a head of code is read from its first line on anyway.
    const plain = code && !screen.color;
    const text = line.pieces.map((piece) => (plain ? piece.text : drawPiece(piece, screen))).join("");
    // In code the dots and the number would be part of it.
    const shown = code ? text : `${start}${text}${end}`;
    const margin = "  ".repeat(line.depth);
    switch (line.kind) {
      case "code":
        return [start.trim(), ...shown.split("\n").map((row) => `    ${row}`), end.trim()]
          .filter((row) => row !== "")
          .map((row) => `${bar}${row}`)
          .join("\n");
      case "item": {
        const bullet = `${bulletOf(line, "•")} `;
        return indent(shown, `${bar}${margin}${bullet}`, screen, `${bar}${margin}${" ".repeat(bullet.length)}`);
      }
      case "heading":
        return `${bar.trimEnd()}\n${indent(paint("underline", shown, screen), bar, screen)}`;
      default:
        return indent(shown, bar, screen);
    }
  });
}

function drawPiece({ text, marked }: QuotePiece, screen: Screen): string {
  if (!marked || text.trim() === "") return text;
  return screen.color ? paint("bold", text, screen) : `**${text}**`;
}

function nameOf({ source }: Agreement): string {
  return publisherOf(source) ?? source.title;
}

function renderSource({ number, source, passageCount }: SourceEntry, screen: Screen): string {
  const count = counted(passageCount, "passage");
  const lines = [
    indent(paint("bold", clean(source.title), screen), `${String(number).padStart(2)}. `, screen, "    "),
    indent(`${clean(byline(source))} · ${count} · id ${clean(source.id)}`, "    ", screen),
  ];
  if (source.url !== null) lines.push(`    ${clean(source.url)}`);
  return lines.join("\n");
}

function renderFields(fields: readonly { name: string; value: string }[], screen: Screen): string {
  const column = Math.max(...fields.map(({ name }) => name.length));
  if (column > 30 || screen.width - column < 26) {
    return fields
      .map(({ name, value }) => {
        const label = wrap(paint("bold", clean(name), screen), screen);
        return `${label}\n${indent(clean(value), "    ", screen)}`;
      })
      .join("\n");
  }
  return fields
    .map(({ name, value }) => {
      const label = paint("bold", clean(name).padEnd(column), screen);
      return indent(clean(value), `${label}  `, screen, " ".repeat(column + 2));
    })
    .join("\n");
}

function wrap(text: string, { width }: Screen): string {
  return wrapAt(text, Math.min(width, MAX_WIDTH));
}

/** Wraps a text behind a prefix; further lines get `rest`. */
function indent(text: string, prefix: string, screen: Screen, rest = prefix): string {
  const room = Math.max(20, Math.min(screen.width, MAX_WIDTH) - stripVTControlCharacters(rest).length);
  return wrap(text, { ...screen, width: room })
    .split("\n")
    .map((line, i) => `${i === 0 ? prefix : rest}${line}`)
    .join("\n");
}
