import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { formatTime } from "../../../src/documents/captions/cues.ts";
import { openKnowledge } from "../../../src/index.ts";
import { place } from "../../../src/replies/citation.ts";
import { makeFolder } from "../../helpers/folder.ts";
import { belongings } from "../reading.ts";
import { placed, readBytes } from "./fixture.ts";

const BOARD = `WEBVTT - Board meeting

NOTE made by hand

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000
<v Ana Lima>Welcome &amp; good evening.
When does the pool open?

00:00:04.500 --> 00:00:08.000 align:start
<v Ben>In May. The tiles are
<i>not</i> dry yet.</v>

00:14:05.200 --> 00:14:09.000
<v Ana Lima>The budget is 40,000 euros.
`;

describe("captions", () => {
  it("are told by speaker and time, and who asks is answered by who speaks next", async () => {
    const read = await readBytes("board.vtt", strToU8(BOARD));
    expect(read.source).toEqual({ title: "Board meeting" });
    expect(placed(read)).toEqual([
      "00:00:01, Ana Lima | line?: Ana Lima: Welcome & good evening. When does the pool open?",
      "00:00:04, Ben | line: Ben: In May. The tiles are not dry yet.",
      "00:14:05, Ana Lima | line: Ana Lima: The budget is 40,000 euros.",
    ]);
    expect(belongings(read)[1]).toMatch(/^Ana Lima: Welcome.*> Ben: In May/);
  });

  it("answer with the time at which the words are said, in the middle of a turn too", async () => {
    const folder = await makeFolder({ "board.vtt": BOARD });
    const knowledge = await openKnowledge({ folder });
    const { excerpts } = await knowledge.ask("how big is the budget?");
    expect(excerpts[0]?.answerLocation).toMatchObject({ time: "00:14:05", sender: "Ana Lima", line: 18 });
    expect(excerpts[0] && place(excerpts[0])).toBe("board.vtt, 00:14:05, Ana Lima");
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      "of SubRip, with its editors' codes, dashes before other speakers",
      "a.srt",
      `1\r\n00:00:01,000 --> 00:00:03,000\r\n{\\an8}<font color="red">The ferry leaves</font>\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\nat half past nine.\r\n\r\n3\r\n00:02:00,000 --> 00:02:03,000\r\n- Is it full?\r\n- No. Bring a coat.\r\n`,
      [
        "00:00:01 | paragraph: The ferry leaves at half past nine.",
        "00:02:00 | paragraph: Is it full?",
        "00:02:00 | paragraph: No. Bring a coat.",
      ],
    ],
    [
      "that roll up, as programs make them, say nothing twice",
      "a.vtt",
      "WEBVTT\nKind: captions\n\n00:00:00.000 --> 00:00:02.000 align:start\nso<00:00:00.500><c> today</c><00:00:01.000><c> we</c>\n\n00:00:02.000 --> 00:00:02.010\nso today we\n\n00:00:02.010 --> 00:00:04.000\nso today we\nbuild<00:00:02.500><c> a</c><c> boat</c>\n",
      ["00:00:00 | paragraph: so today we build a boat"],
    ],
    [
      "name speakers in their words too",
      "a.vtt",
      "WEBVTT\n\n00:01.000 --> 00:02.000\nANA: Tea is at four.\n\n00:02.000 --> 00:03.000\nIt is green.\n\n00:03.000 --> 00:04.000\n>> BEN: Thanks.\n",
      ["00:00:01, ANA | paragraph: ANA: Tea is at four. It is green.", "00:00:03, BEN | paragraph: BEN: Thanks."],
    ],
    [
      "are parted by a long silence",
      "a.srt",
      "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:09,000 --> 00:00:10,000\nTwo.\n",
      ["00:00:01 | paragraph: One.", "00:00:09 | paragraph: Two."],
    ],
  ])("%s", async (_, file, text, shown) => {
    expect(placed(await readBytes(file, strToU8(text)))).toEqual(shown);
  });

  it("that go on and on are divided where a sentence ends, each part under its speaker and at its time", async () => {
    const cues = Array.from({ length: 40 }, (_, i) => {
      return `${formatTime(i * 2)}.000 --> ${formatTime(i * 2 + 2)}.000\n<v Ana>Sentence number ${i} is said.\n`;
    });
    const shown = placed(await readBytes("a.vtt", strToU8(`WEBVTT\n\n${cues.join("\n")}`)));
    expect(shown.length).toBeGreaterThan(3);
    for (const line of shown) {
      const [, time = "", first = ""] = /^(\d\d:\d\d:\d\d), Ana \| \w+: Ana: Sentence number (\d+) is/.exec(line) ?? [];
      expect(time).toBe(formatTime(Number(first) * 2));
    }
  });

  it.each(["<", "<v ", "<v.", "{\\", "&a", "a: ", "-- "])(
    "of %j without end are read in the time that others take",
    async (mark) => {
      const text = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${mark.repeat(400_000)}\n`;
      expect((await readBytes("a.vtt", strToU8(text))).raw).toBe(text);
    },
  );

  it("without any cue hold no text", async () => {
    const { blocks } = await readBytes("a.vtt", strToU8("WEBVTT\n\nNOTE nothing\n"));
    expect(blocks).toEqual([]);
  });
});
