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
      readonly explain: boolean;
    }
  | {
      readonly mode: "register";
      /** One server's id, or undefined for every server. */
      readonly guild: string | undefined;
    }
  | { readonly mode: "check-folder"; readonly folder: string | undefined; readonly json: boolean }
  | { readonly mode: "manifest"; readonly url: string | undefined; readonly prefix: string | undefined }
  | { readonly mode: "shown"; readonly text: string };

interface AskOptions {
  readonly knowledge?: string;
  readonly json?: true;
  readonly jsonl?: true;
  readonly limit?: number;
  readonly explain?: true;
}

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
    .option("--explain", "tell what each score and the confidence are made of, and why an answer was refused")
    .action((words: string[], options: AskOptions) => {
      invocation = {
        mode: "ask",
        knowledge: options.knowledge ?? program.opts()["knowledge"],
        question: words.join(" "),
        format: options.jsonl ? "jsonl" : options.json ? "json" : "text",
        limit: options.limit,
        explain: options.explain === true,
      };
    });
  program
    .command("register")
    .description("register the commands with Discord, where they differ from what it knows")
    .option("--guild <id>", "for one server only, where a change shows at once", toGuild)
    .action(({ guild }: { guild?: string }) => {
      invocation = { mode: "register", guild };
    });
  program
    .command("check-folder")
    .description("tell what is read of a folder of documents, and what is not")
    .argument("[dir]", "the folder (default: $KNOWLEDGE, or knowledge)")
    .option("--json", "print it as JSON")
    .action((folder: string | undefined, { json }: { json?: true }) => {
      invocation = { mode: "check-folder", folder, json: json === true };
    });
  program
    .command("manifest")
    .description("print the manifest of the Slack app, as JSON")
    .option("--url <address>", "public address of this program, for HTTP (default: none, for Socket Mode)", toAddress)
    .option(
      "--prefix <prefix>",
      "what stands before each slash command's name (default: $SLACK_COMMAND_PREFIX)",
      toPrefix,
    )
    .action((options: { url?: string; prefix?: string }) => {
      invocation = { mode: "manifest", url: options.url, prefix: options.prefix };
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

function toAddress(value: string): string {
  if (URL.parse(value)?.protocol === "https:") return value;
  throw new InvalidArgumentError("It is to be an address that starts with https://.");
}

function toPrefix(value: string): string {
  if (/^[a-z0-9_-]{1,20}$/.test(value)) return value;
  throw new InvalidArgumentError("It is to be at most 20 of a-z, 0-9, _ and -, without the slash.");
}

function toLimit(value: string): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new InvalidArgumentError(`It is to be a whole number from 1 to ${MAX_LIMIT}.`);
}

function toGuild(value: string): string {
  if (/^\d{15,20}$/.test(value)) return value;
  throw new InvalidArgumentError("It is to be the id of a server: in Discord, Developer Mode on, Copy Server ID.");
}
