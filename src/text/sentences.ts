import type { Span } from "./span.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A title before a name: never the end of a sentence. */
const TITLE =
  /(?:^|[\s("“‘[])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Maj|Lt|Sgt|Capt|Cmdr|Adm|Amb|Pres|Rev|Fr|Hon|Sec|St|Ste|Mt|Ft|Messrs|vs|v|cf|viz|e\.g|i\.e|esp|incl|approx|ca|em|emer|habil|bzw|vgl|z\.\s?B|u\.\s?a|d\.\s?h|i\.\s?d\.\s?R)\.$/i;
/** The first letter of an abbreviation of several, as in "z. B." and "d. h.". */
const SPACED_LETTER = /(?:^|[\s("“‘[])\p{Ll}\.$/u;
/** An abbreviation that a number follows. */
const BEFORE_NUMBER =
  /(?:^|[\s("“‘[])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Vol|Fig|Figs|Art|Sect|Ch|pp?|Op|Ver|Vers|Rev|Nr|Abs|Tel|Ext)\.$/i;
/** An abbreviation that may end a sentence, or stand inside one: the next word decides. */
const AMBIGUOUS =
  /(?:(?:^|[\s("“‘[.-])\p{Lu}|\b(?:[A-Z]\.){1,}[A-Z]|\b[ap]\.m|\b(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|Esq|etc|al|Ph\.?D|B\.?C|A\.?D|Ave|Blvd|Rd|Dept|Univ|Assn|Ariz|Calif|Conn|Fla|Mass|Mich|Minn|Penn|Tenn|Wash|Wis))\.$/u;
/** A word that seldom stands capitalised inside a sentence: after an abbreviation it starts a new one. */
const OPENER =
  /^["“‘'(\s]*(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|His|Her|Its|Their|Our|My|In|On|At|By|For|From|With|After|Before|When|While|Since|Although|However|But|And|Or|So|As|If|There|What|Who|Why|How|Some|Many|Most|All|Both|No|Not)\b/;

const MAX_SENTENCE = 1_500;
/** Characters before and after an end that may tell whether it is one. */
const LOOK_BACK = 200;

/**
 * Splits prose into sentences. Abbreviations ("U.S.", "Dec. 30", "Sen. Lindsey Graham"), initials and
 * closing quotes stay with their sentence; a newline is white space.
 *
 * @param prose text of one block: no sentence crosses a block's edge
 * @returns spans of `prose`, in order, without white space at either end; together they hold all of it.
 *   A run of over 1,500 characters with no end in sight is divided at white space.
 */
export function splitSentences(prose: string): Span[] {
  const text = prose.replace(/[\r\n\u2028\u2029\u0085]/g, " ");
  const ends: number[] = [];
  for (const { index, segment } of segmenter.segment(text)) ends.push(index + segment.length);
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
    if (i < ends.length - 1 && !tooLong && continues(before, after)) continue;
    const boundary = pastClosingQuote(text, end, quoteMarks);
    pushTrimmed(spans, text, start, boundary);
    start = boundary;
  }
  if (start < text.length) pushTrimmed(spans, text, start, text.length);
  return spans.flatMap((span) => divideOverlong(text, span));
}

/** Whether the sentence that seems to end with `before` goes on in `after`. */
function continues(before: string, after: string): boolean {
  if (/^\s*$/.test(before)) return true;
  // A full stop set off by a space is a token of its own, as in text that a program has split: it ends the sentence.
  if (/\s[.!?]$/.test(before)) return false;
  const bare = before.replace(/["”’')\]]+$/, "");
  if (/^[\s"”’')\]]*\p{Ll}/u.test(after) && !/[:;]$/.test(before)) return true;
  if (bare !== before) return false;
  if (TITLE.test(before)) return true;
  if (SPACED_LETTER.test(before) && /^\s*\p{L}\./u.test(after)) return true;
  if (BEFORE_NUMBER.test(before)) return /^\s*\d/.test(after);
  return AMBIGUOUS.test(before) && !OPENER.test(after);
}

/** Moves a boundary past a quote mark set off by spaces when it closes a quotation opened earlier in the block. */
function pastClosingQuote(text: string, end: number, marks: number): number {
  if (text[end] !== '"' || !/\s/.test(text[end + 1] ?? " ")) return end;
  return marks % 2 === 1 ? end + 1 : end;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === "") return;
  const from = start + slice.indexOf(trimmed);
  spans.push({ start: from, end: from + trimmed.length });
}

/** @returns where to divide a run without an end: behind its last semicolon, dash or comma, else at its last space */
function sensibleCut(room: string): number {
  for (const pattern of [/[;:]\s(?!.*[;:]\s)/s, /\s[–—-]\s(?!.*\s[–—-]\s)/s, /,\s(?!.*,\s)/s]) {
    const at = room.search(pattern);
    if (at >= room.length / 2) return at + 1;
  }
  return room.search(/\s\S*$/);
}

function divideOverlong(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > MAX_SENTENCE) {
    const room = text.slice(start, start + MAX_SENTENCE);
    const space = sensibleCut(room);
    let cut = start + (space > 0 ? space : MAX_SENTENCE);
    if (space <= 0 && /[\uD800-\uDBFF]/.test(text[cut - 1] ?? "")) cut--;
    pushTrimmed(parts, text, start, cut);
    start = cut;
  }
  pushTrimmed(parts, text, start, span.end);
  return parts;
}
