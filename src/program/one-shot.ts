import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { commands } from "../../commands/index.ts";
import { offeredIn } from "../command.ts";
import {
  readEncoder,
  readExclude,
  readKnowledgeFolder,
  readLanceDb,
  readThreshold,
  readWatch,
} from "../config/documents.ts";
import type { Config } from "../config.ts";
import { checkFolder } from "../documents/check-folder.ts";
import { leftOut } from "../documents/report.ts";
import { AttacheError } from "../errors.ts";
import type { SourceSummary } from "../index.ts";
import { counted } from "../replies/counted.ts";
import { renderCheck } from "../terminal/check-folder.ts";
import { renderEvaluation, shortOf } from "../terminal/evaluation.ts";
import type { Invocation } from "../terminal/invocation.ts";
import { keepsSnapshot, open, openFresh, openOptions } from "./open.ts";
import { print, showProgress, showWritten, tellProgress, warn } from "./output.ts";

export async function checkDocuments({
  folder,
  json,
  verbose,
}: Extract<Invocation, { mode: "check-folder" }>): Promise<void> {
  const place = folder ?? readKnowledgeFolder(process.env);
  const check = await checkFolder(place, { exclude: readExclude(process.env), onProgress: showProgress });
  print(json ? JSON.stringify(check, null, 2) : renderCheck(check, { verbose }));
  if (leftOut(check).length > 0) process.exitCode = 1;
}

/** Keeps the index of a folder where the bot's next start looks for it: a large one may be made before it is stopped. */
export async function indexDocuments({ folder }: Extract<Invocation, { mode: "index" }>): Promise<void> {
  const place = folder ?? readKnowledgeFolder(process.env);
  const options = { ...openOptions(place), onProgress: tellProgress() };
  const lancedb = readLanceDb(process.env);
  if (lancedb !== null) return indexInLanceDb(place, lancedb);
  const { snapshot } = options;
  if (snapshot === null) {
    const fix = keepsSnapshot(place)
      ? "take SNAPSHOT=off out"
      : "set KNOWLEDGE to it, or SNAPSHOT to a file of its own";
    throw new AttacheError("usage", `No index is kept of ${place}: ${fix}`);
  }
  const { openKnowledge } = await import("../index.ts");
  const knowledge = await openKnowledge({
    ...options,
    onSnapshotProblem(problem, isMadeAnew) {
      if (!isMadeAnew) throw new AttacheError("usage", problem);
    },
  });
  const { size } = await stat(snapshot);
  printIndexed(place, knowledge.sources, snapshot, size);
  // They are kept beside it; who ends the command before they are found loses nothing else.
  await knowledge.answeredQuestions();
}

/** Writes what has changed since the last time. */
async function indexInLanceDb(place: string, lancedb: string): Promise<void> {
  const { openKnowledge } = await import("../index.ts");
  const { sources } = await openKnowledge({
    ...openOptions(place),
    onProgress: tellProgress(),
    lancedb,
    onWritten: showWritten,
    onSnapshotProblem(problem, isMadeAnew) {
      if (!isMadeAnew) throw new AttacheError("index", problem);
      warn(problem);
    },
  });
  const files = await readdir(lancedb, { recursive: true });
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(lancedb, file))).size));
  printIndexed(
    place,
    sources,
    lancedb,
    sizes.reduce((sum, size) => sum + size, 0),
  );
}

function printIndexed(place: string, sources: readonly SourceSummary[], index: string, bytes: number): void {
  const passages = sources.reduce((sum, { passageCount }) => sum + passageCount, 0);
  const kilobytes = Math.ceil(bytes / 1024).toLocaleString("en");
  print(
    `${counted(sources.length, "document")}, ${counted(passages, "passage")}: the index of ${place} is in ${index} (${kilobytes} KB)`,
  );
}

export async function setUp({ folder }: Extract<Invocation, { mode: "init" }>): Promise<void> {
  const { initialise } = await import("../terminal/init.ts");
  const { stdin: input, stdout: output } = process;
  const interactive = input.isTTY === true && output.isTTY === true;
  for (const line of await initialise({ folder, interactive, input, output })) print(line);
}

export async function fetchDocuments(invocation: Extract<Invocation, { mode: "fetch" }>): Promise<void> {
  const { fetchAll } = await import("../fetch/fetch-all.ts");
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
export async function serveAgents(folder: string): Promise<void> {
  const { current: knowledge, close } = await openFresh(folder, readWatch(process.env));
  const { serveMcp } = await import("../mcp/serve.ts");
  const { stdin: input, stdout: output } = process;
  await serveMcp({ knowledge, input, output, onFault: ({ message }) => warn(message) });
  await close();
}

export async function evaluateQuestions(invocation: Extract<Invocation, { mode: "eval" }>): Promise<void> {
  const { knowledge, questions, json, minRight, maxWrong } = invocation;
  const { evaluateFolder } = await import("../evaluation/evaluate-folder.ts");
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

export async function report(
  { knowledge, since, format, out, withPeople, withPrivate }: Extract<Invocation, { mode: "report" }>,
  config: Config,
): Promise<void> {
  const { writeReport } = await import("../terminal/report.ts");
  const what = { format, out, withPeople, withPrivate, days: since ?? config.retentionDays };
  print(await writeReport({ ...what, store: config.store, open: () => open(knowledge ?? config.knowledge) }));
}

export async function register({ discord }: Config, guild: string | null): Promise<void> {
  if (discord === null) throw new AttacheError("config", "DISCORD_TOKEN is not set (see .env.example)");
  const { registerWith } = await import("../discord/register.ts");
  for (const line of await registerWith({ ...discord, commands: offeredIn(commands, discord.admins), guild }))
    print(line);
}

export async function printManifest({ url, prefix }: Extract<Invocation, { mode: "manifest" }>): Promise<void> {
  const { slackManifest } = await import("../slack/manifest.ts");
  const { readSlackAdmins } = await import("../config.ts");
  // Asked for before there is a token, and without one the settings say nothing of Slack.
  const given = prefix ?? process.env["SLACK_COMMAND_PREFIX"]?.trim() ?? "";
  const offered = offeredIn(commands, readSlackAdmins(process.env));
  print(JSON.stringify(slackManifest({ commands: offered, prefix: given, url: url ?? null }), null, 2));
}
