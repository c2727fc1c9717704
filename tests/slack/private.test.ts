import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { command, direct, homeOpened, mention, message } from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World, type WorldOptions } from "./fake/slack.ts";
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
