import "../src/compile-cache.js";
import { appendFileSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { commands } from "../commands/index.ts";
import { createBot } from "../src/chat/bot.ts";
import { compilePatterns } from "../src/chat/compile-patterns.ts";
import { toQuestion } from "../src/chat/question.ts";
import { createRateLimits } from "../src/chat/rate-limits.ts";
import { TOO_MANY } from "../src/chat/turns.ts";
import { renderDiscord } from "../src/discord/render.ts";
import type { Request } from "../src/dispatch.ts";
import { openKnowledge } from "../src/index.ts";
import { openStore } from "../src/store/open.ts";
import { openInWorker } from "./large-folder.ts";
import { drawer } from "./random.ts";

/** What the thread that talks to platforms went through: run by served.ts with a folder, in a process of its own; prints JSON. */
export interface Served {
  readonly answered: number;
  readonly lost: number;
  /** Milliseconds of an answer, from the question to what is sent to Discord. */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** Milliseconds in which nothing else could run, at the longest: on the clock, and of the processor, which others do not share. */
  readonly block: number;
  readonly work: number;
}

const PER_SECOND = 20;
/**
 * Seconds: of all, before people and the like are asked for, and before the documents are read anew. What is left of the
 * workers is given back some ten seconds after they ended, which is within the minute in a folder of 20,000 passages.
 */
const SECONDS = 60;
const LOOK_AT_ALL = 5;
const RELOAD = 10;
/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 1;

const QUESTIONS = 300;
const WORDS = 6;
const SEED = 21;

const [folder = "", where = "", snapshot = ""] = process.argv.slice(2);
const files = globSync("**/*.md", { cwd: folder }).sort();
const questions = drawQuestions();
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const inWorker = where === "worker" ? await openInWorker(folder, snapshot === "" ? null : snapshot) : null;
const knowledge = inWorker ?? (await openKnowledge({ folder }));
const storeFolder = mkdtempSync(join(tmpdir(), "threads-"));
const store = await openStore(join(storeFolder, "store.sqlite"), quiet);
compilePatterns();
const limits = createRateLimits({ perUser: 1e9, perChannel: 1e9 });
const bot = createBot({ commands, knowledge, store, limits, log: quiet });

/** Some words of a line of any file. */
function drawQuestions(): string[] {
  const draw = drawer(SEED);
  return Array.from({ length: QUESTIONS }, () => {
    const text = readFileSync(join(folder, files[draw(files.length)] as string), "utf8");
    const lines = text.split("\n").filter((line) => line.split(/\s+/).length > WORDS);
    const words = (lines[draw(Math.max(1, lines.length))] ?? text).split(/\s+/);
    const from = draw(Math.max(1, words.length - WORDS));
    return `who ${words.slice(from, from + WORDS).join(" ")}`;
  });
}

const calls = { formatCommand: (command: string) => `/${command}` };

/** Changes a file and has the folder read anew. */
async function change(): Promise<void> {
  appendFileSync(join(folder, files[0] ?? ""), "\n\nThe bell of the harbour rings at nine.\n");
  await inWorker?.reload();
}

/** Milliseconds of the processor that this thread has had. */
function workedFor(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** As somebody asks who types it first. @returns whether there was an answer */
function ask(question: string, i: number): Promise<boolean> {
  bot.suggest("ask", "question", question.slice(0, 5));
  return handle(toQuestion(question), i);
}

async function handle(request: Request, i: number): Promise<boolean> {
  const user = `user ${i}`;
  const requester = { platform: "discord", workspace: "w", channel: "c", conversation: null, user } as const;
  const { reply, exchange } = await bot.handle(request, requester, calls);
  const text = JSON.stringify(renderDiscord(reply, exchange));
  return text.length > 0 && !text.includes(TOO_MANY);
}

function lookAtAll(command: string, i: number): Promise<boolean> {
  return handle({ command, input: { values: {} } }, i);
}

for (const [i, question] of questions.slice(0, 50).entries()) await ask(question, i);
const times: number[] = [];
let answered = 0;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();
/** Between two looks at the event loop the thread works for longer only where it cannot look. */
let [before, work] = [workedFor(), 0];
const looking = setInterval(() => {
  const now = workedFor();
  work = Math.max(work, now - before);
  before = now;
}, RESOLUTION);
const all: Promise<void>[] = [];
const beside: Promise<unknown>[] = [knowledge.answeredQuestions()];
const started = performance.now();
for (let i = 0; i < PER_SECOND * SECONDS; i++) {
  const from = performance.now();
  const asked = ask(questions[i % questions.length] ?? "", i).then((isAnswered) => {
    times.push(performance.now() - from);
    if (isAnswered) answered++;
  });
  all.push(asked);
  if (i === LOOK_AT_ALL * PER_SECOND) beside.push(...["who", "timeline", "differences"].map(lookAtAll));
  if (i === RELOAD * PER_SECOND) beside.push(change());
  await sleep(Math.max(0, started + ((i + 1) * 1_000) / PER_SECOND - performance.now()));
}
await Promise.all([...all, ...beside]);
delay.disable();
clearInterval(looking);
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
const served: Served = {
  answered,
  lost: all.length - answered,
  p50: at(0.5),
  p99: at(0.99),
  slowest: times.at(-1) ?? Number.NaN,
  block: delay.max / 1e6,
  work,
};
process.stdout.write(JSON.stringify(served));
await store.close();
rmSync(storeFolder, { recursive: true });
await inWorker?.close();
