import { mkdtemp, readFile, rm } from "node:fs/promises";
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
import { type Call, SCOPES } from "./fake/web-api.ts";
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
    const world = await start(team === undefined ? {} : { install: { team_id: team } });
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
  async function twice(deliver: (user: string) => Promise<unknown>): Promise<void> {
    for (const user of ["U1", "U2"]) await deliver(user);
  }

  it("in public is offered, from a command and from a mention; of the rest nothing", async () => {
    const world = await start();
    const slash = (words: string, user: string, channel: string, name: string) => ({
      ...command(world.api, "/ask", `${QUESTION} ${words}`, channel),
      user_id: user,
      channel_name: name,
    });
    await twice((user) => world.deliver("slash_commands", slash("[public]", user, "C1", "general")));
    await twice((user) => world.deliver("slash_commands", slash("[kept] --private", user, "C1", "general")));
    await twice((user) => world.deliver("slash_commands", slash("[closed]", user, "C2", "privategroup")));
    await twice((user) => world.deliver("slash_commands", slash("[direct]", user, "D1", "directmessage")));
    await twice((user) => world.deliver("events_api", direct(`${QUESTION} [written]`, { user })));
    await twice((user) => world.deliver("events_api", mention(`${QUESTION} [unknown]`, { user, channel: "C3" })));
    await world.deliver("events_api", message("hello", { channel: "C4", channel_type: "channel" }));
    await world.deliver("events_api", message("hello", { channel: "C5", channel_type: "group" }));
    await twice((user) => world.deliver("events_api", mention(`${QUESTION} [open]`, { user, channel: "C4" })));
    await twice((user) => world.deliver("events_api", mention(`${QUESTION} [group]`, { user, channel: "C5" })));
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
    // It stands there: pressed again, it says nothing.
    await world.deliver("interactive", press(world.api, share, where));
    await world.adapter.stop();
    expect(world.api.of("response")).toHaveLength(3);
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

describe("people of another organisation, in a channel shared by Slack Connect", () => {
  const words = (call: Call) => visibleText(call.args["blocks"]);
  /** As Slack marks what they write, and what they press. */
  const theirs = { user: "U7", team: "T7", user_team: "T7", source_team: "T7" };
  const shared = <T extends object>(delivery: T) => ({ ...delivery, is_ext_shared_channel: true });
  const pressed = (delivery: ReturnType<typeof press>) => ({
    ...delivery,
    user: { ...delivery.user, id: "U7", team_id: "T7" },
  });

  it("are not answered, and told so once, whatever they try; everybody else is answered", async () => {
    const world = await start();
    const asked = shared(mention(QUESTION));
    await world.deliver("events_api", asked);
    const answer = await world.api.nth("chat.postMessage", 0);
    const { ts } = asked.event as { ts: string };
    await world.deliver("events_api", shared(mention(QUESTION, theirs)));
    const told = await world.api.nth("chat.postEphemeral", 0);
    expect(told.args).toMatchObject({ channel: CHANNEL, user: "U7" });
    expect(words(told)).toContain("of the organisation that I belong to only");
    await world.deliver("events_api", shared(mention(QUESTION, theirs)));
    await world.deliver("events_api", shared(message("who is Petro?", { ...theirs, thread_ts: ts })));
    await world.deliver("events_api", shared(direct(QUESTION, theirs)));
    const where = { kind: "message", channel: CHANNEL, ts: "1800000000.900000", thread_ts: ts } as const;
    const button = findButton(answer.args["blocks"], "Sources");
    await world.deliver("interactive", pressed(press(world.api, button, where)));
    const chosen = shortcut(world.api, `${QUESTION}?`);
    await world.deliver("interactive", { ...chosen, user: { ...chosen.user, id: "U7", team_id: "T7" } });
    await world.adapter.stop();
    expect(world.api.of("chat.postMessage")).toHaveLength(1);
    expect(world.api.of("chat.postEphemeral")).toHaveLength(1);
    expect([...world.api.of("response"), ...world.api.of("views.open")]).toEqual([]);
  });

  it("leave no id in the store", async () => {
    const world = await start();
    await world.deliver("events_api", shared(mention(QUESTION, theirs)));
    await world.api.nth("chat.postEphemeral", 0);
    await world.close();
    expect((await readFile(file)).includes("U7")).toBe(false);
  });

  it("are answered where that is allowed", async () => {
    const world = await start({ slack: { external: true } });
    await world.deliver("events_api", shared(mention(QUESTION, theirs)));
    expect(words(await world.api.nth("chat.postMessage", 0))).toContain("Lavrov");
  });

  it("are not those of another workspace of one's own organisation", async () => {
    const world = await start({ install: { team_id: "T1", enterprise_id: "E1" } });
    await world.deliver("events_api", { ...mention(QUESTION, { ...theirs }), is_ext_shared_channel: false });
    await world.api.nth("chat.postMessage", 0);
    await world.deliver("events_api", shared(mention(QUESTION, { ...theirs, user_team: "E1" })));
    const answer = await world.api.nth("chat.postMessage", 1);
    const where = { kind: "message", channel: CHANNEL, ts: "1800000000.900000" } as const;
    const button = findButton(answer.args["blocks"], "Sources");
    const own = { ...pressed(press(world.api, button, where)), team: { id: "T7", domain: "x", enterprise_id: "E1" } };
    await world.deliver("interactive", own);
    await world.api.nth("views.open", 0);
    expect(world.api.of("chat.postEphemeral")).toEqual([]);
  });
});

describe("an app of a whole organisation (Enterprise Grid)", () => {
  it("starts, answers, and keeps apart what was asked in which workspace", async () => {
    const install = { enterprise_id: "E1", is_enterprise_install: true };
    const world = await start({ install });
    await world.deliver("events_api", { ...mention(QUESTION), team_id: "T5" });
    const { args } = await world.api.nth("chat.postMessage", 0);
    const [exchange = ""] = findButton(args["blocks"], "Sources").value.split(".");
    expect((await world.store.findExchange(exchange))?.workspace).toBe("T5");
    const told = JSON.stringify(world.logged);
    expect(told).toContain("E1");
  });

  it.each([
    [{ team_id: "T1", bot_id: undefined }, "is no bot’s token"],
    [{ enterprise_id: "E1", bot_id: undefined }, "is no bot’s token"],
    [{}, "does not say which workspace"],
  ])("is told apart from a person's token, and from no workspace at all: %j", async (install, problem) => {
    await expect(start({ install })).rejects.toThrow(problem);
  });
});

describe("whom a question mentions", () => {
  const asked = (world: World) =>
    world.deliver("slash_commands", command(world.api, "/ask", "what did <@U2> say of <@U3>"));
  const shown = async (world: World) => visibleText((await world.api.nth("response", 0)).args["blocks"]);

  it("is somebody, where the app may not ask who", async () => {
    const world = await start();
    await asked(world);
    expect(await shown(world)).toContain("“what did @someone say of @someone”");
    expect(world.api.of("users.info")).toEqual([]);
  });

  it("is shown and searched by name where it may, also where Slack does not know them all", async () => {
    const world = await start({ scopes: [...SCOPES, "users:read"] });
    world.api.people.set("U2", { name: "blavrov", profile: { display_name: "Sergei <Lavrov>", real_name: "S." } });
    await asked(world);
    expect(await shown(world)).toContain("“what did @Sergei Lavrov say of @someone”");
    await world.deliver("events_api", mention("who is <@U2>"));
    expect((await world.api.nth("chat.postMessage", 0)).args["text"]).toMatch(/Lavrov/);
    expect(world.api.of("users.info").filter(({ args }) => args["user"] === "U2")).toHaveLength(1);
  });

  it("is not waited for", async () => {
    const world = await start({ scopes: [...SCOPES, "users:read"] });
    world.api.faults.set("users.info", [
      { status: 429, after: 30 },
      { status: 429, after: 30 },
    ]);
    const before = performance.now();
    await asked(world);
    expect(await shown(world)).toContain("@someone");
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
