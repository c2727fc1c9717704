import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Answer } from "../answering/answer.ts";
import { AttacheError } from "../errors.ts";

const asked = z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.string() });

/**
 * Answers questions, one a line: plain, or JSON such as `{"id": 7, "question": "…"}`. Empty lines are passed over.
 *
 * @param ask answers one question
 * @returns a line of JSON for each, in order, with the id where there is one
 * @throws AttacheError "usage" naming the line that is neither
 */
export async function* answerLines(
  input: Readable,
  ask: (question: string) => Promise<Answer>,
): AsyncGenerator<string> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const { id, question } = parseLine(line, number);
    yield JSON.stringify({ ...(id === undefined ? {} : { id }), ...(await ask(question)) });
  }
}

function parseLine(line: string, number: number): z.infer<typeof asked> {
  if (!line.trimStart().startsWith("{")) return { question: line };
  try {
    return asked.parse(JSON.parse(line));
  } catch (error) {
    const advice = 'write the question alone, or {"id": 1, "question": "…"}';
    throw new AttacheError("usage", `Line ${number} of standard input is no question: ${advice}`, { cause: error });
  }
}
