import { REST, Routes } from "discord.js";
import { describe, expect, test } from "vitest";
import { FakeDiscord } from "./fake.ts";
import { checkAgainstDescription, hasDescription } from "./openapi.ts";
import { checkCallback, checkCommands, checkMessage } from "./rules.ts";
import { GENERAL } from "./world.ts";

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 2, label: "x", custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const link = (url: string) => ({ type: 2, style: 5, label: "x", url });

describe("a message that Discord refuses", () => {
  test.for<[string, Record<string, unknown>, string]>([
    ["with 6 rows", { components: Array.from({ length: 6 }, (_, i) => row(button(`b${i}`))) }, "6 action rows"],
    ["of 4,001 characters", { flags: V2, components: [text("a".repeat(2_000)), text("a".repeat(2_001))] }, "4001 char"],
    ["of 41 components", { flags: V2, components: Array.from({ length: 41 }, () => text("a")) }, "41 components"],
    ["with content beside the flag", { flags: V2, content: "a", components: [text("a")] }, "content beside"],
    ["with an embed beside the flag", { flags: V2, embeds: [{}], components: [text("a")] }, "embeds beside"],
    ["with new components without the flag", { components: [text("a")] }, "without the flag"],
    ["with two buttons of one id", { components: [row(button("a"), button("a"))] }, "duplicate custom_id"],
    ["with a button without id and URL", { components: [row({ type: 2, style: 2, label: "x" })] }, "neither custom_id"],
    ["with a link that has an id", { components: [row({ ...link("https://a.b"), custom_id: "a" })] }, "no custom_id"],
    ["with a link of 513 characters", { components: [row(link(`https://a.b/${"c".repeat(501)}`))] }, "513 characters"],
    ["with a link elsewhere than the web", { components: [row(link("ftp://a.b"))] }, "none of http"],
    ["with a label of 81 characters", { components: [row(button("a", { label: "x".repeat(81) }))] }, "81 characters"],
    ["with a blank text", { flags: V2, components: [text(" \n")] }, "without text"],
    [
      "with a container in a container",
      { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [] }] }] },
      "a container inside",
    ],
    ["with 2,001 characters", { content: "a".repeat(2_001) }, "2,000 at most"],
    ["with nothing in it", { content: " " }, "an empty message"],
    ["that mentions doubly", { content: "a", allowed_mentions: { parse: ["users"], users: ["1"] } }, "parses users"],
  ])("%s", ([, body, problem]) => {
    expect(checkMessage(body).join("\n")).toContain(problem);
  });

  test("and one that it takes", () => {
    const components = [{ type: 17, components: [text("a"), row(button("a"), link("https://a.b"))] }];
    expect(checkMessage({ flags: V2, components, allowed_mentions: { parse: [] } })).toEqual([]);
  });
});

describe("a first response that Discord refuses", () => {
  const choice = { name: "a", value: "a" };
  test.for<[string, Record<string, unknown>, 2 | 3 | 4 | 5, string]>([
    ["choices to a command", { type: 8, data: { choices: [] } }, 2, "type 8"],
    ["a message to autocomplete", { type: 4, data: { content: "a" } }, 4, "type 4"],
    ["a modal to a modal", { type: 9, data: {} }, 5, "type 9"],
    ["an edit to a command", { type: 7, data: {} }, 2, "type 7"],
    ["26 choices", { type: 8, data: { choices: Array(26).fill(choice) } }, 4, "26 choices"],
    [
      "a choice of 101 characters",
      { type: 8, data: { choices: [{ ...choice, value: "a".repeat(101) }] } },
      4,
      "101 char",
    ],
    ["a choice without a name", { type: 8, data: { choices: [{ ...choice, name: "" }] } }, 4, "0 characters"],
    ["an unsettable flag", { type: 4, data: { content: "a", flags: 1 << 7 } }, 2, "may not set"],
  ])("%s", ([, body, kind, problem]) => {
    expect(checkCallback(body, kind).join("\n")).toContain(problem);
  });
});

describe("commands that Discord refuses", () => {
  const option = (name: string, more: object = {}) => ({ type: 3, name, description: "d", ...more });
  const command = (name: string, options: object[] = []) => ({ type: 1, name, description: "d", options });
  test.for<[string, object[], string]>([
    ["an upper-case name", [command("Ask")], "the name Ask"],
    ["a name of 33 characters", [command("a".repeat(33))], "the name aaa"],
    ["two of one name", [command("a"), command("a")], "two commands"],
    [
      "a required option after an optional one",
      [command("a", [option("b"), option("c", { required: true })])],
      "after",
    ],
    ["choices beside autocomplete", [command("a", [option("b", { autocomplete: true, choices: [] })])], "and choices"],
    ["a description of 101 characters", [{ ...command("a"), description: "d".repeat(101) }], "101 characters"],
    ["a menu entry with a description", [{ type: 3, name: "A", description: "d" }], "a description of the menu"],
    [
      "over 8,000 characters",
      [
        command(
          "a",
          Array.from({ length: 25 }, (_, i) =>
            option(`o${i}`, { choices: Array(25).fill({ name: "n".repeat(10), value: "v".repeat(10) }) }),
          ),
        ),
      ],
      "8,000 at most",
    ],
  ])("%s", ([, commands, problem]) => {
    expect(checkCommands(commands as never).join("\n")).toContain(problem);
  });
});

test("the fake refuses it over the wire, as Discord does", async () => {
  const discord = await new FakeDiscord().start();
  const rest = new REST({ api: discord.api }).setToken(discord.world.token);
  await expect(rest.post(Routes.channelMessages(GENERAL), { body: { content: "" } })).rejects.toMatchObject({
    status: 400,
    code: 50_035,
  });
  await expect(rest.get(Routes.user("1"))).rejects.toMatchObject({ status: 400 });
  expect(discord.problems).toHaveLength(2);
  await discord.stop();
});

test("Discord's own description refuses what it does not know", (context) => {
  if (!hasDescription) context.skip("../shared/specs/discord-openapi.json is absent: hand-written rules only");
  const wrong = { components: [{ type: 17, components: [{ type: 10, content: "" }] }] };
  expect(checkAgainstDescription("POST", "/channels/1/messages", wrong).join()).toContain("components");
  expect(checkAgainstDescription("POST", "/channels/1/massages", {}).join()).toContain("no such route");
  expect(checkAgainstDescription("POST", "/channels/1/messages", { content: "a" })).toEqual([]);
});
