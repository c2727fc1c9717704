import { expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import type { PlatformConfigs } from "../src/config.ts";
import { renderDiscord } from "../src/discord/render.ts";
import { dispatch } from "../src/dispatch.ts";
import { openKnowledge } from "../src/index.ts";
import { oneLine } from "../src/replies/one-line.ts";
import { renderSlack } from "../src/slack/render.ts";
import { renderTerminal } from "../src/terminal/render.ts";
import { visibleText as discordText, textsOf } from "./discord/visible-text.ts";
import { visibleText } from "./slack/visible.ts";

const questions = [
  "who proposed expelling 35 diplomats",
  "what did Putin decide about American diplomats",
  "when were the sanctions announced",
];

const knowledge = await openKnowledge({ folder: "knowledge" });

it.each(questions)("%s: each platform shows the same excerpts, sources and fingerprint", async (question) => {
  const context = { knowledge, history: [], formatCommand: (name: string) => `/${name}`, feedback: { vote: () => {} } };
  const request = { command: "ask", input: { values: { question } } };
  const { reply } = await dispatch(commands, request, context, (error) => {
    throw error;
  });
  const answer = await knowledge.ask(question, { limit: 10 });
  const shown = reply.items.flatMap((item) => (item.kind === "excerpt" ? [item.excerpt] : []));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown).toEqual(answer.excerpts.slice(0, shown.length));

  const platforms: Record<keyof PlatformConfigs | "terminal", string> = {
    terminal: renderTerminal(reply, { width: 10_000, color: false }),
    discord: textsOf(renderDiscord(reply, null).components).map(discordText).join("\n"),
    slack: visibleText(renderSlack(reply, { button: null }).blocks),
  };
  for (const [platform, text] of Object.entries(platforms)) {
    const seen = squeeze(text);
    for (const { text: passage, answer: sentence, source } of shown) {
      expect(seen, platform).toContain(squeeze(passage.slice(sentence.start, sentence.end)));
      expect(seen, platform).toContain(squeeze(source.title));
    }
    expect(seen, platform).toContain(`index${answer.fingerprint.slice(0, 7)}`);
  }
});

/** Lines are broken, and sentences marked, as each platform does. */
function squeeze(text: string): string {
  return oneLine(text).replace(/[\s*│]+/g, "");
}
