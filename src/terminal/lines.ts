import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Answer } from "../answering/answer.ts";
import { AttacheError } from "../errors.ts";

const identified = z.object({ id: z.union([z.string(), z.number()]).optional() });
const asked = identified.extend({ question: z.string() });
const NO_QUESTION = 'is no question: write the question alone, or {"id": 1, "question": "…"}';

/** A line of output: JSON, and whether it holds an answer. */
export interface OutputLine {
  readonly text: string;
  readonly ok: boolean;
}

/**
 * Answers questions, one a line: plain, or JSON such as `{"id": 7, "question": "…"}`. Empty lines are passed over.
 *
 * @param ask answers one question
 * @returns a line of JSON for each, in order, with the id where there is one; for a line that cannot be answered its
 *   number, counted from 1 with the empty ones, and what is wrong: `{"line": 3, "error": "…"}`
 */
export async function* answerLines(
  input: Readable,
  ask: (question: string) => Promise<Answer>,
): AsyncGenerator<OutputLine> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const { id, question } = parseLine(line);
    const named = id === undefined ? {} : { id };
    try {
      if (question === null) throw new AttacheError("usage", NO_QUESTION);
      yield { text: JSON.stringify({ ...named, ...(await ask(question)) }), ok: true };
    } catch (error) {
      if (!(error instanceof AttacheError)) throw error;
      yield { text: JSON.stringify({ ...named, line: number, error: error.message }), ok: false };
    }
  }
}

interface ParsedLine {
  readonly id?: string | number | undefined;
  /** Null where there is none. */
  readonly question: string | null;
}

/** The id is told apart from the question, so that a line without a question can still be named by it. */
function parseLine(line: string): ParsedLine {
  if (!line.trimStart().startsWith("{")) return { question: line };
  const value = parseJson(line.trim());
  const whole = asked.safeParse(value);
  if (whole.success) return whole.data;
  return { id: identified.safeParse(value).data?.id, question: null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
