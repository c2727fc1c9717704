import process from "node:process";
import { commands } from "../../commands/index.ts";
import { offeredIn } from "../command.ts";
import type { Config } from "../config.ts";
import { dispatch } from "../dispatch.ts";
import { AttacheError } from "../errors.ts";
import type { Knowledge } from "../index.ts";
import { chat } from "../terminal/chat.ts";
import { renderExplanation } from "../terminal/explain.ts";
import type { Invocation } from "../terminal/invocation.ts";
import { renderTerminal } from "../terminal/render.ts";
import { openFresh } from "./open.ts";
import { color, onFault, print, warn } from "./output.ts";

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
  const { reply } = await dispatch(commands, { command: "ask", input: { values } }, context, onFault);
  print(renderTerminal(reply, { width: process.stdout.columns || 80, color }));
  if (explain) print(`\n${renderExplanation(await knowledge.ask(question, options))}`);
}

/** A chat in the terminal, with the documents as they are. */
export async function talk({ watch }: Config, folder: string): Promise<void> {
  const { current, close } = await openFresh(folder, watch);
  print(
    "No chat platform's token is set, so this is a chat in the terminal. Ask away; /help says more, Ctrl-D ends it.",
  );
  await chat({
    commands: offeredIn(commands, []),
    context: () => terminalContext(current()),
    input: process.stdin,
    output: process.stdout,
    color,
    interactive: process.stdin.isTTY === true,
    onFault,
  });
  await close();
}

function terminalContext(knowledge: Knowledge) {
  return { knowledge, formatCommand: (command: string) => `/${command}`, feedback: { vote: () => {} } };
}
