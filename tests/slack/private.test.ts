import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  CHANNEL,
  command,
  direct,
  findButton,
  homeOpened,
  mention,
  message,
  press,
  shortcut,
  submit,
  USER,
} from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World, type WorldOptions } from "./fake/slack.ts";
import type { Call } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const QUESTION = "who proposed expelling 35 diplomats";

let folder: string;
let files = 0;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attache-slack-"));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
beforeEach(() => {
  file = join(folder, `${++files}.sqlite`);
});
afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

/** A bot on the store of this test. */
const start = (options: Partial<WorldOptions> = {}) => startWorld({ file, ...options });

describe("what others asked", () => {
  /** The questions that the Home tab of a new process offers, as far as they were asked here. */
  async function offered(team?: string): Promise<string[]> {
    const world = await start(team === undefined ? {} : { team });
    const found = async (count: number) => {
      await world.deliver("events_api", homeOpened("home"));
      const { args } = await world.api.nth("views.publish", count);
      const text = visibleText((args["view"] as { blocks: unknown }).blocks);
      return [...text.matchAll(/35 diplomats (\[\w+\])/g)].map(([, name]) => name ?? "");
    };
    await found(0);
    // The first visit has it read.
    await world.store.popularQuestions("slack", "T1", 1);
    return found(1);
  }

  /** Two people ask the same. */
  async function twice(world: World, deliver: (user: string) => Promise<unknown>): Promise<void> {
    for (const user of ["U1", "U2"]) await deliver(user);
    expect(world.logged.filter(({ level }) => level !== "info")).toEqual([]);
  }

  it("in public is offered, from a command and from a mention; of the rest nothing", async () => {
    const world = await start();
    const slash = (words: string, user: string, channel: string, name: string) => ({
      ...command(world.api, "/ask", `${QUESTION} ${words}`, channel),
      user_id: user,
      channel_name: name,
    });
    await twice(world, (user) => world.deliver("slash_commands", slash("[public]", user, "C1", "general")));
    await twice(world, (user) => world.deliver("slash_commands", slash("[kept] --private", user, "C1", "general")));
    await twice(world, (user) => world.deliver("slash_commands", slash("[closed]", user, "C2", "privategroup")));
    await twice(world, (user) => world.deliver("slash_commands", slash("[direct]", user, "D1", "directmessage")));
    await twice(world, (user) => world.deliver("events_api", direct(`${QUESTION} [written]`, { user })));
    await twice(world, (user) =>
      world.deliver("events_api", mention(`${QUESTION} [unknown]`, { user, channel: "C3" })),
    );
    await world.deliver("events_api", message("hello", { channel: "C4", channel_type: "channel" }));
    await world.deliver("events_api", message("hello", { channel: "C5", channel_type: "group" }));
    await twice(world, (user) => world.deliver("events_api", mention(`${QUESTION} [open]`, { user, channel: "C4" })));
    await twice(world, (user) => world.deliver("events_api", mention(`${QUESTION} [group]`, { user, channel: "C5" })));
    await world.deliver("slash_commands", slash("[alone]", "U1", "C1", "general"));
    await world.adapter.stop();
    expect((await offered()).sort()).toEqual(["[open]", "[public]"]);
    expect(await offered("T2")).toEqual([]);
    expect(JSON.stringify(world.logged)).not.toContain("35 diplomats");
  });
});

