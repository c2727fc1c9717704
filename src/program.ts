import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { styleText } from "node:util";
import dotenv from "dotenv";
import { commands } from "../commands/index.ts";
import type { LocalKnowledge } from "./answering/local-knowledge.ts";
import { firstSignal } from "./chat/serve.ts";
import { offeredIn } from "./command.ts";
import {
  type Config,
  hasPlatform,
  readConfig,
  readEncoder,
  readExclude,
  readKnowledgeFolder,
  readSlackAdmins,
  readSnapshot,
  readThreshold,
  readWatch,
  secretsOf,
  type WatchMode,
} from "./config.ts";
import { dispatch, type OnFault } from "./dispatch.ts";
import { checkFolder } from "./documents/check-folder.ts";
import { type FolderReport, leftOut } from "./documents/report.ts";
import { AttacheError } from "./errors.ts";
import type { Knowledge } from "./index.ts";
import { createLog, redact } from "./log.ts";
import { parseArguments } from "./terminal/arguments.ts";
import { chat } from "./terminal/chat.ts";
import { renderCheck, startLine } from "./terminal/check-folder.ts";
import { withoutControls } from "./terminal/controls.ts";
import { renderEvaluation, shortOf } from "./terminal/evaluation.ts";
import { renderExplanation } from "./terminal/explain.ts";
import type { Invocation } from "./terminal/invocation.ts";
import { answerLines } from "./terminal/lines.ts";
import { renderTerminal } from "./terminal/render.ts";
import { stateOf } from "./watch/folder-state.ts";
import type { Freshness, FreshOptions } from "./watch/keep-fresh.ts";

const color = styleText("bold", "x", { stream: process.stdout }) !== "x";

async function main(): Promise<void> {
  const invocation = parseArguments(process.argv.slice(2));
  if (invocation.mode === "shown") return print(invocation.text);
  dotenv.config({ quiet: true });
  if (invocation.mode === "init") return setUp(invocation);
  if (invocation.mode === "manifest") return printManifest(invocation);
  if (invocation.mode === "check-folder") return checkDocuments(invocation);
  if (invocation.mode === "fetch") return fetchDocuments(invocation);
  if (invocation.mode === "eval") return evaluateQuestions(invocation);
  if (invocation.mode === "ask") {
    return ask(invocation, await open(invocation.knowledge ?? readKnowledgeFolder(process.env)));
  }
  if (invocation.mode === "mcp") return serveAgents(invocation.knowledge ?? readKnowledgeFolder(process.env));
  const config = readConfig(process.env);
  if (invocation.mode === "report") return report(invocation, config);
  if (invocation.mode === "register") return register(config, invocation.guild ?? null);
  const folder = invocation.knowledge ?? config.knowledge;
  if (hasPlatform(config)) return serveChats(config, folder);
  return talk(config, folder);
}

