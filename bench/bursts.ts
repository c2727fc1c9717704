import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { TOO_MANY } from "../src/chat/turns.ts";
import type { Knowledge } from "../src/index.ts";
import { startHarness } from "../tests/discord/harness.ts";
import { mention } from "../tests/slack/fake/payloads.ts";
import { openWorld } from "../tests/slack/fake/slack.ts";
import { visibleText } from "../tests/slack/visible.ts";
import { copyLargeFolder, openInWorker } from "./large-folder.ts";
import { memoryInUse } from "./memory.ts";
import { questionsOf } from "./soak/soak.ts";
import { renderTable } from "./table.ts";

/** Documents of the large folder, in which there are then 1,200 passages and some. */
const DOCUMENTS = 161;
const AT_ONCE = 1_000;
const STEADY = { perSecond: 20, seconds: 60 };
/** Milliseconds that Discord waits for a first response, Slack for an acknowledgement. */
const PATIENCE = 3_000;
/** Milliseconds without an answer after which what has not come is lost. */
const QUIET = 15_000;

/** What became of what was sent. */
interface Outcome {
  readonly what: string;
  readonly answered: number;
  readonly refused: number;
  readonly lost: number;
  readonly twice: number;
  /** Milliseconds from the first sent to the last acknowledged in time, and to the last answer. */
  readonly acknowledged: number;
  readonly done: number;
  /** Memory at the end over memory after the first tenth; null where nothing runs on. */
  readonly memory: number | null;
}

/** Many questions at once, and many on and on, on both platforms: a line each. */
export async function measureBursts(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bursts-"));
  copyLargeFolder(DOCUMENTS, folder);
  const knowledge = await openInWorker(folder);
  try {
    return await measure(knowledge);
  } finally {
    await knowledge.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(knowledge: Knowledge): Promise<string> {
  const passages = knowledge.sources.reduce((sum, { passageCount }) => sum + passageCount, 0);
  const questions = await questionsOf(knowledge);
  await warmUp(knowledge, questions);
  const lines = [
    await discord(`${AT_ONCE} interactions at once`, knowledge, questions, { perSecond: null, count: AT_ONCE }),
    await slack(`${AT_ONCE} events at once`, knowledge, questions, AT_ONCE),
    await discord(`${STEADY.perSecond} interactions a second for ${STEADY.seconds} s`, knowledge, questions, {
      perSecond: STEADY.perSecond,
      count: STEADY.perSecond * STEADY.seconds,
    }),
  ];
  const header = ["", "answered", "refused", "lost", "twice", "last acknowledged, s", "done, s", "memory"];
  const rows = lines.map(({ what, answered, refused, lost, twice, acknowledged, done, memory }) => [
    what,
    ...[answered, refused, lost, twice].map(String),
    ...[acknowledged, done].map((time) => (time / 1_000).toFixed(1)),
    memory === null ? "" : memory.toFixed(2),
  ]);
  return renderTable({ title: `Bursts, over ${passages} passages`, header, rows });
}

/** The fake compiles its checks at the first of each kind of request, which is no work of the bot's; and Node compiles what runs often. */
async function warmUp(knowledge: Knowledge, questions: readonly string[]): Promise<void> {
  await using harness = await startHarness({ knowledge, deferAfter: 0 });
  for (const question of questions.slice(0, 100)) await harness.discord.slash("ask", { question });
}

interface Pace {
  readonly count: number;
  /** Null: all at once. */
  readonly perSecond: number | null;
}

async function discord(
  what: string,
  knowledge: Knowledge,
  questions: readonly string[],
  { count, perSecond }: Pace,
): Promise<Outcome> {
  await using harness = await startHarness({ knowledge, patience: PATIENCE });
  const { world } = harness.discord;
  const before = performance.now();
  let [end, arrived, refused] = [before, 0, 0];
  let early: number | null = null;
  for (let i = 0; i < count; i++) {
    void harness.discord.slash("ask", { question: questions[i % questions.length] ?? "" }).then((reply) => {
      end = performance.now();
      arrived++;
      if (JSON.stringify(reply).includes(TOO_MANY)) refused++;
    });
    if (perSecond === null) continue;
    await sleep(1_000 / perSecond);
    if (i === Math.floor(count / 10)) early = memoryInUse();
  }
  await settled(() => arrived, count);
  const all = [...world.interactions.values()];
  const responded = all.flatMap(({ responded: at }) => (at === null ? [] : [at]));
  return {
    what: `Discord: ${what}`,
    answered: arrived - refused,
    refused,
    lost: count - arrived,
    twice: all.filter(({ responses }) => responses > 1).length,
    acknowledged: Math.max(...responded) - before,
    done: end - before,
    memory: early === null ? null : memoryInUse() / early,
  };
}

/** Settles when all have arrived, or none has for long. */
async function settled(arrived: () => number, count: number): Promise<void> {
  for (let last = -1, since = performance.now(); arrived() < count; ) {
    await sleep(100);
    if (arrived() !== last) since = performance.now();
    else if (performance.now() - since > QUIET) return;
    last = arrived();
  }
}

async function slack(
  what: string,
  knowledge: Knowledge,
  questions: readonly string[],
  count: number,
): Promise<Outcome> {
  const world = await openWorld({ mode: "socket", knowledge });
  await world.adapter.start();
  const before = performance.now();
  const events = Array.from({ length: count }, (_, i) => mention(questions[i % questions.length] ?? ""));
  const acknowledgements = await Promise.all(events.map((event) => world.deliver("events_api", event)));
  const posted = () => world.api.of("chat.postMessage");
  const told = () => world.api.of("chat.postEphemeral");
  await settled(() => posted().length + told().length, count);
  const threads = posted().map(({ args }) => String(args["thread_ts"]));
  const refused = told().filter(({ args }) => visibleText(args["blocks"]) === TOO_MANY).length;
  const late = acknowledgements.filter((given) => given === null || given.after > PATIENCE).length;
  const outcome = {
    what: `Slack: ${what}`,
    answered: new Set(threads).size,
    refused,
    lost: count - new Set(threads).size - refused + late,
    twice: threads.length - new Set(threads).size,
    acknowledged: Math.max(...acknowledgements.map((given) => given?.after ?? Number.POSITIVE_INFINITY)),
    done: Math.max(...[...posted(), ...told()].map(({ at }) => at)) - before,
    memory: null,
  };
  await world.close();
  return outcome;
}