describe("what only one person was to see", () => {
  const words = (call: Call) => visibleText(call.args["blocks"]);

  it.each(["—private", "–private", "--Private", "-private", "private: true", "— private"])(
    "is for them alone, the command's line too: %s",
    async (flag) => {
      const world = await start();
      const acknowledged = await world.deliver("slash_commands", command(world.api, "/ask", `${QUESTION} ${flag}`));
      expect(acknowledged?.body).not.toMatchObject({ response_type: "in_channel" });
      const posted = await world.api.nth("response", 0);
      expect(posted.args).toMatchObject({ response_type: "ephemeral" });
      expect(words(posted)).toContain("Lavrov");
    },
  );

  it("is how a command is used", async () => {
    const world = await start();
    for (const [i, text] of ["", "???", "--privat who"].entries()) {
      const acknowledged = await world.deliver("slash_commands", command(world.api, "/ask", text));
      expect(acknowledged?.body).not.toMatchObject({ response_type: "in_channel" });
      expect((await world.api.nth("response", i)).args).toMatchObject({ response_type: "ephemeral" });
    }
  });

  it("is shared once, with who shared it; a command's public answer begins with its question", async () => {
    const world = await start();
    await world.deliver("slash_commands", command(world.api, "/ask", `${QUESTION} & why`));
    expect(words(await world.api.nth("response", 0))).toMatch(/^Asked: “who proposed expelling 35 diplomats & why”/);
    await world.deliver("slash_commands", command(world.api, "/ask", `${QUESTION} —private`));
    const own = await world.api.nth("response", 1);
    expect(words(own)).not.toContain("Asked:");
    const share = findButton(own.args["blocks"], "Share");
    const where = { kind: "ephemeral", channel: CHANNEL } as const;
    await world.deliver("interactive", press(world.api, share, where));
    const shared = await world.api.nth("response", 2);
    expect(shared.args).toMatchObject({ response_type: "in_channel" });
    expect(words(shared)).toMatch(/^ann shared: “who proposed expelling 35 diplomats”/);
    await world.deliver("interactive", press(world.api, share, where));
    const again = await world.api.nth("response", 3);
    expect(again.args).toMatchObject({ response_type: "ephemeral" });
    expect(words(again)).toContain("shared already");
  });

  it("names a question worded in the form, which the thread has not seen", async () => {
    const world = await start();
    const chosen = shortcut(world.api, "They were all to be sent home.");
    await world.deliver("interactive", chosen);
    const { view } = (await world.api.nth("views.open", 0)).args as { view: Parameters<typeof submit>[0] };
    await world.deliver("interactive", submit(view, { question: { text: { type: "x", value: QUESTION } } }));
    expect(words(await world.api.nth("chat.postMessage", 0))).toMatch(/^Asked: “who proposed/);
  });

  it("is told in place when a question is too long, and once when there are too many", async () => {
    const world = await start({ perMinute: 1 });
    await world.deliver("events_api", mention("why ".repeat(300)));
    const told = await world.api.nth("chat.postEphemeral", 0);
    expect(told.args).toMatchObject({ channel: CHANNEL, user: USER });
    expect(words(told)).toContain("Put it shorter");
    for (let i = 0; i < 3; i++) await world.deliver("events_api", mention(QUESTION));
    await world.adapter.stop();
    expect(world.api.of("chat.postEphemeral").map(words)).toEqual([
      expect.stringContaining("Put it shorter"),
      expect.stringContaining("try again"),
    ]);
  });
});

describe("what is kept of a person", () => {
  const words = (call: Call) => visibleText(call.args["blocks"]);

  it("is told them alone, by the command or by its name in a message, and deleted at the press of a button", async () => {
    const world = await start();
    await world.deliver("slash_commands", command(world.api, "/ask", `${QUESTION} --private`));
    await world.api.nth("response", 0);
    await world.deliver("events_api", mention("forget"));
    const named = await world.api.nth("chat.postEphemeral", 0);
    expect(words(named)).toContain("What I keep of you");
    await world.deliver("slash_commands", command(world.api, "/forget", ""));
    const told = await world.api.nth("response", 1);
    expect(told.args).toMatchObject({ response_type: "ephemeral" });
    expect(words(told)).toContain(QUESTION);
    const button = findButton(told.args["blocks"], "Delete it all");
    await world.deliver("interactive", press(world.api, button, { kind: "ephemeral", channel: CHANNEL }));
    expect(words(await world.api.nth("response", 2))).toContain("Deleted");
    await world.deliver("slash_commands", command(world.api, "/forget", ""));
    expect(words(await world.api.nth("response", 3))).toContain("nothing stored");
  });
});
