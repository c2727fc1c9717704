import { appendFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { AttacheError } from "../errors.ts";

/** The document in which people's answers are kept. */
export const ANSWERS_FILE = "answers.md";

/** An answer to be kept, with who said it and when. */
export interface AnswerEntry {
  readonly question: string;
  readonly answer: string;
  readonly by: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

const FRONT_MATTER = `---
title: Answers of people
note: "What the documents did not answer, and people did. Their names and the days stand above their answers."
---
`;

/**
 * Appends a question with its answer to the folder's own document of them, which is made when it is not there. One that
 * stands there already is not added again.
 *
 * @throws AttacheError "knowledge" when the file cannot be written
 */
export async function appendAnswer(folder: string, entry: AnswerEntry): Promise<void> {
  const file = path.join(folder, ANSWERS_FILE);
  try {
    // Made by whichever process comes first, whole or not at all.
    await writeFile(file, FRONT_MATTER, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    const text = entryOf(entry);
    if ((await readFile(file, "utf8")).includes(text)) return;
    await appendFile(file, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new AttacheError(
      "knowledge",
      `${ANSWERS_FILE} in the folder of the documents cannot be written (${code ?? message}): make it and the folder writable for the bot.`,
      { cause: error },
    );
  }
}

/** A heading that asks, one that says who answered when, which is cited with the answer and is none, and the paragraphs. */
function entryOf({ question, answer, by, at }: AnswerEntry): string {
  const heading = escapeMarkdown(question.replace(/\s+/g, " ").trim());
  const paragraphs = answer
    .split(/\n+/)
    .map((line) => escapeMarkdown(line.trim()))
    .filter((line) => line !== "");
  const day = new Date(at).toISOString().slice(0, 10);
  const name = by === null ? "Somebody" : escapeMarkdown(by.replace(/\s+/g, " ").trim());
  return `\n## ${heading}\n\n### ${name}, ${day}\n\n${paragraphs.join("\n\n")}\n`;
}

/** Text of people as Markdown that is read as that text: no markup of theirs counts. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>#|~$&%=^]/g, "\\$&")
    .replace(/^(\s*)([-+])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}
