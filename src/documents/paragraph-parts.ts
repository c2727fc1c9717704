import type { Span } from "../text/span.ts";
import { chatEntries } from "./chat-lines.ts";
import { textOf } from "./display-text.ts";
import { inserted, type Piece } from "./pieces.ts";
import { answerMark, divideQuestions, endsAsking, isMarkedQuestion } from "./questions.ts";

/** A part of a paragraph that is to be a block of its own. */
export interface Part {
  readonly pieces: readonly Piece[];
  readonly is: "prose" | "line" | "question";
  /** Length of the mark of an answer ("A: "), which is shown before the block. */
  readonly mark: number;
  /** Whether it is the whole answer to a bold question at the start of its own line: what stands below is no part of it. */
  readonly isWhole?: boolean;
}

/** Divides a paragraph that is a chat, or a question and its answer; any other is one part. */
export function divideParagraph(pieces: readonly Piece[], raw: string): Part[] {
  const lines = splitLines(pieces, raw);
  const text = pieces.map((piece) => (isBreak(piece, raw) ? "\n" : piece.text)).join("");
  const marked = isMarkedQuestion(text);
  if (marked || lines[0]?.[0]?.strong === true) {
    const spans = marked ? divideQuestions(text) : divideBold(text, boldLength(pieces));
    if (spans.length > 0) {
      return cut(pieces, spans).map((part, i) => {
        const asks = marked ? isMarkedQuestion(textOf(part)) : i === 0;
        const isWhole = !marked && !text.slice(spans[0]?.end, spans[i]?.start).includes("\n");
        return asks ? { pieces: part, is: "question", mark: 0 } : { ...prosePart(part), isWhole };
      });
    }
  }
  const entries = chatEntries(lines.map(textOf));
  if (entries === null) return [prosePart(pieces)];
  return entries.map((start, i) => {
    const entry = join(lines.slice(start, entries[i + 1] ?? lines.length), pieces);
    // What a message's author wrote on a line of its own is shown so.
    const shown = entry.map((piece) => (isBreak(piece, raw) ? inserted("\n", piece.from) : piece));
    return { pieces: shown, is: "line", mark: 0 };
  });
}

function prosePart(pieces: readonly Piece[]): Part {
  const mark = answerMark(textOf(pieces));
  return { pieces, is: "prose", mark };
}

/** Characters from the start that are bold. */
function boldLength(pieces: readonly Piece[]): number {
  let length = 0;
  for (const { strong, text } of pieces) {
    if (strong !== true && text.trim() !== "") break;
    length += text.length;
  }
  return length;
}

/** A bold question at the start, and what answers it; none where the bold words ask nothing. */
function divideBold(text: string, length: number): Span[] {
  const question = text.slice(0, length).trimEnd();
  if (!endsAsking(question)) return [];
  const start = text.length - text.slice(length).trimStart().length;
  return [{ start: 0, end: question.length }, ...(start < text.length ? [{ start, end: text.length }] : [])];
}

/** The pieces that each of some spans of their text covers; the spans are in order. */
function cut(pieces: readonly Piece[], spans: readonly Span[]): Piece[][] {
  const parts: Piece[][] = spans.map(() => []);
  let [at, first] = [0, 0];
  for (const piece of pieces) {
    const length = piece.text.length;
    while ((spans[first]?.end ?? Number.POSITIVE_INFINITY) <= at) first++;
    for (let i = first; (spans[i]?.start ?? Number.POSITIVE_INFINITY) < at + length; i++) {
      const start = Math.max(0, (spans[i] as Span).start - at);
      const end = Math.min(length, (spans[i] as Span).end - at);
      if (start === 0 && end === length) parts[i]?.push(piece);
      else if (piece.kind === "copied") {
        const text = piece.text.slice(start, end);
        parts[i]?.push({ ...piece, text, from: piece.from + start, to: piece.from + end });
      }
    }
    at += length;
  }
  return parts;
}

function splitLines(pieces: readonly Piece[], raw: string): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (isBreak(piece, raw)) lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

function isBreak({ kind, text, from, to }: Piece, raw: string): boolean {
  return text === "\n" || (text === " " && kind === "decoded" && /[\r\n]/.test(raw.slice(from, to)));
}

/** The pieces from the first to the last of some lines, with the breaks between them. */
function join(lines: readonly (readonly Piece[])[], pieces: readonly Piece[]): readonly Piece[] {
  const first = lines.find((line) => line.length > 0)?.[0];
  const last = lines.findLast((line) => line.length > 0)?.at(-1);
  if (first === undefined || last === undefined) return [];
  return pieces.slice(pieces.indexOf(first), pieces.indexOf(last) + 1);
}
