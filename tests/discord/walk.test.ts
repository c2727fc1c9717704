import { expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { shownCommands } from "../helpers/commands.ts";
import { buttonsOf } from "./fake.ts";
import { startHarness } from "./harness.ts";
import { hasDescription } from "./openapi.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import { APPLICATION, ann, BOT_ROLE, ben, type Shown } from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";
/** One that more passages speak of than an answer shows. */
const BROAD = "when were the Russian diplomats expelled";

function read(shown: Shown) {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  const { message, ephemeral } = shown;
  return { message, ephemeral, text: textOf(message), buttons: buttonsOf(message) };
}

function textOf(message: { components?: readonly object[] }): string {
  return textsOf(message.components ?? [])
    .map(visibleText)
    .join("\n");
}

test("a person walks through all that the bot does", async ({ annotate }) => {
  if (!hasDescription) await annotate("../shared/specs is absent: requests are held to the hand-written rules only");
  const histories: (readonly string[])[] = [];
  await using harness = await startHarness({ registered: false, wrapStore: (store) => noting(store, histories) });
  const { discord } = harness;

  // register
  const all = [...shownCommands, "Ask about this message"].join(", ");
  expect(await harness.register()).toEqual([`Attaché: registered ${all} for every server.`, `New: ${all}.`]);
  expect(await harness.register()).toEqual([
    "Attaché: the commands are registered for every server as they are; nothing to do.",
  ]);

  // /ask
  const asked = read(await discord.slash("ask", { question: QUESTION }));
  expect(asked.text).toContain("Sergei Lavrov");
  expect(asked.text).toContain("[1]");
  expect(asked.ephemeral).toBe(false);
  expect(asked.buttons).toEqual(["Sources", "Context", "👍", "👎"]);

  await discord.slash("ask", { question: QUESTION }, { user: ben });

  // autocomplete
  const sources = await discord.type("sources", "source", "cnn");
  expect(sources).toEqual([{ name: expect.stringContaining("Putin rules out"), value: "cnn" }]);

  // buttons
  const cited = read(await discord.press(asked.message, "Sources", { user: ben }));
  expect(cited.ephemeral).toBe(true);
  expect(cited.text).toContain("Foreign Policy");
  const around = read(await discord.press(asked.message, "Context", { user: ben }));
  expect(around.ephemeral).toBe(true);
  expect(around.text).toContain("Sergei Lavrov");
  // the sentence before the one that answers, which the answer does not quote
  expect(around.text).toContain("conciliatory tone");
  expect(asked.text).not.toContain("conciliatory tone");
  const broad = read(await discord.slash("ask", { question: BROAD }));
  const more = read(await discord.press(broad.message, "More"));
  expect(more.text).toContain("[4]");
  expect(more.ephemeral).toBe(false);
  expect(read(await discord.press(asked.message, "👍")).text).toContain("helpful");
  const down = read(await discord.press(asked.message, "👎"));
  expect(down.text).toContain("not helpful");
  expect(down.ephemeral).toBe(true);
  const [exchange = ""] = exchangesOf(asked.message);
  expect(await harness.store?.countVotes(exchange)).toEqual({ up: 0, down: 1 });

  // context menu: a question is asked as it stands, for the one who looks it up
  const looked = read(await discord.menu("Ask about this message", discord.written(`${QUESTION}?`, { user: ben })));
  expect(looked.text).toContain("Sergei Lavrov");
  expect(looked.ephemeral).toBe(true);
  // anything else is worded in a window first
  const window = await discord.menu("Ask about this message", discord.written("35 diplomats, they say!"));
  if (window.kind !== "modal") throw new Error("no modal");
  expect(JSON.stringify(window.modal)).toContain("35 diplomats, they say!");
  expect(read(await discord.submit(window.modal, QUESTION)).text).toContain("Sergei Lavrov");

  // a mention, then a reply to the answer that only makes sense after it
  const mentioned = await discord.say(`<@${APPLICATION}> ${QUESTION}?`).answer;
  expect(textOf(mentioned)).toContain("Sergei Lavrov");
  const followed = await discord.say("when did he say that?", { replyTo: mentioned }).answer;
  expect(followed.message_reference?.message_id).toBeDefined();
  expect(histories.at(-1)).toEqual([`${QUESTION}?`]);
  expect(textOf(followed)).toMatch(/30 December 2016.*Lavrov.*recommended/s);

  // /timeline, each day in Discord's own form, and its next page
  const timeline = read(await discord.slash("timeline", { about: "friday" }));
  expect(timeline.text).toContain("Timeline: friday · 1–6 of");
  expect(timeline.text).toContain("Vladimir Putin, the president of Russia, said on Friday");
  expect(timeline.buttons).toEqual(["More", "All sources"]);
  const rest = read(await discord.press(timeline.message, "More"));
  expect(rest.text).toMatch(/Timeline: friday · 7–\d+ of/);
  expect(rest.text).toContain("[7]");

  // /who, with a name and without, and where the sources differ
  const who = read(await discord.slash("who", { name: "lavrof" }));
  expect(who.text).toContain("Sergei Lavrov, the Russian foreign minister");
  expect(who.buttons).toEqual(["More", "Everybody"]);
  expect(read(await discord.press(who.message, "Everybody")).text).toMatch(/15 people and \d+ organisations/);
  const differ = read(await discord.slash("differences", {}));
  expect(differ.text).toContain("recommended");
  expect(differ.text).toContain("announced");

  // direct message
  expect(textOf(await discord.say(QUESTION, { channel: null }).answer)).toContain("Sergei Lavrov");

  // private, then shared
  const own = read(await discord.slash("ask", { question: BROAD, private: true }));
  expect(own.ephemeral).toBe(true);
  expect(own.buttons).toEqual(["Sources", "Context", "More", "👍", "👎", "Share"]);
  expect(read(await discord.press(own.message, "More")).ephemeral).toBe(true);
  const shared = read(await discord.press(own.message, "Share"));
  expect(shared.ephemeral).toBe(false);
  expect(shared.text).toContain("[1]");

  // a restart between the answer and its button
  await harness.disconnect();
  await harness.connect();
  expect(read(await discord.press(asked.message, "Sources")).text).toContain("Foreign Policy");
  expect(read(await discord.slash("help")).text).toContain("/ask <question> [private]");
  // and what several people asked is offered while one types
  const choice = { name: `${QUESTION}?`, value: `${QUESTION}?` };
  expect(await discord.type("ask", "question", "who prop")).toContainEqual(choice);

  // nobody asked for any of this
  const silent = [
    discord.say("who proposed expelling 35 diplomats?", { user: ben }),
    discord.say("I think so too", { user: ben, replyTo: asked.message, ping: false }),
  ];
  const heard = await discord.say(`<@${APPLICATION}> ${QUESTION}`, { user: ann }).answer;
  await harness.disconnect();
  expect(heard).toBeDefined();
  for (const { message } of silent) {
    expect(discord.http.requests.filter(({ body }) => JSON.stringify(body)?.includes(message.id))).toEqual([]);
  }
  // Only that the commands were not registered when the bot first started.
  expect(harness.log.filter((line) => / (?:warn|error)/.test(line))).toEqual([
    expect.stringContaining("npm run register"),
  ]);
  expect(harness.log.join("\n")).not.toMatch(/secret|interaction-/);
});

test.for([true, false])(
  "a mention of the bot's own role asks, or is told what to pick: read %s",
  async (rolesAreRead) => {
    await using harness = await startHarness({ rolesAreRead });
    const answer = await harness.discord.say(`<@&${BOT_ROLE}> ${QUESTION}?`).answer;
    expect(textOf(answer)).toContain(rolesAreRead ? "Sergei Lavrov" : "pick my name");
  },
);

function exchangesOf(message: { components?: readonly object[] }): string[] {
  return [...JSON.stringify(message.components).matchAll(/"custom_id":"([a-z0-9]+)\.\d+"/g)].map(([, id]) => id ?? "");
}

/** Notes which earlier questions the store gives for a conversation. */
function noting(store: Store, histories: (readonly string[])[]): Store {
  return new Proxy(store, {
    get(target, name) {
      if (name !== "history") {
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      }
      return async (...parameters: Parameters<Store["history"]>) => {
        const found = await target.history(...parameters);
        histories.push(found);
        return found;
      };
    },
  });
}
