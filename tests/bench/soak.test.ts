import { expect, it } from "vitest";
import { openDiscordStage } from "../../bench/soak/discord.ts";
import { writeScript } from "../../bench/soak/script.ts";
import { openSlackStage } from "../../bench/soak/slack.ts";
import { questionsOf, soak } from "../../bench/soak/soak.ts";
import { openKnowledge } from "../../src/index.ts";

const MESSAGES = 200;
const knowledge = await openKnowledge({ folder: "knowledge" });
const script = writeScript(MESSAGES, await questionsOf(knowledge), 1);

it.each([
  ["Discord", openDiscordStage],
  ["Slack", openSlackStage],
])(
  "%s: every question put to the bot is answered once, and nothing that people say to one another",
  async (_, open) => {
    const stage = await open(knowledge);
    const outcome = await soak(stage, script, 100);
    await stage.close();
    expect(outcome).toMatchObject({ questions: 133, answered: 133, twice: 0, chatter: 67, answeredChatter: [] });
  },
);
