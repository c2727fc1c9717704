import { Command, CommanderError, InvalidArgumentError } from "commander";
import { AttacheError } from "../errors.ts";

/** What the command line asks for. */
export type Invocation =
  | { readonly mode: "start"; readonly knowledge: string | undefined }
  | {
      readonly mode: "ask";
      readonly knowledge: string | undefined;
      readonly question: string;
      readonly format: "text" | "json" | "jsonl";
      readonly limit: number | undefined;
    }
  | { readonly mode: "shown"; readonly text: string };

const MAX_LIMIT = 100;

/**
 * Reads the command line.
 *
 * @param argv the arguments, without the program's own name
 * @throws AttacheError "usage", in one line
 */
export function parseArguments(argv: readonly string[]): Invocation {
  let invocation: Invocation | undefined;
  let shown = "";
  const program = new Command("attache")
    .description("Answers questions from a folder of documents, in the documents' own words.")
    .helpCommand("help [command]", "display help for command")
    .option("--knowledge <dir>", "folder of the documents (default: $KNOWLEDGE, or knowledge)")
    .action(() => {
      invocation = { mode: "start", knowledge: program.opts()["knowledge"] };
    });
  program
    .command("ask")
    .description("answer a question and end")
    .argument("[question...]", "the question, in your own words")
    .option("--knowledge <dir>", "folder of the documents (default: $KNOWLEDGE, or knowledge)")
    .option("--json", "print the answer as JSON")
    .option("--jsonl", 'answer each line of standard input, plain or {"id","question"}, with a line of JSON')
    .option("--limit <n>", `passages at the most, 1 to ${MAX_LIMIT} (default: 3)`, toLimit)
    .action((words: string[], options: { knowledge?: string; json?: true; jsonl?: true; limit?: number }) => {
      invocation = {
        mode: "ask",
        knowledge: options.knowledge ?? program.opts()["knowledge"],
        question: words.join(" "),
        format: options.jsonl ? "jsonl" : options.json ? "json" : "text",
        limit: options.limit,
      };
    });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        shown += text;
      },
      writeErr: () => {},
    });
  }
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { mode: "shown", text: shown.trimEnd() };
    // Only the program itself, which takes no arguments, can get too many: the first one is meant as a command.
    const problem = error.code === "commander.excessArguments" ? `unknown command '${program.args[0]}'` : error.message;
    throw new AttacheError("usage", `${problem.replace(/^error: /, "").replace(/\s+/g, " ")} (see --help)`);
  }
  if (invocation === undefined) throw new AttacheError("usage", "Nothing to do (see --help)");
  return invocation;
}

function toLimit(value: string): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new InvalidArgumentError(`It is to be a whole number from 1 to ${MAX_LIMIT}.`);
}
