import process from "node:process";
import { ask as command } from "../../commands/ask.ts";
import type { Command } from "../command.ts";
import { dispatch } from "../dispatch.ts";
import { AttacheError } from "../errors.ts";
import type { Knowledge } from "../index.ts";
import { renderExplanation } from "../terminal/explain.ts";
import type { Invocation } from "../terminal/invocation.ts";
import { renderTerminal } from "../terminal/render.ts";
import { color, onFault, print, warn } from "./output.ts";
import { terminalContext } from "./terminal-context.ts";

/** Answers one question, or each line of standard input. */
export async function ask(invocation: Extract<Invocation, { mode: "ask" }>, knowledge: Knowledge): Promise<void> {
  const { format, question, limit, explain } = invocation;
  const options = { explain, ...(limit === undefined ? {} : { limit }) };
  if (format === "jsonl") {
    if (question !== "") throw new AttacheError("usage", "--jsonl reads its questions from standard input: give none");
    const { answerLines } = await import("../terminal/lines.ts");
    let [lines, bad] = [0, 0];
    for await (const { text, ok } of answerLines(process.stdin, (line) => knowledge.ask(line, options))) {
      print(text);
      lines++;
      if (!ok) bad++;
    }
    if (bad === 0) return;
    warn(`${bad} of ${lines} lines of standard input could not be answered: what is printed for them says why`);
    process.exitCode = 2;
    return;
  }
  if (format === "json") return print(JSON.stringify(await knowledge.ask(question, options), null, 2));
  const values = limit === undefined ? { question } : { question, limit };
  const context = { ...terminalContext(knowledge), history: [] };
  const { reply } = await dispatch([command as Command], { command: "ask", input: { values } }, context, onFault);
  print(renderTerminal(reply, { width: process.stdout.columns || 80, color }));
  if (explain) print(`\n${renderExplanation(await knowledge.ask(question, options))}`);
}
