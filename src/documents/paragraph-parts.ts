import { chatEntries } from "./chat-lines.ts";
import { textOf } from "./display-text.ts";
import type { Piece } from "./pieces.ts";
import { answerMark, endsAsking, isMarkedQuestion } from "./questions.ts";

/** A part of a paragraph that is to be a block of its own. */
export interface Part {
  readonly pieces: readonly Piece[];
  readonly is: "prose" | "line" | "question";
  /** Length of the mark of an answer ("A: "), which is shown before the block. */
  readonly mark: number;
}

/** Divides a paragraph that is a chat, or a question and its answer; any other is one part. */
export function divideParagraph(pieces: readonly Piece[], raw: string): Part[] {
  const lines = splitLines(pieces, raw);
  const texts = lines.map(textOf);
  const first = texts[0] ?? "";
  const marked = isMarkedQuestion(first);
  if (marked || startsBold(lines[0] ?? [])) {
    const answer = marked
      ? texts.findIndex((text) => answerMark(text) > 0)
      : lines.findIndex((line, i) => i > 0 && !isBold(line));
    const end = answer === -1 ? lines.length : answer;
    const question = join(lines.slice(0, end), pieces);
    if (marked || endsAsking(textOf(question))) {
      const parts: Part[] = [{ pieces: question, is: "question", mark: 0 }];
      if (answer !== -1) parts.push(prosePart(join(lines.slice(answer), pieces)));
      return parts;
    }
  }
  const entries = chatEntries(texts);
  if (entries !== null) {
    return entries.map((start, i) => ({
      pieces: join(lines.slice(start, entries[i + 1] ?? lines.length), pieces),
      is: "line",
      mark: 0,
    }));
  }
  return [prosePart(pieces)];
}

function prosePart(pieces: readonly Piece[]): Part {
  const mark = answerMark(textOf(pieces));
  return { pieces, is: "prose", mark };
}

function isBold(line: readonly Piece[]): boolean {
  return line.every(({ strong, text }) => strong === true || text.trim() === "");
}

function startsBold(line: readonly Piece[]): boolean {
  return line.length > 0 && isBold(line);
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
