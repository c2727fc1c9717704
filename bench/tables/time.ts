import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { bootstrap, type Counts } from "../bootstrap.ts";
import { loadSquad, type Paragraph } from "../data.ts";
import { quantile } from "../metrics.ts";
import { progress } from "../progress.ts";
import { ratio, type Table } from "../table.ts";

const ROUNDS = 3;
const WARM_UP = 300;
const BUILDS = 5;

/** Time of a whole answer against one plain search, in turns within one run, so that a busy machine slows both. */
export async function timeTables(): Promise<Table[]> {
  const { passages, answerable } = loadSquad();
  const questions = answerable.map(({ question }) => question);
  const ours = new LocalKnowledge(buildIndex(toDocuments(passages)));
  const plain = indexPlainly(passages);
  const ask = (question: string) => ours.ask(question, { limit: 3 });
  const search = (question: string) => plain.search(question);
  for (const question of questions.slice(0, WARM_UP)) {
    await ask(question);
    search(question);
  }
  const times = questions.map(() => ({ ask: [] as number[], search: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, question] of questions.entries()) {
      const entry = times[i] as (typeof times)[number];
      const turns = [
        async () => entry.ask.push(await clock(() => ask(question))),
        async () => entry.search.push(await clock(() => search(question))),
      ];
      for (const turn of (i + round) % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    progress(`  round ${round + 1} of ${ROUNDS}`);
  }
  const asks = times.map((entry) => median(entry.ask));
  const searches = times.map((entry) => median(entry.search));
  const answering: Table = {
    title: "Time per question",
    header: ["", "median", "p99"],
    rows: [
      ["Attaché, whole ask (limit 3)", ...[0.5, 0.99].map((q) => milliseconds(plainQuantile(asks, q)))],
      ["MiniSearch, defaults, one search", ...[0.5, 0.99].map((q) => milliseconds(plainQuantile(searches, q)))],
      ["ratio", ...[0.5, 0.99].map((q) => ratio(ratioOf(asks, searches, q)))],
    ],
    notes: [
      `${questions.length} questions over ${passages.length} passages, the median of ${ROUNDS} turns for each question.`,
    ],
  };
  return [answering, await buildTable(passages)];
}

async function buildTable(passages: readonly Paragraph[]): Promise<Table> {
  const build = {
    ask: () => new LocalKnowledge(buildIndex(toDocuments(passages))),
    search: () => indexPlainly(passages),
  };
  const times = { ask: [] as number[], search: [] as number[] };
  for (let i = 0; i < BUILDS; i++) {
    times.ask.push(await clock(build.ask));
    times.search.push(await clock(build.search));
  }
  progress("  builds");
  const kilobytes = passages.reduce((sum, { text }) => sum + text.length, 0) / 1024;
  return {
    title: "Index",
    header: ["", "time to build", "memory"],
    rows: [
      ["Attaché", milliseconds(median(times.ask)), memoryOf(build.ask)],
      ["MiniSearch, defaults", milliseconds(median(times.search)), memoryOf(build.search)],
    ],
    notes: [
      `${passages.length} passages, ${Math.round(kilobytes)} KB of text; the median of ${BUILDS} builds, and what the heap and its buffers grow by with one more index.`,
    ],
  };
}

function indexPlainly(passages: readonly Paragraph[]): MiniSearch<Paragraph> {
  const plain = new MiniSearch<Paragraph>({ fields: ["title", "text"] });
  plain.addAll(passages);
  return plain;
}

/** @returns milliseconds until the work is done */
async function clock(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function memoryOf(build: () => unknown): string {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const used = () => {
    // What one collection finds free, such as an earlier table's data, may hold what only the next one can free.
    let bytes = Number.POSITIVE_INFINITY;
    for (;;) {
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      if (heapUsed + arrayBuffers > bytes - 100_000) return bytes;
      bytes = heapUsed + arrayBuffers;
    }
  };
  const before = used();
  const held = [build()];
  const grown = used() - before;
  held.pop();
  return `${(grown / 1024 / 1024).toFixed(1)} MB`;
}

function ratioOf(asks: readonly number[], searches: readonly number[], q: number) {
  const [byAsk, bySearch] = [ordered(asks), ordered(searches)];
  return bootstrap([asks.length], ([counts = []]) => {
    const at = ({ values, order }: ReturnType<typeof ordered>) =>
      quantile(
        values,
        order.map((i) => counts[i] as number),
        q,
      );
    return at(byAsk) / at(bySearch);
  });
}

function ordered(times: readonly number[]) {
  const order = times.map((_, i) => i).sort((a, b) => (times[a] as number) - (times[b] as number));
  return { order, values: order.map((i) => times[i] as number) };
}

function plainQuantile(times: readonly number[], q: number): number {
  const counts: Counts = new Uint8Array(times.length).fill(1);
  return quantile(ordered(times).values, counts, q);
}

function median(values: readonly number[]): number {
  return plainQuantile(values, 0.5);
}

function milliseconds(value: number): string {
  return value < 100 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`;
}
