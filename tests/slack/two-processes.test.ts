import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CHANNEL, command, findButton, mention, message, press } from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World } from "./fake/slack.ts";
import { BOT_USER, type Call } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const EVENTS = 20;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attache-two-"));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

/** Both know the same people and channels; what is sent to Slack by the one or the other is one Slack's. */
const sent = (worlds: readonly World[], method: string): readonly Call[] => worlds.flatMap(({ api }) => api.of(method));
const viewOf = ({ args }: Call) => visibleText((args["view"] as { blocks: unknown }).blocks);

it.each(["socket", "http"] as const)(
  "two processes that share a store, over %s: each event is answered once, and buttons work at either",
  async (mode) => {
    const file = join(folder, `${mode}.sqlite`);
    const [first, second] = [await startWorld({ mode, file }), await startWorld({ mode, file })];
    const both = [first, second];

    // Slack sends an event again, to whichever process it reaches; a mention comes as a message, too.
    const events = Array.from({ length: EVENTS }, () => mention(QUESTION));
    await Promise.all(
      events.flatMap((event) => {
        const { ts } = event.event as { ts: string };
        const same = message(`<@${BOT_USER}> ${QUESTION}`, { ts });
        return both.flatMap((world) => [world.deliver("events_api", event), world.deliver("events_api", same)]);
      }),
    );
    const asked = command(first.api, "/ask", `${QUESTION} --private`);
    await Promise.all(both.map((world) => world.deliver("slash_commands", asked)));
    await expect.poll(() => sent(both, "chat.postMessage").length, { timeout: 20_000 }).toBe(EVENTS);
    // The address for answering a command is the first Slack's, whichever process answers.
    const own = await first.api.nth("response", 0);

    // A button of one process's answer, at the other, and a repeated press of it.
    const [answer] = first.api.of("chat.postMessage").concat(second.api.of("chat.postMessage"));
    const where = { kind: "message", channel: CHANNEL, ts: "1800000000.900000" } as const;
    for (const world of both) {
      const pressed = press(world.api, findButton(answer?.args["blocks"], "Sources"), where);
      await Promise.all(both.map((one) => one.deliver("interactive", pressed)));
    }
    await expect.poll(() => sent(both, "views.open").length).toBe(2);
    for (const opened of sent(both, "views.open")) expect(viewOf(opened)).toContain("Foreign Policy");

    // What may be done once is done once: shared at both, a vote noted and thanked for by one.
    const share = findButton(own.args["blocks"], "Share");
    const vote = findButton(answer?.args["blocks"], "👍");
    for (const world of both) {
      await world.deliver("interactive", press(first.api, share, { kind: "ephemeral", channel: CHANNEL }));
      await world.deliver("interactive", press(first.api, vote, where));
    }
    await first.api.nth("response", 2);
    for (const { adapter } of both) await adapter.stop();
    const [, ...after] = first.api.of("response").map(({ args }) => visibleText(args["blocks"]));
    expect(after.sort()).toEqual(
      [expect.stringContaining("noted as helpful"), expect.stringContaining("ann shared")].sort(),
    );
    expect(sent(both, "chat.postMessage")).toHaveLength(EVENTS);
    const threads = sent(both, "chat.postMessage").map(({ args }) => args["thread_ts"]);
    expect(new Set(threads).size).toBe(EVENTS);
    expect(await closeWorlds()).toEqual([]);
  },
);
