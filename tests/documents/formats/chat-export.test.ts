import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../../src/documents/folder.ts";
import { openKnowledge } from "../../../src/index.ts";
import { plainLines } from "../../../src/replies/plain.ts";
import { makeFolder } from "../../helpers/folder.ts";
import { belongings } from "../reading.ts";
import { placed, readBytes } from "./fixture.ts";

const DISCORD = {
  guild: { id: "41", name: "Rowing club" },
  channel: { id: "42", type: "GuildTextChat", name: "boats", topic: null },
  messages: [
    {
      id: "1",
      type: "Default",
      timestamp: "2024-05-03T10:04:10.123+02:00",
      content: "**When** is the regatta?",
      author: { id: "7", name: "ana.lima", nickname: "Ana Lima" },
    },
    {
      id: "2",
      type: "Reply",
      timestamp: "2024-05-03T10:05:00+02:00",
      content: "On 9 June.\n\nBring `your` ~~oars~~ boots <:wave:123>",
      author: { id: "8", name: "ben_r" },
    },
    {
      id: "3",
      type: "GuildMemberJoin",
      timestamp: "2024-05-03T10:06:00+02:00",
      content: "Joined.",
      author: { id: "9", name: "tom" },
    },
    { id: "4", type: "Default", timestamp: "2024-05-04T08:00:00+02:00", content: "", author: { id: "9", name: "tom" } },
  ],
};
const USERS = [
  { id: "U1", name: "ana", profile: { real_name: "Ana Lima" } },
  { id: "U2", name: "ben", real_name: "Ben Reis", profile: {} },
];
const DAY = [
  {
    type: "message",
    user: "U1",
    team: "T1",
    ts: "1714723440.000100",
    text: "Who has the key, <@U2>? See <https://acme.slack.com/files/1|the list> &amp; <#C9|general>",
    thread_ts: "1714723440.000100",
  },
  {
    type: "message",
    subtype: "channel_join",
    user: "U2",
    ts: "1714723441.000100",
    text: "<@U2> has joined the channel",
  },
  { type: "message", user: "U1", ts: "1714723500.000200", text: "Unrelated: lunch is at noon." },
  {
    type: "message",
    user: "U2",
    ts: "1714723600.000300",
    thread_ts: "1714723440.000100",
    text: "The *kiosk* keeps it ~not me~.",
  },
];
const json = (value: unknown) => strToU8(JSON.stringify(value));

describe("an exported channel", () => {
  it("of Discord has a line for each message, by its sender and time, with a link to it", async () => {
    const read = await readBytes("boats.json", json(DISCORD));
    expect(read.source).toEqual({
      title: "#boats",
      publisher: "Rowing club",
      published: "2024-05-03",
      publishedFrom: "last message",
    });
    expect(placed(read)).toEqual([
      "Ana Lima, 3 May 2024, 10:04 | line?: [2024-05-03 10:04] Ana Lima: When is the regatta?",
      "ben_r, 3 May 2024, 10:05 | line: [2024-05-03 10:05] @ben_r: On 9 June.\nBring your boots :wave:",
    ]);
    expect(belongings(read)[1]).toContain("When is the regatta? > ");
    expect(read.places?.map(({ url }) => url)).toEqual([
      "https://discord.com/channels/41/42/1",
      "https://discord.com/channels/41/42/2",
    ]);
  });

  it("of Slack has its people's names, its threads together, and links where its workspace is named", async () => {
    const folder = await makeFolder({
      "export/users.json": JSON.stringify(USERS),
      "export/channels.json": JSON.stringify([{ id: "C1", name: "keys" }]),
      "export/keys/2024-05-03.json": JSON.stringify(DAY),
      "package.json": "{}",
      "broken.json": "{",
    });
    const { documents, report } = await readFolder(folder);
    const [day] = documents;
    expect(report.files.map(({ file, status }) => `${file}: ${status}`)).toEqual([
      "broken.json: other kind",
      "export/channels.json: other kind",
      "export/keys/2024-05-03.json: read",
      "export/users.json: other kind",
      "package.json: other kind",
    ]);
    expect(day?.text.split("\n")).toEqual([
      "[2024-05-03 08:04] Ana Lima: Who has the key, @Ben Reis? See the list & #general",
      "[2024-05-03 08:06] Ben Reis: The kiosk keeps it.",
      "[2024-05-03 08:05] Ana Lima: Unrelated: lunch is at noon.",
    ]);
    expect(day?.source).toMatchObject({ title: "#keys", published: "2024-05-03" });
    const knowledge = await openKnowledge({ folder });
    const { excerpts } = await knowledge.ask("who keeps the key?");
    expect(excerpts[0]?.answerLocation).toMatchObject({
      sender: "Ben Reis",
      sent: "2024-05-03T08:06",
      url: "https://acme.slack.com/archives/C1/p1714723600000300",
    });
    const [best] = excerpts;
    const items =
      best === undefined
        ? []
        : [{ kind: "excerpt" as const, number: 1, excerpt: best, agreement: [], role: "best" as const }];
    expect(plainLines({ summary: "The kiosk.", items }).at(-1)).toBe(
      "export/keys/2024-05-03.json, Ben Reis, 3 May 2024, 08:06 · https://acme.slack.com/archives/C1/p1714723600000300",
    );
  });

  it.each<[string, unknown]>([
    ["an object", { a: 1 }],
    ["a list", [1, 2]],
    ["a list of people", USERS],
    ["nothing", null],
  ])("is none that is %s", async (_, value) => {
    await expect(readBytes("a.json", json(value))).rejects.toThrow(/^is JSON of a kind that is not read$/);
  });

  it("is none that is lists in lists without end, or no JSON", async () => {
    const deep = strToU8(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    await expect(readBytes("a.json", deep)).rejects.toThrow();
    await expect(readBytes("a.json", strToU8("{"))).rejects.toThrow(/^is no sound JSON$/);
  });
});
