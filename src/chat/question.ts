import type { Command } from "../command.ts";
import type { Request, ValuesRequest } from "../dispatch.ts";

/** The command that runs where a person writes without naming one. */
export const ASK = "ask";
/** Its option that takes what they wrote. */
export const QUESTION = "question";

/** A question as a request, whatever dashes it holds. @param more values of further options */
export function toQuestion(text: string, more: Readonly<Record<string, unknown>> = {}): ValuesRequest {
  return { command: ASK, input: { values: { ...more, [QUESTION]: text } } };
}

/** What a person typed to the bot, as a request: it may hold flags, as behind the command's name. */
export function toTypedQuestion(text: string): Request {
  return { command: ASK, input: { text } };
}

/** Characters that a question may have, of at most `most`. */
export function longestQuestion(commands: readonly Command[], most: number): number {
  const option = commands.find(({ name }) => name === ASK)?.options[QUESTION];
  return option?.kind === "text" ? Math.min(option.max, most) : most;
}
