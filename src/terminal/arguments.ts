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
  | {
      readonly mode: "check-folder";
      readonly folder: string | undefined;
      readonly json: boolean;
      readonly verbose: boolean;
    }
  | {
      readonly mode: "eval";
      readonly knowledge: string | undefined;
      readonly questions: string;
      readonly json: boolean;
      /** Percent: of the answerable questions that are to be answered rightly at the least, and of all wrongly at the most. */
      readonly minRight: number | undefined;
      readonly maxWrong: number | undefined;
    }
  | {
      readonly mode: "fetch";
      readonly knowledge: string | undefined;
      readonly pages: readonly string[];
      readonly feeds: readonly string[];
      /** Milliseconds after which it is all fetched again; null for once. */
      readonly every: number | null;
      readonly allowPrivate: boolean;
    }
  | { readonly mode: "init"; readonly folder: string }
  | { readonly mode: "mcp"; readonly knowledge: string | undefined }
  | { readonly mode: "manifest"; readonly url: string | undefined; readonly prefix: string | undefined }
  | { readonly mode: "shown"; readonly text: string };

interface AskOptions {
  readonly knowledge?: readonly string[];
  readonly json?: true;
  readonly jsonl?: true;
  readonly limit?: number;
  readonly explain?: true;
}

interface EvalOptions {
  readonly questions: string;
  readonly knowledge?: readonly string[];
  readonly json?: true;
  readonly minRight?: number;
  readonly maxWrong?: number;
}

interface FetchOptions {
  readonly knowledge?: readonly string[];
  readonly feed?: readonly string[];
  readonly every?: number;
  readonly allowPrivate?: true;
}