/** A chat in the terminal, with the documents as they are. */
async function talk({ watch }: Config, folder: string): Promise<void> {
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

/** Opens documents that are read anew when their folder changes: what cannot be read then stays as it was. */
async function openFresh(folder: string, mode: WatchMode) {
  const exclude = readExclude(process.env);
  const state = await stateOf(folder, exclude);
  let knowledge = await open(folder);
  const { report } = knowledge;
  const reload = async () => {
    knowledge = await open(folder, knowledge);
    return knowledge.report;
  };
  const fresh = await keepFresh(mode, { folder, exclude, state, report, reload, log: { info: () => {}, warn } });
  return { current: () => knowledge, close: async () => fresh?.close() };
}

/** Has documents read anew when their folder changes, unless nobody wants that. */
async function keepFresh(mode: WatchMode, options: Omit<FreshOptions, "mode">): Promise<Freshness | null> {
  if (mode === "off") return null;
  const { Freshness } = await import("./watch/keep-fresh.ts");
  return new Freshness({ mode, ...options });
}

/** Opens the documents in this thread: for one person, a worker would only cost time. */
async function open(folder: string, before: LocalKnowledge | null = null): Promise<LocalKnowledge> {
  const { openKnowledge } = await import("./index.ts");
  const quiet = before === null ? {} : { onReport: () => {}, onProgress: () => {} };
  return openKnowledge({ ...openOptions(folder), ...quiet, earlier: before?.earlier() ?? null });
}

function openOptions(folder: string) {
  return {
    folder,
    exclude: readExclude(process.env),
    encoder: readEncoder(process.env),
    threshold: readThreshold(process.env),
    snapshot: keepsSnapshot(folder) ? readSnapshot(process.env) : null,
    onSnapshotProblem: warn,
    onProgress: showProgress,
    onReport(report: FolderReport) {
      const line = startLine(report);
      if (line !== null) warn(line);
    },
  };
}

/** A folder that is named for one question does not take the place of the bot's own in its snapshot. */
function keepsSnapshot(folder: string): boolean {
  const isOwn = path.resolve(folder) === path.resolve(readKnowledgeFolder(process.env));
  return isOwn || (process.env["SNAPSHOT"]?.trim() ?? "") !== "";
}

/** Files of a folder from which a person at a terminal is shown how far the reading is. */
const LARGE = 500;

function showProgress(done: number, total: number): void {
  if (total < LARGE || process.stderr.isTTY !== true) return;
  if (done % 50 === 0 || done === total)
    process.stderr.write(`\rReading: ${done} of ${total} files${done === total ? "\n" : ""}`);
}

async function checkDocuments({ folder, json, verbose }: Extract<Invocation, { mode: "check-folder" }>): Promise<void> {
  const place = folder ?? readKnowledgeFolder(process.env);
  const check = await checkFolder(place, { exclude: readExclude(process.env), onProgress: showProgress });
  print(json ? JSON.stringify(check, null, 2) : renderCheck(check, { verbose }));
  if (leftOut(check).length > 0) process.exitCode = 1;
}

async function setUp({ folder }: Extract<Invocation, { mode: "init" }>): Promise<void> {
  const { initialise } = await import("./terminal/init.ts");
  const { stdin: input, stdout: output } = process;
  const interactive = input.isTTY === true && output.isTTY === true;
  for (const line of await initialise({ folder, interactive, input, output })) print(line);
}

async function fetchDocuments(invocation: Extract<Invocation, { mode: "fetch" }>): Promise<void> {
  const { fetchAll } = await import("./fetch/fetch-all.ts");
  const { pages, feeds, every, allowPrivate } = invocation;
  const allowed = allowPrivate ? { isAllowed: () => true } : {};
  const folder = invocation.knowledge ?? readKnowledgeFolder(process.env);
  for (;;) {
    const failed = await fetchAll({ folder, pages, feeds, ...allowed, say: print, warn });
    if (every === null) {
      if (failed > 0) process.exitCode = 1;
      return;
    }
    await sleep(every);
  }
}

/** Standard output is the protocol's: whatever else there is to say goes to standard error. */
async function serveAgents(folder: string): Promise<void> {
  const { current: knowledge, close } = await openFresh(folder, readWatch(process.env));
  const { serveMcp } = await import("./mcp/serve.ts");
  const { stdin: input, stdout: output } = process;
  await serveMcp({ knowledge, input, output, onFault: ({ message }) => warn(message) });
  await close();
}

async function evaluateQuestions(invocation: Extract<Invocation, { mode: "eval" }>): Promise<void> {
  const { knowledge, questions, json, minRight, maxWrong } = invocation;
  const { evaluateFolder } = await import("./evaluation/evaluate-folder.ts");
  const evaluation = await evaluateFolder({
    folder: knowledge ?? readKnowledgeFolder(process.env),
    questions,
    exclude: readExclude(process.env),
    encoder: readEncoder(process.env),
    threshold: readThreshold(process.env),
    onProgress: showProgress,
  });
  print(json ? JSON.stringify(evaluation, null, 2) : renderEvaluation(evaluation));
  const short = shortOf(evaluation.summary, { minRight, maxWrong });
  for (const line of short) warn(line);
  if (short.length > 0) process.exitCode = 1;
}

async function report(
  { knowledge, since, format, out, withPeople, withPrivate }: Extract<Invocation, { mode: "report" }>,
  config: Config,
): Promise<void> {
  const { writeReport } = await import("./terminal/report.ts");
  const what = { format, out, withPeople, withPrivate, days: since ?? config.retentionDays };
  print(await writeReport({ ...what, store: config.store, open: () => open(knowledge ?? config.knowledge) }));
}

async function serveChats(config: Config, folder: string): Promise<void> {
  const log = createLog({ level: config.logLevel, write: warn, secrets: secretsOf(config) });
  process.on("unhandledRejection", (cause) => {
    log.error("A fault that nobody caught; going on", { cause, stack: (cause as Error | undefined)?.stack });
  });
  const { WorkerKnowledge } = await import("./worker/worker-knowledge.ts");
  const state = await stateOf(folder, config.exclude);
  const knowledge = await WorkerKnowledge.open({ ...openOptions(folder), log });
  const reload = async () => {
    await knowledge.reload();
    return knowledge.report;
  };
  const { exclude, watch } = config;
  await keepFresh(watch, { folder, exclude, state, report: knowledge.report, reload, log });
  const underNpm = process.env["npm_lifecycle_event"] !== undefined;
  const stop = firstSignal(process, () => process.exit(1), { underNpm });
  // Looked for beside what else is to be done, so that they are there once somebody types; a fault is told to whoever waits.
  knowledge.answeredQuestions().catch(() => undefined);
  // The platforms' clients and the store take time to load, which the terminal can do without.
  const { servePlatforms } = await import("./platforms.ts");
  await servePlatforms({ config, commands, knowledge, folder, reload: () => knowledge.reload(), stop, log });
  // The worker goes on until then, and a platform's client may leave a socket open that nobody waits for.
  process.exit(0);
}

async function register({ discord }: Config, guild: string | null): Promise<void> {
  if (discord === null) throw new AttacheError("config", "DISCORD_TOKEN is not set (see .env.example)");
  const { registerWith } = await import("./discord/register.ts");
  for (const line of await registerWith({ ...discord, commands: offeredIn(commands, discord.admins), guild }))
    print(line);
}

async function printManifest({ url, prefix }: Extract<Invocation, { mode: "manifest" }>): Promise<void> {
  const { slackManifest } = await import("./slack/manifest.ts");
  // Asked for before there is a token, and without one the settings say nothing of Slack.
  const given = prefix ?? process.env["SLACK_COMMAND_PREFIX"]?.trim() ?? "";
  const offered = offeredIn(commands, readSlackAdmins(process.env));
  print(JSON.stringify(slackManifest({ commands: offered, prefix: given, url: url ?? null }), null, 2));
}

async function ask(invocation: Extract<Invocation, { mode: "ask" }>, knowledge: Knowledge): Promise<void> {
  const { format, question, limit, explain } = invocation;
  const options = { explain, ...(limit === undefined ? {} : { limit }) };
  if (format === "jsonl") {
    if (question !== "") throw new AttacheError("usage", "--jsonl reads its questions from standard input: give none");
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

function terminalContext(knowledge: Knowledge) {
  return { knowledge, formatCommand: (command: string) => `/${command}`, feedback: { vote: () => {} } };
}

const onFault: OnFault = (error) => {
  warn(error instanceof AttacheError ? error.message : String((error as Error).stack ?? error));
};

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function warn(text: string): void {
  process.stderr.write(`${withoutControls(text)}\n`);
}

// A reader that closes the pipe early, such as head, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await main();
} catch (error) {
  const text = error instanceof AttacheError ? error.message : `Unexpected: ${String((error as Error).stack ?? error)}`;
  warn(redact(text));
  // The code alone does not end it: after a failed start, a platform's client may still hold a socket open.
  process.stdout.write("", () => process.exit(2));
}
