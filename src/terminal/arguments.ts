import { Command, CommanderError } from "commander";
import { AttacheError } from "../errors.ts";
import type { Invocation } from "./invocation.ts";
import {
  MAX_DAYS,
  MAX_LIMIT,
  toAddress,
  toDays,
  toFolders,
  toGuild,
  toLimit,
  toMilliseconds,
  toPercent,
  toPrefix,
  toSeveral,
} from "./values.ts";

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

interface ReportOptions {
  readonly knowledge?: readonly string[];
  readonly out?: string;
  readonly csv?: true;
  readonly json?: true;
  readonly since?: number;
  readonly withPeople?: true;
  readonly withPrivate?: true;
}

interface FetchOptions {
  readonly knowledge?: readonly string[];
  readonly feed?: readonly string[];
  readonly every?: number;
  readonly allowPrivate?: true;
}

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
    .command("report")
    .description("write a page on what was asked: what had no answer, the votes, the documents that answer")
    .option(...KNOWLEDGE)
    .option("--out <file>", "the file to write (default: report.html; standard output for --csv and --json)")
    .option("--csv", "a table of the same")
    .option("--json", "all of it as JSON")
    .option("--since <days>", `only the last so many days, 1 to ${MAX_DAYS} (default: $RETENTION_DAYS)`, toDays)
    .option("--with-people", "tell the ids of who asked and who voted")
    .option("--with-private", "tell in words what not everyone there could read: direct messages, closed channels")
    .action((options: ReportOptions) => {
      if (options.csv && options.json) throw usage("One of --csv and --json, please");
      invocation = {
        mode: "report",
        knowledge: oneFolder([...before(), ...(options.knowledge ?? [])]),
        format: options.csv ? "csv" : options.json ? "json" : "page",
        out: options.out,
        since: options.since,
        withPeople: options.withPeople === true,
        withPrivate: options.withPrivate === true,
      };
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
    .command("index")
    .description("read the documents and keep their index in $SNAPSHOT, so that the next start need not")
    .usage("[options] [dir]")
    .argument("[dir...]", "the folder (default: $KNOWLEDGE, or knowledge)")
    .option("--knowledge <dir>", "the folder, named as for the other commands", toFolders)
    .action((folders: string[], options: { knowledge?: readonly string[] }) => {
      invocation = { mode: "index", folder: oneFolder([...before(), ...(options.knowledge ?? []), ...folders]) };
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
