import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Knowledge } from "../../src/index.ts";
import { command, DIRECT, direct, mention, message, USER } from "../../tests/slack/fake/payloads.ts";
import { openWorld } from "../../tests/slack/fake/slack.ts";
import type { Conversation, Line } from "./script.ts";
import { inTime, type Stage } from "./soak.ts";

const OTHER_USER = "U2";
/** What people see as an answer. */
const VISIBLE: ReadonlySet<string> = new Set(["chat.postMessage", "chat.postEphemeral", "reactions.add"]);

/** A thread: what was put to the bot in it, what people said, and how often it was answered. */
interface Thread {
  asked: number;
  answers: number;
  readonly chatter: string[];
}

/** The real client and bot before a Slack of our own, told apart by the thread in which each answer stands. */
export async function openSlackStage(knowledge: Knowledge): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "attache-soak-"));
  const world = await openWorld({ mode: "socket", knowledge, file: join(folder, "store.sqlite") });
  await world.adapter.start();
  const { api } = world;
  const threads = new Map<string, Thread>();
  let [commands, responses] = [0, 0];
  let read = 0;

  /** Takes in the calls that are new. */
  function tally(): void {
    for (; read < api.calls.length; read++) {
      const { method, args } = api.calls[read] as (typeof api.calls)[number];
      if (method === "response") responses++;
      if (!VISIBLE.has(method)) continue;
      const at = String(args["thread_ts"] ?? args["timestamp"] ?? "");
      const thread = threads.get(at);
      if (thread === undefined) throw new Error(`an answer to nothing that was said: ${JSON.stringify(args)}`);
      thread.answers++;
    }
  }

  const until = (holds: () => boolean) =>
    inTime(
      api.until(() => {
        tally();
        return holds();
      }),
    );

  async function say(line: Line, place: Conversation["place"], root: string | null): Promise<string> {
    const user = line.speaker === 0 ? USER : OTHER_USER;
    const inThread = root === null ? {} : { thread_ts: root };
    const words = line.said.replace(/^@\w+/, `<@${line.speaker === 0 ? OTHER_USER : USER}>`);
    const event =
      place === "direct"
        ? direct(words, { user, channel: DIRECT })
        : line.toBot
          ? mention(words, { user, ...inThread })
          : message(words, { user, ...inThread });
    const { ts, text } = event.event as unknown as { ts: string; text: string };
    const thread = threads.get(root ?? ts) ?? { asked: 0, answers: 0, chatter: [] };
    threads.set(root ?? ts, thread);
    if (line.toBot) thread.asked++;
    else thread.chatter.push(line.said);
    await world.deliver("events_api", event);
    // A mention comes as a message of its channel too.
    if (line.toBot && place !== "direct") {
      await world.deliver("events_api", message(text, { user, ts, event_ts: ts, ...inThread }));
    }
    if (line.toBot) await until(() => thread.answers >= thread.asked);
    return ts;
  }

  return {
    async play({ place, lines }) {
      let root: string | null = null;
      for (const line of lines) {
        if (place === "command") {
          const number = ++commands;
          await world.deliver("slash_commands", command(api, "/ask", line.said));
          await until(() => responses >= number);
        } else {
          const ts = await say(line, place, root);
          if (place === "thread") root ??= ts;
        }
      }
    },
    count() {
      tally();
      if (read > 500) {
        api.calls.length = 0;
        read = 0;
      }
      const all = [...threads.values()];
      const sum = (value: (thread: Thread) => number) => all.reduce((total, thread) => total + value(thread), 0);
      const tooMany = ({ asked, answers }: Thread) => Math.max(0, answers - asked);
      const alone = all.filter(({ chatter }) => chatter.length === 0);
      return {
        questions: sum(({ asked }) => asked) + commands,
        answered: sum(({ asked, answers }) => Math.min(asked, answers)) + Math.min(commands, responses),
        twice: alone.reduce((total, thread) => total + tooMany(thread), 0) + Math.max(0, responses - commands),
        chatter: sum(({ chatter }) => chatter.length),
        // Of a thread nobody can tell which of what people said was answered.
        answeredChatter: all.flatMap((thread) =>
          thread.chatter.length === 0 ? [] : Array<string>(tooMany(thread)).fill(thread.chatter.join(" / ")),
        ),
      };
    },
    async close() {
      await world.close();
      rmSync(folder, { recursive: true });
      if (api.problems.length > 0) throw new Error(`Slack would have refused:\n${api.problems.join("\n")}`);
    },
  };
}
