import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import type { Answer } from "../answering/answer.ts";
import { ASK } from "../chat/question.ts";
import type { Command, Context } from "../command.ts";
import { dispatch, type OnFault, type Request } from "../dispatch.ts";
import { actionsOf } from "../replies/actions.ts";
import { notice } from "../replies/notice.ts";
import type { Action, ActionRole } from "../replies/reply.ts";
import { renderTerminal, type Screen } from "./render.ts";

export interface ChatOptions {
  readonly commands: readonly Command[];
  /** Asked for with each line: the documents may change meanwhile. */
  readonly context: () => Omit<Context, "history" | "onAnswer">;
  readonly input: Readable;
  readonly output: Writable & { columns?: number };
  readonly color: boolean;
  /** Whether a person sits there: only then is there a prompt. */
  readonly interactive: boolean;
  readonly onFault: OnFault;
}

/** What buttons do elsewhere. */
const TYPED: Readonly<Record<string, { readonly role: ActionRole; readonly hint: string }>> = {
  context: { role: "context", hint: "shows what stands around the quote" },
  more: { role: "more", hint: "shows further passages" },
};

/** Earlier questions that go along with the next one. */
const MAX_HISTORY = 5;

/** A conversation in the terminal: plain text asks, "/name" runs a command. Ends with the input (Ctrl-D). */
export async function chat(options: ChatOptions): Promise<void> {
  const { commands, context, input, output, color, interactive, onFault } = options;
  const names = commands.filter(({ hidden }) => hidden !== true).map(({ name }) => `/${name}`);
  const lines = createInterface({
    input,
    output,
    terminal: interactive,
    prompt: interactive ? "\nask › " : "",
    completer: (line: string): [string[], string] => [names.filter((name) => name.startsWith(line)), line],
  });
  let history: string[] = [];
  /** What went along with the last question: its further passages are ranked with the same. */
  let earlier: string[] = [];
  let actions: readonly Action[] = [];
  let ended = false;
  lines.once("close", () => {
    ended = true;
  });
  // The input may end while lines of it still wait for their answer.
  const prompt = () => {
    if (!ended) lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    if (/^\/(?:quit|exit)\s*$/.test(line)) break;
    if (line.trim() !== "") {
      const request = toRequest(line.trim(), actions);
      let asked: string | undefined;
      const onAnswer = ({ question }: Answer) => {
        asked = question;
      };
      const { reply } =
        request === null
          ? { reply: notice("info", "There is nothing more to show.") }
          : await dispatch(
              commands,
              request,
              { ...context(), onAnswer, history: "values" in request.input ? earlier : history },
              onFault,
            );
      const screen: Screen = { width: output.columns || 80, color };
      output.write(`\n${renderTerminal(reply, screen)}\n`);
      const offered = actionsOf(reply);
      const hints = Object.entries(TYPED).filter(([, { role }]) => offered.some((action) => action.role === role));
      if (hints.length > 0) output.write(`\n${hints.map(([name, { hint }]) => `/${name} ${hint}.`).join(" ")}\n`);
      // The passage around a quote leaves what goes on from the answer in place.
      if (offered.length > 0 || request?.command === ASK) actions = offered;
      // Small talk and refused flags asked nothing; a page of an answer is no other question.
      if (asked !== undefined && request !== null && "text" in request.input) {
        earlier = history;
        history = [...history, asked].slice(-MAX_HISTORY);
      }
    }
    prompt();
  }
  lines.close();
  if (interactive) output.write("\n");
}

/** @returns null for what a button of the last answer would do, where it has none */
function toRequest(line: string, actions: readonly Action[]): Request | null {
  const [, name, text = ""] = /^\/(\S*)\s*(.*)$/s.exec(line) ?? [];
  if (name === undefined) return { command: ASK, input: { text: line } };
  const typed = TYPED[name];
  if (typed === undefined) return { command: name, input: { text } };
  const action = actions.find(({ role }) => role === typed.role);
  return action === undefined ? null : { command: action.command, input: { values: action.options } };
}