const MAX_LIMIT = 100;
const KNOWLEDGE = [
  "--knowledge <dir>",
  "folder of the documents (default: $KNOWLEDGE, or knowledge)",
  toFolders,
] as const;

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
    // A command refuses what it does not list, also where the program knows it.
    .enablePositionalOptions()
    .option(...KNOWLEDGE)
    .action(() => {
      invocation = { mode: "start", knowledge: oneFolder(before()) };
    });
  /** Folders named before the command. */
  const before = (): readonly string[] => program.opts<{ knowledge?: readonly string[] }>().knowledge ?? [];
  const readsNone = (command: string) => {
    if (before().length > 0) throw usage(`${command} reads no documents: leave out --knowledge`);
  };
  program
    .command("start")
    .description("serve every platform whose token is set; without one, chat in the terminal")
    .option(...KNOWLEDGE)
    .action((options: { knowledge?: readonly string[] }) => {
      invocation = { mode: "start", knowledge: oneFolder([...before(), ...(options.knowledge ?? [])]) };
    });
  program
    .command("init")
    .description("set a folder up to run the bot in: settings, and a folder of documents with a sample")
    .argument("[dir]", "the folder", ".")
    .action((folder: string) => {
      readsNone("init");
      invocation = { mode: "init", folder };
    });
  program
    .command("ask")
    .description("answer a question and end")
    .argument("[question...]", "the question, in your own words")
    .option(...KNOWLEDGE)
    .option("--json", "print the answer as JSON")
    .option("--jsonl", 'answer each line of standard input, plain or {"id","question"}, with a line of JSON')
    .option("--limit <n>", `passages at the most, 1 to ${MAX_LIMIT} (default: 3)`, toLimit)
    .option("--explain", "tell what each score and the confidence are made of, and why an answer was refused")
    .action((words: string[], options: AskOptions) => {
      invocation = {
        mode: "ask",
        knowledge: oneFolder([...before(), ...(options.knowledge ?? [])]),
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
      readsNone("register");
      invocation = { mode: "register", guild };
    });
  program
    .command("check-folder")
    .alias("check")
    .description("tell what is read of a folder of documents, and what is not")
    .usage("[options] [dir]")
    .argument("[dir...]", "the folder (default: $KNOWLEDGE, or knowledge)")
    .option("--knowledge <dir>", "the folder, named as for the other commands", toFolders)
    .option("--json", "print all of it as JSON")
    .option("--verbose", "name every file, however many there are")
    .action((folders: string[], options: { knowledge?: readonly string[]; json?: true; verbose?: true }) => {
      const folder = oneFolder([...before(), ...(options.knowledge ?? []), ...folders]);
      const { json, verbose } = options;
      invocation = { mode: "check-folder", folder, json: json === true, verbose: verbose === true };
    });
  program
    .command("eval")
    .description("ask questions whose answers you know, and tell how many were answered rightly")
    .requiredOption("--questions <file>", 'one in a line: {"question","file","phrase"}, or {"question","none":true}')
    .option(...KNOWLEDGE)
    .option("--min-right <percent>", "end with status 1 where fewer are answered rightly", toPercent)
    .option("--max-wrong <percent>", "end with status 1 where more get a wrong answer", toPercent)
    .option("--json", "print all of it as JSON")
    .action((options: EvalOptions) => {
      const knowledge = oneFolder([...before(), ...(options.knowledge ?? [])]);
      const { questions, json, minRight, maxWrong } = options;
      invocation = { mode: "eval", knowledge, questions, json: json === true, minRight, maxWrong };
    });
  program
    .command("fetch")
    .description("save pages of the web, and the new entries of feeds, as documents")
    .argument("[url...]", "addresses of pages")
    .option("--feed <url>", "address of an RSS, Atom or JSON feed, as often as there are", toSeveral)
    .option("--every <time>", "go on, and look for what is new so often: 10m, 2h, 1d", toMilliseconds)
    .option("--allow-private", "fetch from this machine and its networks, too")
    .option(...KNOWLEDGE)
    .action((pages: string[], { feed = [], every, allowPrivate, ...options }: FetchOptions) => {
      if (pages.length + feed.length === 0)
        throw usage("fetch needs the address of a page, or --feed and that of a feed");
      const knowledge = oneFolder([...before(), ...(options.knowledge ?? [])]);
      invocation = {
        mode: "fetch",
        knowledge,
        pages,
        feeds: feed,
        every: every ?? null,
        allowPrivate: allowPrivate === true,
      };
    });
  program
    .command("mcp")
    .description("serve the documents to agents: the Model Context Protocol over standard input and output")
    .option(...KNOWLEDGE)
    .action((options: { knowledge?: readonly string[] }) => {
      invocation = { mode: "mcp", knowledge: oneFolder([...before(), ...(options.knowledge ?? [])]) };
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
      readsNone("manifest");
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
    const problem = error.code === "commander.excessArguments" ? tooMany(program) : error.message;
    throw usage(problem.replace(/^error: /, "").replace(/\s+/g, " "));
  }
  if (invocation === undefined) throw usage("Nothing to do");
  return invocation;
}

function usage(problem: string): AttacheError {
  return new AttacheError("usage", `${problem} (see --help)`);
}

/** The program itself takes no arguments: its first one is meant as a command. */
function tooMany({ args: [first = "", ...others], commands }: Command): string {
  const command = commands.find((known) => known.name() === first);
  return command === undefined ? `unknown command '${first}'` : `${first} takes no '${others.join(" ")}': leave it out`;
}

/** @throws AttacheError "usage" when several are named: a folder's name with spaces comes as several words */
function oneFolder(folders: readonly string[]): string | undefined {
  if (folders.length < 2) return folders[0];
  throw usage(`One folder, please, not ${folders.join(" and ")}: put a name with spaces in quotes`);
}

function toFolders(value: string, earlier: readonly string[] = []): readonly string[] {
  if (value.trim() === "") throw new InvalidArgumentError("It is to be the path of a folder.");
  return [...earlier, value];
}

function toSeveral(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** From a minute to a week: more often is no way to treat a site. */
function toMilliseconds(value: string): number {
  const [, number, unit = ""] = /^(\d+)([mhd])$/.exec(value) ?? [];
  const milliseconds = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (milliseconds >= 60_000 && milliseconds <= 7 * 86_400_000) return milliseconds;
  throw new InvalidArgumentError("It is to be from 1m to 7d, such as 10m, 2h or 1d.");
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

function toPercent(value: string): number {
  const percent = Number(value.replace(/%$/, ""));
  if (value.trim() !== "" && percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError("It is to be a number from 0 to 100.");
}

function toGuild(value: string): string {
  if (/^\d{15,20}$/.test(value)) return value;
  throw new InvalidArgumentError("It is to be the id of a server: in Discord, Developer Mode on, Copy Server ID.");
}
