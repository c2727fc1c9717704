import { type LineDays, lineDays } from "../../documents/chat-days.ts";
import { readMessage } from "../../documents/chat-lines.ts";
import type { Block, Document, Passage } from "../../documents/document.ts";
import { lineage } from "../../documents/lineage.ts";
import { publishedOn } from "../../documents/publication-date.ts";
import type { Index } from "../../search/build-index.ts";
import { ASKS } from "../../search/sentence-bits.ts";
import { numberOf, type SentencePlace } from "../../search/sentence-place.ts";
import { findTimes } from "../../text/entities/clock-times.ts";
import { findDateExpressions } from "../../text/entities/date-expressions.ts";
import { type Span, slice } from "../../text/span.ts";
import { countTenses, type Tense } from "../../text/tense.ts";
import { chooseDates } from "./choose-dates.ts";
import { type DateContext, type Dated, type ResolvedDate, resolveDate } from "./resolve-date.ts";

/** A sentence, an item or a row that tells what happened, or will, on a date. */
export interface Happening extends SentencePlace {
  readonly document: Document;
  readonly date: ResolvedDate;
}

/** Blocks between a date and the words that are counted from it ("the next day") at the most. */
const TOLD_WITHIN = 3;
/** Letters of a heading beside its date, up to which it is one of a calendar: "Friday 12 June – Day 1". */
const MAX_BESIDE = 16;
/** Fields that the front matter of an event has. */
const EVENT_FIELD = /^(?:end|start|room|venue|location|place|where|track|speakers?|presenters?|duration|doors|time)\b/i;
/** What tells of the document itself: when it was written, changed or looked at. */
const OF_THE_DOCUMENT =
  /^\W*(?:(?:first|last|originally|page|this (?:page|article|document) was|was)\s+)*(?:published|posted|updated?|modified|edited|changed|reviewed|retrieved|accessed|created|copyright|printed|as of|correct as of|last (?:updated?|modified|edited|changed|reviewed))\b.{0,80}$|©|\bcopyright\b|\(c\)\s*\d{4}/isu;

/** The dated sentences of each passage in turn; a sentence of two dates stands twice. */
export function* findHappenings(index: Index): Generator<Happening[]> {
  const byDocument = Map.groupBy(index.passages.entries(), ([, { document }]) => document);
  for (const [document, passages] of byDocument) yield* new Reader(index, document).read(passages);
}

