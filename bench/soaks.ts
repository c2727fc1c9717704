import { openKnowledge } from "../src/index.ts";
import { locate } from "./data.ts";
import { progress } from "./progress.ts";
import { openDiscordStage } from "./soak/discord.ts";
import { writeScript } from "./soak/script.ts";
import { openSlackStage } from "./soak/slack.ts";
import { questionsOf, soak } from "./soak/soak.ts";
import { renderTable } from "./table.ts";

const MESSAGES = 10_000;
const SEED = 20_161_230;
/** Milliseconds after the last message in which late answers still count. */
const QUIET = 5_000;
/** What was answered though it was said between people, named at the most. */
const MAX_NAMED = 40;

/** A long morning on both platforms, a third of it chatter between people: what was answered, and what should not have been. */
export async function measureSoak(): Promise<string> {
  const knowledge = await openKnowledge({ folder: locate("knowledge") });
  const script = writeScript(MESSAGES, await questionsOf(knowledge), SEED);
  const rows: string[][] = [];
  const named: string[] = [];
  for (const [name, open] of [
    ["Discord", openDiscordStage],
    ["Slack", openSlackStage],
  ] as const) {
    progress(`soak: ${name} …`);
    const stage = await open(knowledge);
    const { questions, answered, twice, chatter, answeredChatter, memory } = await soak(stage, script, QUIET);
    await stage.close();
    const counts = [questions, answered, questions - answered, twice, chatter, answeredChatter.length];
    rows.push([name, ...counts.map(String), memory.toFixed(2)]);
    const different = [...new Set(answeredChatter)];
    named.push(...different.slice(0, MAX_NAMED).map((words) => `- ${name}: ${words}`));
  }
  return renderTable({
    title: `A soak of ${MESSAGES} messages`,
    header: ["", "questions", "answered", "lost", "twice", "chatter", "answered", "memory"],
    rows,
    notes: named.length === 0 ? [] : [["Said between people, and answered:", ...named].join("\n")],
  });
}
