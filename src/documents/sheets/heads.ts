import { textOf } from "../display-text.ts";
import { endsAsking } from "../questions.ts";
import type { SheetCell, SheetRow } from "./sheet.ts";

/** A longer cell is no head. */
const MAX_HEAD = 80;
/** Numbers, amounts, dates, times, addresses: what stands in rows. */
const VALUE =
  /^[-+(]?\s*[\p{Sc}]?\s*\d[\d\s.,'’:/%°)-]*\s*(?:[\p{Sc}%°]|[a-z]{1,3}|am|pm|uhr)?$|^(?:true|false|yes|no|x|✓|n\/a|-)$|@\S+\.|^https?:/iu;
/** Years are heads of columns as often as values. */
const YEAR = /^(?:19|20)\d{2}$/;
const QUESTION =
  /^(?:questions?|q|frage|fragen|question posée|pregunta|preguntas|domanda|domande|vraag|pytanie|prompt|faq)$/i;
const ANSWER =
  /^(?:answers?|a|antwort|antworten|réponse|réponses|respuesta|respuestas|risposta|risposte|antwoord|odpowiedź)$/i;

/** Whether a row heads the ones below it: words alone, no values, in each column that the next row has. */
export function isHead(row: SheetRow, next: SheetRow): boolean {
  const texts = row.cells.map(wordsOf);
  if (new Set(texts).size < texts.length) return false;
  const isWord = (text: string) => text.length <= MAX_HEAD && !VALUE.test(text) && !/[.!]$/.test(text);
  const [first = "", ...others] = texts;
  if (!isWord(first) || !others.every((text) => isWord(text) || YEAR.test(text))) return false;
  if (texts.every((text) => endsAsking(text)) && next.cells.map(wordsOf).some((text) => endsAsking(text))) return false;
  const columns = new Set(row.cells.map(({ column }) => column));
  const headless = next.cells.filter(({ column }) => !columns.has(column)).length;
  // The first column of a table often has no head.
  return headless <= 1 && faqColumns(row, next)?.[2] !== "asks";
}

/**
 * @param row the first of a table
 * @param next the one below it
 * @returns the columns of questions and of answers, and whether their heads say so or the first row already asks; null
 *   for another table
 */
export function faqColumns(
  row: SheetRow,
  next: SheetRow | null,
): readonly [question: number, answer: number, by: "heads" | "asks"] | null {
  const question = row.cells.find((cell) => QUESTION.test(wordsOf(cell)));
  const answer = row.cells.find((cell) => ANSWER.test(wordsOf(cell)));
  if (question !== undefined && answer !== undefined && next !== null) return [question.column, answer.column, "heads"];
  const [first, second] = row.cells;
  if (first === undefined || second === undefined || row.cells.length !== 2) return null;
  const asks = ({ cells }: SheetRow) => {
    const asked = cells.find(({ column }) => column === first.column);
    const answered = cells.find(({ column }) => column === second.column);
    return (
      asked !== undefined && endsAsking(wordsOf(asked)) && answered !== undefined && !endsAsking(wordsOf(answered))
    );
  };
  if (!(next === null || asks(next)) || (next !== null && next.cells.length !== 2)) return null;
  return asks(row)
    ? [first.column, second.column, "asks"]
    : next === null
      ? null
      : [first.column, second.column, "heads"];
}

function wordsOf({ pieces }: SheetCell): string {
  return textOf(pieces).trim().replace(/\s+/g, " ");
}
