import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";
import { setImmediate } from "node:timers/promises";
import { readFolder } from "../src/documents/folder.ts";
import { MAX_STORED_BYTES } from "../src/documents/limits.ts";
import { toPassages } from "../src/documents/passages.ts";
import { openKnowledge } from "../src/index.ts";
import { slice } from "../src/text/span.ts";
import { miniSearchDefaults } from "./peers.ts";
import { drawer } from "./random.ts";

/** What one size of folder costs: run by sizes.ts with a way and a folder, in a process of its own; prints JSON. */
export interface Measured {
  /** Seconds, of all threads and of the clock. */
  readonly cpu: number;
  readonly wall: number;
  /** Of heap and buffers, a passage. */
  readonly kilobytes: number;
  /** Milliseconds of a question, and of the longest time in which nothing else could run. */
  readonly p50: number;
  readonly p99: number;
  readonly block: number;
}

const QUESTIONS = 300;
const WARM_UP = 150;
const SEED = 20;
/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 1;

function memory(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function measure(
  passages: number,
  questions: readonly string[],
  open: () => Promise<{ ask: (question: string) => unknown; all?: () => Promise<unknown> }>,
): Promise<Measured> {
  const before = memory();
  const started = process.cpuUsage();
  const from = performance.now();
  const { ask, all } = await open();
  const wall = (performance.now() - from) / 1e3;
  const { user, system } = process.cpuUsage(started);
  const kilobytes = (memory() - before) / 1024 / passages;
  for (const question of questions.slice(0, WARM_UP)) await ask(question);
  const times: number[] = [];
  for (const question of questions.slice(WARM_UP)) {
    const from = performance.now();
    await ask(question);
    times.push(performance.now() - from);
  }
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const found = all?.();
  for (const question of questions) {
    await setImmediate();
    await ask(question);
  }
  await found;
  await setImmediate();
  delay.disable();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { cpu: (user + system) / 1e6, wall, kilobytes, p50: at(0.5), p99: at(0.99), block: delay.max / 1e6 };
}

const [way = "", folder = "", snapshot = ""] = process.argv.slice(2);
const { documents } = await readFolder(folder, { maxBytes: MAX_STORED_BYTES });
const passages = documents.flatMap((document) =>
  toPassages(document).map((passage, i) => ({
    id: `${document.file}-${i}`,
    title: document.source.title,
    text: slice(document.text, passage),
  })),
);
/** Some words of a sentence of any passage. */
const draw = drawer(SEED);
const questions = Array.from({ length: WARM_UP + QUESTIONS }, () => {
  const { text } = passages[draw(passages.length)] as (typeof passages)[number];
  const words = text.split(/\s+/);
  const from = draw(Math.max(1, words.length - 6));
  return `who ${words.slice(from, from + 6).join(" ")}`;
});
async function openAttache(place: string | null) {
  const knowledge = await openKnowledge({ folder, snapshot: place });
  return { ask: (question: string) => knowledge.ask(question), all: () => knowledge.answeredQuestions() };
}

async function openInLanceDb(lancedb: string) {
  const knowledge = await openKnowledge({ folder, lancedb });
  return { ask: (question: string) => knowledge.ask(question) };
}

/** From nothing, from a snapshot that is there, from LanceDB, or MiniSearch. */
const ways: Readonly<Record<string, Parameters<typeof measure>[2]>> = {
  built: () => openAttache(null),
  snapshot: () => openAttache(snapshot),
  lancedb: () => openInLanceDb(snapshot),
  "mini-search": async () => {
    const search = miniSearchDefaults.index(passages);
    return { ask: (question) => search(question, 3) };
  },
};
const measured = await measure(passages.length, questions, ways[way] as (typeof ways)[string]);
process.stdout.write(JSON.stringify({ passages: passages.length, measured }));