/** Reads one document from its beginning: what is told before decides what a date is counted from. */
class Reader {
  readonly #index: Index;
  readonly #document: Document;
  /** ISO 8601: a day, a month or a year. */
  readonly #published: string | null;
  #usual: Tense | undefined;
  readonly #lineDays: LineDays | null;
  /** Dates of headings, each read once. */
  readonly #headings = new Map<string, { readonly date: ResolvedDate | null; readonly isCalendar: boolean }>();
  readonly #titleDays: readonly string[];
  readonly #year: number | null;
  #told: { readonly date: Dated; readonly block: number } | null = null;
  /** Days written out in the block that is read. */
  #written: { readonly block: number; readonly days: string[]; year: number | null } = {
    block: -1,
    days: [],
    year: null,
  };

  constructor(index: Index, document: Document) {
    this.#index = index;
    this.#document = document;
    this.#lineDays = lineDays(document.blocks, document.text);
    const { title } = document.source;
    this.#published = publishedOn(document);
    const bare: DateContext = {
      anchor: null,
      told: null,
      written: [],
      storyYear: null,
      year: null,
      usual: () => "past",
    };
    const dates = findDateExpressions(title).flatMap((date) => resolveDate(title, date, bare) ?? []);
    this.#titleDays = dates.flatMap(({ iso }) => (iso.length === 10 ? [iso] : []));
    const years = new Set(title.match(/\b(?:19|20)\d\d\b/g) ?? []);
    this.#year = years.size === 1 ? Number([...years][0]) : null;
  }

  *read(passages: readonly (readonly [number, Passage])[]): Generator<Happening[]> {
    const opened = new Set<string>();
    for (const [passage, { sentences, blockOf }] of passages) {
      const found: Happening[] = [];
      for (const [sentence, span] of sentences.entries()) {
        const number = blockOf[sentence] as number;
        const dates = this.#datesOf(passage, sentence, span, number);
        const above = dates.length === 0 ? this.#dateAbove(span, number, opened) : [];
        for (const date of [...dates, ...above]) {
          found.push({ document: this.#document, passage, sentence, date });
        }
      }
      yield found;
    }
  }

  #datesOf(passage: number, sentence: number, span: Span, number: number): ResolvedDate[] {
    const block = this.#document.blocks[number] as Block;
    const bits = this.#index.table.sentenceBits[numberOf(this.#index, { passage, sentence })] as number;
    const { text, stamped } = this.#said(span, block, number);
    if (block.kind === "code") return [];
    if (number !== this.#written.block) this.#written = { block: number, days: [], year: null };
    const expressions = findDateExpressions(text);
    const resolved = expressions.flatMap((expression) => {
      const date = resolveDate(text, expression, this.#context(number, stamped));
      if (date === null) return [];
      if (!isLimit(slice(text, expression))) this.#told = { date, block: number };
      if (date.words === null && date.iso.length > 4) this.#written.year = Number(date.iso.slice(0, 4));
      if (date.words === null && date.iso.length === 10) this.#written.days.unshift(date.iso);
      return [{ expression, date }];
    });
    if (bits & ASKS || block.asks || OF_THE_DOCUMENT.test(text) || isOfTheFile(block, text)) return [];
    if (block.kind === "field" && /^date\b/i.test(text) && !this.#isOfEvent()) return [];
    return chooseDates(text, resolved);
  }

  /** Whether the front matter is that of a talk or a concert: its date is no day of writing. */
  #isOfEvent(): boolean {
    const { blocks, text } = this.#document;
    return blocks.some((block) => block.kind === "field" && EVENT_FIELD.test(slice(text, block)));
  }

  /** A line of a chat without who says it, and when. */
  #said(span: Span, block: Block, number: number): { readonly text: string; readonly stamped: string | null } {
    const whole = slice(this.#document.text, span);
    if (block.kind !== "line") return { text: whole, stamped: null };
    const { said } = readMessage(whole);
    return { text: whole.endsWith(said) ? said : whole, stamped: this.#lineDays?.get(number) ?? null };
  }

  #context(number: number, stamped: string | null): DateContext {
    const published = this.#published;
    const above = this.#headingDays(number);
    const written = [...this.#written.days, ...above.map(({ iso }) => iso), ...this.#titleDays];
    const section = above.find(({ isCalendar }) => isCalendar)?.iso ?? null;
    const whole = published !== null && published.length === 10 ? published : null;
    const told = this.#told !== null && number - this.#told.block <= TOLD_WITHIN ? this.#told.date : null;
    return {
      anchor: stamped ?? section ?? whole ?? above[0]?.iso ?? this.#titleDays[0] ?? published,
      told,
      written,
      storyYear: this.#written.year,
      year: this.#year,
      usual: () => this.#tellsOf(),
    };
  }

  /** Days in the headings above a block, the innermost first. */
  #headingDays(number: number): { readonly iso: string; readonly isCalendar: boolean }[] {
    const { headings } = this.#document.blocks[number] as Block;
    return headings.toReversed().flatMap((heading) => {
      const { date, isCalendar } = this.#heading(heading);
      return date !== null && date.iso.length === 10 ? [{ iso: date.iso, isCalendar }] : [];
    });
  }

  #tellsOf(): Tense {
    if (this.#usual === undefined) {
      const { past, future } = countTenses(this.#document.text);
      this.#usual = past >= future && past > 0 ? "past" : "future";
    }
    return this.#usual;
  }

  #heading(heading: string) {
    const known = this.#headings.get(heading);
    if (known !== undefined) return known;
    const published = this.#published;
    const context: DateContext = {
      anchor: published,
      told: null,
      written: this.#titleDays,
      storyYear: null,
      year: this.#year,
      usual: () => this.#tellsOf(),
    };
    const [expression] = findDateExpressions(heading);
    const date = expression === undefined ? null : resolveDate(heading, expression, context);
    const rest =
      expression === undefined ? heading : heading.slice(0, expression.start) + heading.slice(expression.end);
    const isCalendar = date !== null && date.from === date.to && (rest.match(/\p{L}/gu) ?? []).length <= MAX_BESIDE;
    const read = { date, isCalendar };
    this.#headings.set(heading, read);
    return read;
  }

  /**
   * The day that a heading gives to what stands under it: to each item, row and line of a calendar or a list of changes,
   * and to the first sentence of prose.
   */
  #dateAbove(span: Span, number: number, opened: Set<string>): ResolvedDate[] {
    const { blocks, text } = this.#document;
    const block = blocks[number] as Block;
    const depth = block.headings.findLastIndex((heading) => this.#heading(heading).date !== null);
    const heading = block.headings[depth];
    if (heading === undefined || block.kind === "code" || block.asks) return [];
    const { date, isCalendar } = this.#heading(heading);
    if (date === null || date.iso.length < 10) return [];
    const shown = slice(text, span);
    const isEntry = block.kind === "item" || block.kind === "row" || block.kind === "line";
    const section = block.headings.slice(0, depth + 1).join("\n");
    const isFirst = !opened.has(section);
    opened.add(section);
    const isNested = isEntry && [...lineage(blocks, number)].filter((at) => blocks[at]?.kind === "item").length > 1;
    // The day of minutes dates the meeting, not each of the tasks that they end with.
    const isOfTop = depth === 0 && block.headings.length > 1 && date.iso === this.#published;
    if (OF_THE_DOCUMENT.test(shown) || (!isFirst && (!isCalendar || !isEntry || isNested || isOfTop))) return [];
    const [clock] = findTimes(shown).sort((a, b) => a.start - b.start);
    const partOfDay = clock === undefined ? date.partOfDay : slice(shown, clock);
    return [{ ...date, partOfDay, words: date.words }];
  }
}

/** A date by which something is to be done tells of nothing that was on it. */
function isLimit(words: string): boolean {
  return /^(?:by|until|till|before)\b/i.test(words);
}

/** A field of the front matter that dates the file, or tells when something ends: it began before. */
function isOfTheFile({ kind }: Block, text: string): boolean {
  return (
    kind === "field" && /^(?:last|updated?|modified|created?|review|publish|pub|accessed|retrieved|end)/i.test(text)
  );
}
