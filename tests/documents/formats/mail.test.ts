import { execFileSync } from "node:child_process";
import path from "node:path";
import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { withoutHistory, withoutHtmlHistory } from "../../../src/documents/mail/history.ts";
import { belongings } from "../reading.ts";
import { FIXTURES, has, placed, readBytes, readFixture } from "./fixture.ts";

const PYTHON = has("python3", "--version");

describe("a mail", () => {
  it("is called by its subject, told by its sender and day, without signature", async () => {
    const read = await readFixture("sauna.eml");
    expect(read.source).toEqual({
      title: "Sauna hours – winter",
      author: "Ana Lima",
      published: "2024-05-03",
      publishedFrom: "Date",
    });
    expect(placed(read)).toEqual([
      "Ana Lima, 3 May 2024, 10:04 | field: From: Ana Lima · Date: 2024-05-03 10:04",
      "Ana Lima, 3 May 2024, 10:04 | paragraph: Hello all,",
      "Ana Lima, 3 May 2024, 10:04 | paragraph: the sauna opens at five from October on. A visit costs 14 €.",
      "Ana Lima, 3 May 2024, 10:04 | item: bring a towel",
      "Ana Lima, 3 May 2024, 10:04 | item: no phones",
    ]);
    expect(read.remarks).toMatchObject([
      { kind: "left out", text: expect.stringMatching(/^the attachment bill\.pdf is not read/) },
    ]);
  });

  it("of HTML alone shows what a reader sees, without what it answers", async () => {
    expect(placed(await readFixture("roof.eml")).slice(1)).toEqual([
      "Tom Alves, 6 May 2024, 08:00 | paragraph: The roof is leaking above the trophy room.",
    ]);
  });

  it("that forwards another as a whole has that below it, by whom wrote it and when", async () => {
    const read = await readFixture("pier.eml");
    expect(read.source).toMatchObject({ title: "Fwd: Pier", author: "Ana Lima", published: "2024-05-07" });
    expect(placed(read)).toEqual([
      "Ana Lima, 7 May 2024, 07:30 | field: From: Ana Lima · Date: 2024-05-07 07:30",
      "Ana Lima, 7 May 2024, 07:30 | paragraph: See below, Tom measured it.",
      "Tom Alves, 4 March 2024, 18:15 | heading: Pier",
      "Tom Alves, 4 March 2024, 18:15 | field: From: Tom Alves · Date: 2024-03-04 18:15",
      "Tom Alves, 4 March 2024, 18:15 | paragraph: The pier carries 900 kilograms.",
    ]);
    expect(read.remarks).toMatchObject([{ text: expect.stringMatching(/^the attachment pier\.pdf is not read/) }]);
  });

  it("within ever more messages is named where it is no longer read", async () => {
    let mail = "From: Ana\nSubject: Pier\n\nThe pier is closed.\n";
    const forward = () => {
      mail = `From: Ben\nSubject: Fwd\nContent-Type: message/rfc822\n\n${mail}`;
    };
    for (let n = 0; n < 5; n++) forward();
    const read = await readBytes("deep.eml", strToU8(mail));
    expect(placed(read)).toContain("Ana | paragraph: The pier is closed.");
    expect(read.remarks).toEqual([]);
    forward();
    expect((await readBytes("deeper.eml", strToU8(mail))).remarks).toMatchObject([{ kind: "left out" }]);
  });

  it("among others of a mailbox stands under its subject, says nothing twice, and answers what it quotes", async () => {
    const read = await readFixture("board.mbox");
    expect(read.source).toEqual({ published: "2024-05-04", publishedFrom: "last message" });
    expect(placed(read).slice(6)).toEqual([
      "Ben Reis, 4 May 2024, 09:00 | heading: Re: Sauna hours – winter",
      "Ben Reis, 4 May 2024, 09:00 | field: From: Ben Reis · Date: 2024-05-04 09:00",
      "Ben Reis, 4 May 2024, 09:00 | paragraph: The stove was repaired on Thursday.",
      "Ana Lima, 4 May 2024, 11:30 | heading: Re: Sauna hours – winter",
      "Ana Lima, 4 May 2024, 11:30 | field: From: Ana Lima · Date: 2024-05-04 11:30",
      "Ana Lima, 4 May 2024, 11:30 | paragraph?: Who has the key on Sundays?",
      "Ana Lima, 4 May 2024, 11:30 | paragraph: The kiosk keeps it.",
      "Ana Lima, 4 May 2024, 11:30 | paragraph: From Monday on the gate is locked.",
    ]);
    expect(read.text.match(/opens at five/g)).toHaveLength(1);
    expect(belongings(read)).toContain("Who has the key on Sundays? > The kiosk keeps it.");
  });

  it.skipIf(!PYTHON)("is by whom it names, and was sent then, as Python reads it (needs python3)", async () => {
    const script = `import mailbox, sys
for m in mailbox.mbox(sys.argv[1]):
    print(m["From"].split(" <")[0], m["Date"], m.get_payload(0).get_payload(decode=True).decode() if m.is_multipart() else m.get_payload(decode=True).decode(), sep="|", end="\\x00")`;
    const told = execFileSync("python3", ["-c", script, path.join(FIXTURES, "board.mbox")], { encoding: "utf8" });
    const messages = told.split("\0").filter(Boolean);
    expect(messages).toHaveLength(3);
    for (const line of placed(await readFixture("board.mbox"))) {
      const [, sender = "", day = "", time = "", text = ""] =
        /^(.+?), (.+), (.+) \| paragraph\??: (.*)$/.exec(line) ?? [];
      if (text === "") continue;
      const there = messages.filter((one) => one.replace(/^>+ ?/gm, "").includes(text) && one.startsWith(sender));
      expect(there.some((one) => one.includes(day.slice(0, 5)) && one.includes(time))).toBe(true);
    }
  });

  it.each([
    ["of no headers", "a.eml", "The roof leaks.", /^has none of a message's headers/],
    ["of no messages", "a.mbox", "The roof leaks.", /^holds no message that starts with a line “From …”/],
  ])("%s is none", async (_, file, text, reason) => {
    await expect(readBytes(file, strToU8(text))).rejects.toThrow(reason);
  });

  it.each([
    ["the roof.\n\nOn Fri, Ana wrote:\n> old\n>\n> older\n", "the roof."],
    ["the roof.\n\nOn Fri, 3 May 2024 at 10:04, Ana Lima <ana@club.example>\nwrote:\n\n> old\n", "the roof."],
    ["Das Dach.\n\nAm 3. Mai 2024 um 10:04 schrieb Ana Lima <a@b.example>:\n> alt\n", "Das Dach."],
    ["the roof.\n-- \nAna\n\nOn Fri, Ana wrote:\n> old\n", "the roof."],
    ["the roof.\n\nOn Fri, Ana wrote:\n> old\n\n-- \nBen\n", "the roof."],
    ["the roof.\n\n-----Original Message-----\nFrom: Ana\nSent: Friday\n\nold\n", "the roof."],
    ["the roof.\n\nFrom: Ana\nSent: Friday\nTo: Ben\n\nold\n", "the roof."],
    [
      "On Fri, Ana wrote:\n> old?\n\nNew.\n\n> older?\n\nNewer.\n",
      "On Fri, Ana wrote:\n> old?\n\nNew.\n\n> older?\n\nNewer.",
    ],
    ["As Ana wrote:\n> no\n", "As Ana wrote:\n> no"],
    ["On Fri, Ana wrote:\n> all there is\n", "On Fri, Ana wrote:\n> all there is"],
    ["a\n--\nb", "a"],
    ["\n> quoted", "> quoted"],
    ["", ""],
  ])("%j is written as %j", (text, written) => {
    expect(withoutHistory(text).trim()).toBe(written);
  });

  it("of HTML that is all history stays", () => {
    const html = '<div class="gmail_quote">forwarded</div>';
    expect(withoutHtmlHistory(html)).toBe(html);
    expect(withoutHtmlHistory(`<p>new</p>${html}`)).toBe("<p>new</p>");
  });
});
