import { endsInAbbreviation, OPENER } from "./abbreviations.ts";
import type { Span } from "./span.ts";

/** Made when it is first needed, which takes some time. */
let segmenter: Intl.Segmenter | undefined;

/** A full stop between a word and a capitalised one, without a space. */
const UNSPACED = /(?<=\p{Ll}{3})[.!?](?=\p{Lu}\p{Ll}*\s)/gu;
/** A name of a program's part, which opens a sentence as it is written: "getUserById throws", "iPhone". */
const IDENTIFIER = "\\p{Ll}+(?:\\p{Lu}|_\\p{L})[\\p{L}\\p{N}_]*";
/** A full stop before what opens a sentence though no capital does: a number ("They voted. 72% were for it"), a name. */
const UNCAPITALISED = new RegExp(
  `(?<=(?<!\\bmin)(?<=\\p{L}{2}|%))[.!?]["”’)]?(?=\\s+(?:[€$£]?\\d|${IDENTIFIER}))`,
  "gu",
);
const OPENS_WITH_IDENTIFIER = new RegExp(`^\\s*${IDENTIFIER}`, "u");
const MAX_SENTENCE = 1_500;
/** A run beyond that is cut into parts of about this length, at the best place within reach of it. */
const PART = 400;
const REACH = 200;
/** Where a run without an end may be cut, best first: before white space in each. */
const CUTS = [
  /;(?=\s)/g,
  /,(?=\s(?:and|but|or|so|which|while|und|aber|oder|sondern)\s)/g,
  /\s[–—-](?=\s)/g,
  /,(?=\s)/g,
  /\S(?=\s)/g,
];
/** What goes on behind words in quotation marks: 「来てください。」と言った。 */
const JAPANESE_PARTICLE = /^(?:と|って|など|は|が|を|に|の|も|で|、|。)/;
/** Characters before and after an end that may tell whether it is one. */
const LOOK_BACK = 200;

/**
 * Splits prose into sentences. Abbreviations ("U.S.", "Dec. 30", "Sen. Lindsey Graham"), initials and
 * closing quotes stay with their sentence; a newline is white space. Two that no space parts are two only when a word
 * such as "The" starts the second.
 *
 * @param prose text of one block: no sentence crosses a block's edge
 * @returns spans of `prose`, in order, without white space at either end; together they hold all of it.
 *   A run of over 1,500 characters with no end in sight is divided at semicolons, conjunctions, dashes or white space.
 */
export function splitSentences(prose: string): Span[] {
  const text = prose.replace(/[\r\n\u2028\u2029\u0085]/g, " ");
  const ends: number[] = [];
  segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
  for (const { index, segment } of segmenter.segment(text)) {
    const within = [
      ...segment.matchAll(UNSPACED).filter(({ index: stop }) => OPENER.test(segment.slice(stop + 1))),
      ...segment.matchAll(UNCAPITALISED),
    ];
    ends.push(...within.map(({ 0: mark, index: stop }) => index + stop + mark.length).sort((a, b) => a - b));
    ends.push(index + segment.length);
  }
  const spans: Span[] = [];
  let start = 0;
  let quoteMarks = 0;
  let counted = 0;
  for (const [i, end] of ends.entries()) {
    if (end <= start) continue;
    for (; counted < end; counted++) if (text[counted] === '"') quoteMarks++;
    const before = text.slice(Math.max(start, end - LOOK_BACK), end).trimEnd();
    const after = text.slice(end, Math.min(ends[i + 1] ?? end, end + LOOK_BACK));
    const tooLong = end - start > MAX_SENTENCE;
    if (i < ends.length - 1 && !tooLong && (opensName(text, end) || continues(before, after))) continue;
    const boundary = pastClosingQuote(text, end, quoteMarks);
    pushTrimmed(spans, text, start, boundary);
    start = boundary;
  }
  if (start < text.length) pushTrimmed(spans, text, start, text.length);
  return spans.flatMap((span) => divideOverlong(text, span));
}

/** Whether the full stop before `end` is the first character of a name: "built with .NET". */
function opensName(text: string, end: number): boolean {
  return /^\s\.\p{L}/u.test(text.slice(end - 2, end + 1));
}

/** Whether the sentence that seems to end with `before` goes on in `after`. */
function continues(before: string, after: string): boolean {
  if (/^(?:\p{P}|\s)*$/u.test(before) || /^\(?\d{1,3}[.)]$/.test(before)) return true;
  if (/^\s*»\s*\p{Ll}/u.test(after)) return true;
  // A full stop set off by a space is a token of its own, as in text that a program has split: it ends the sentence.
  if (/\s[.!?]$/.test(before)) return false;
  const bare = before.replace(/["”’')\]]+$/, "");
  if (/[。！？][」』]$/.test(before)) return JAPANESE_PARTICLE.test(after);
  if (/^[\s"”’')\]]*\p{Ll}/u.test(after) && !/[:;]$/.test(before)) {
    return !OPENS_WITH_IDENTIFIER.test(after) || endsInAbbreviation(before, after);
  }
  if (bare !== before) return false;
  return endsInAbbreviation(before, after);
}

/**
 * Moves a boundary to the right side of a quote mark: past one set off by spaces when it closes a quotation that was opened earlier in the block: « Oui. » in
 * French, or a program's tokens.
 *
 * @param marks quote marks up to the boundary that have no side; an odd number of them is open
 */
function pastClosingQuote(text: string, end: number, marks: number): number {
  // The segmenter takes an opening mark right behind a full stop for a closing one.
  if (/[「『]/.test(text[end - 1] ?? "")) return end - 1;
  const mark = text[end] ?? "";
  if (!/\s/.test(text[end + 1] ?? " ")) return end;
  if (mark === '"') return marks % 2 === 1 ? end + 1 : end;
  if (mark !== "»") return end;
  return /«[^»]*$/.test(text.slice(Math.max(0, end - MAX_SENTENCE), end)) ? end + 1 : end;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === "") return;
  const from = start + slice.indexOf(trimmed);
  spans.push({ start: from, end: from + trimmed.length });
}

function divideOverlong(text: string, span: Span): Span[] {
  if (span.end - span.start <= MAX_SENTENCE) return [span];
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > PART + REACH) {
    const cut = start + cutOf(text.slice(start, start + PART + REACH));
    pushTrimmed(parts, text, start, cut);
    start = cut;
  }
  pushTrimmed(parts, text, start, span.end);
  return parts;
}

/** @returns where a part of a run is best cut: at the best kind of place, the nearest to the length that is wanted */
function cutOf(room: string): number {
  for (const pattern of CUTS) {
    const ends = Array.from(room.matchAll(pattern), ({ 0: mark, index }) => index + mark.length);
    const within = ends.filter((end) => Math.abs(end - PART) <= REACH);
    if (within.length > 0)
      return within.reduce((best, end) => (Math.abs(end - PART) < Math.abs(best - PART) ? end : best));
  }
  return /[\uD800-\uDBFF]$/.test(room) ? room.length - 1 : room.length;
}
