import { afterEach, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { offeredIn } from "../../src/command.ts";
import { slackManifest } from "../../src/slack/manifest.ts";
import { command, homeOpened, USER } from "./fake/payloads.ts";
import { closeWorlds, startWorld } from "./fake/slack.ts";
import { visibleText } from "./visible.ts";

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

it.each([true, false])(
  "/report and the Home tab tell operators what was asked, and nobody else (operator: %s)",
  async (is) => {
    const world = await startWorld({ slack: { admins: [is ? USER : "U9"] } });
    const slash = async (name: string, text: string, count: number) => {
      await world.deliver("slash_commands", { ...command(world.api, name, text), channel_name: "general" });
      const { args } = await world.api.nth("response", count);
      return { text: visibleText(args["blocks"]), type: args["response_type"] };
    };
    await slash("/ask", "what is the capital of Peru", 0);
    const report = await slash("/report", "", 1);
    expect(report.type).toBe("ephemeral");
    if (is) expect(report.text).toMatch(/1 of 1 question had no sure answer.*what is the capital of Peru/s);
    else expect(report.text).toBe("/report is for the operators of this bot.");
    await world.deliver("events_api", homeOpened("home"));
    const { args } = await world.api.nth("views.publish", 0);
    const home = visibleText((args["view"] as { blocks: unknown }).blocks);
    expect(home.includes("what is the capital of Peru")).toBe(is);
  },
);

it("the manifest has /report where somebody operates the bot", () => {
  const names = (admins: readonly string[]) =>
    slackManifest({ commands: offeredIn(commands, admins), prefix: "", url: null }).features?.slash_commands?.map(
      (slash) => slash.command,
    );
  expect(names(["U1"])).toContain("/report");
  expect(names([])).not.toContain("/report");
});
