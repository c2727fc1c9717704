import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/documents/markdown.ts";
import { belongings, shown } from "./reading.ts";

describe("what other tools write is read as what it is", () => {
  it.each([
    ["a wikilink", "See [[House rules]] and [[rules/bar|the bar's]].", "paragraph: See House rules and the bar's."],
    ["a wikilink in a table", "| A | B |\n|---|---|\n| [[c\\|d]] | [[e|f]] |", "row: A: d · B: f"],
    ["an embedded page, which stands elsewhere", "See ![[plan.png|200]] this.", "paragraph: See this."],
    [
      "no wikilink",
      "Use [[1, 2], [3]], [[ -f x ]] and [[4]](five.md).",
      "paragraph: Use [[1, 2], [3]], [[ -f x ]] and [4].",
    ],
    ["a highlight", "Doors close at ==ten **sharp**== today.", "paragraph: Doors close at ten sharp today."],
    ["a comparison", "If a == b and c ==d== e, a==b==c.", "paragraph: If a == b and c d e, a==b==c."],
  ])("%s", (_, raw, block) => {
    expect(shown(raw)).toEqual([block]);
  });

  it.each([
    ["a callout of GitHub", "> [!WARNING]\n> Mind the **gap**.", ["Mind the gap."]],
    [
      "a callout with a title",
      "> [!tip]- Before you come\n> Bring tea.\n> And cake.",
      ["Before you come", "Before you come > Bring tea. And cake."],
    ],
    ["a callout in a callout", "> [!note] One\n> > [!tip] Two\n> > Three", ["One", "One > Two", "Two > Three"]],
    ["a container", ":::tip\nBring tea.\n:::", ["Bring tea."]],
    [
      "a container with a title",
      "One.\n::: warning Before you come\nBring tea.\n:::\nTwo.",
      ["One.", "Before you come", "Bring tea.", "Two."],
    ],
    ["a container of Docusaurus", ":::note[Before *you* come]\n\nBring tea.\n\n:::", ["Before you come", "Bring tea."]],
    ["containers in containers", ":::: info\n::: details More {open}\nBring tea.\n:::\n::::", ["More", "Bring tea."]],
    ["a container of Pandoc", '::: {.callout #x title="y"}\nBring tea.\n:::', ["Bring tea."]],
    ["a container in an item", "1. One\n\n   ::: tip Two\n   Three\n   :::", ["One", "One > Two", "One > Three"]],
    [
      "a callout of MkDocs",
      '!!! note "Before you come"\n    Bring tea.\n\n    And **cake**.\n\nTwo.',
      ["Before you come", "Before you come > Bring tea.", "Before you come > And cake.", "Two."],
    ],
    ["a callout of MkDocs in another", "???+ tip\n    One.\n\n    !!! note\n        Two.", ["One.", "Two."]],
    [
      "tabs of MkDocs",
      '=== "Linux"\n\n    Open it.\n\n=== "Mac"\n\n    Close it.',
      ["Linux", "Linux > Open it.", "Mac", "Mac > Close it."],
    ],
    ["details", "<details>\n<summary>More</summary>\n\nBring **tea**.\n\n</details>", ["More", "More > Bring tea."]],
  ])("%s", (_, raw, blocks) => {
    expect(belongings(readMarkdown(raw))).toEqual(blocks);
  });

  it("keeps what MkDocs would take for a callout where it is code", () => {
    expect(shown('```\n!!! note "A"\n    b\n```')).toEqual(['code: !!! note "A"\n    b']);
  });
});

describe("a question in the text is answered by what follows", () => {
  it.each([
    [
      "a heading that asks",
      "## Where do I park?\n\nBehind the hall.\n\nIt is free.\n\n## Bar\n\nOpen.",
      ["Where do I park?", "Where do I park? > Behind the hall.", "Where do I park? > It is free.", "Bar", "Open."],
    ],
    [
      "with what stands under its own headings",
      "## Where do I park?\n\n### By day\n\nBehind the hall.",
      ["Where do I park?", "Where do I park? > By day", "Where do I park? > Behind the hall."],
    ],
    [
      "a heading without a question mark",
      "## How to get there\n\nBy bus.",
      ["How to get there", "How to get there > By bus."],
    ],
    [
      "a heading that only starts like one",
      "## Who we are\n\nA club.\n\n## What we do.\n\nTea.",
      ["Who we are", "A club.", "What we do.", "Tea."],
    ],
    [
      "a title that asks, but not for every section",
      "# What is the club?\n\nA house.\n\n## Bar\n\nOpen.",
      ["What is the club?", "What is the club? > A house.", "Bar", "Open."],
    ],
    [
      "Q and A in one paragraph",
      "Q: May I smoke?\nA: No, nowhere.\n\nQ: May I sing?\nA: Please do.",
      ["Q: May I smoke?", "Q: May I smoke? > No, nowhere.", "Q: May I sing?", "Q: May I sing? > Please do."],
    ],
    [
      "Q and A in paragraphs and bold",
      "**Q:** May I smoke?\n\n**A:** No, nowhere.",
      ["Q: May I smoke?", "Q: May I smoke? > No, nowhere."],
    ],
    [
      "numbered questions",
      "Question 1: May I smoke?\n\nAnswer 1: No.",
      ["Question 1: May I smoke?", "Question 1: May I smoke? > No."],
    ],
    [
      "a question and its answer on one line",
      "Q: May I smoke? A: No. **Q: May I sing?** A: Yes.",
      ["Q: May I smoke?", "Q: May I smoke? > No.", "Q: May I sing?", "Q: May I sing? > Yes."],
    ],
    [
      "bold questions with their answers behind them",
      "**Q: How long?** 3 days.\n\n**When is it open?** From 9 to 5.\n\nThe hall is old.",
      [
        "Q: How long?",
        "Q: How long? > 3 days.",
        "When is it open?",
        "When is it open? > From 9 to 5.",
        "The hall is old.",
      ],
    ],
    [
      "a quoted question, answered by the paragraph below it alone",
      "> I lost it. Who has the key?\n\nThe caretaker.\n\nBye.",
      ["I lost it. Who has the key?", "I lost it. Who has the key? > The caretaker.", "Bye."],
    ],
    [
      "a bold line that asks",
      "**May I smoke?**\n\nNo.\n\n**May I sing?**\n\nYes.",
      ["May I smoke?", "May I smoke? > No.", "May I sing?", "May I sing? > Yes."],
    ],
    [
      "a bold line with its answer right below",
      "**May I smoke?**\nNo, nowhere.",
      ["May I smoke?", "May I smoke? > No, nowhere."],
    ],
    [
      "a bold line with its answer behind a break",
      "__May I smoke?__<br>No, nowhere.",
      ["May I smoke?", "May I smoke? > No, nowhere."],
    ],
    [
      "a summary that asks, up to the end of its details",
      "<details><summary>May I smoke?</summary>No.</details>\n\nThat is all.",
      ["May I smoke?", "May I smoke? > No.", "That is all."],
    ],
    [
      "a list, which keeps the line that introduces it",
      "## What do I bring?\n\nEverybody:\n\n- tea",
      ["What do I bring?", "What do I bring? > Everybody:", "Everybody: > tea"],
    ],
    [
      "a list right below",
      "## What do I bring?\n\n- tea\n- cake",
      ["What do I bring?", "What do I bring? > tea", "What do I bring? > cake"],
    ],
    [
      "none in a bold word or a paragraph that asks",
      "Is it far? **Really?** Yes.\n\nIt is.",
      ["Is it far? Really? Yes.", "It is."],
    ],
    ["no answer without a question", "A: one way.\n\nB: another.", ["A: one way.", "B: another."]],
  ])("%s", (_, raw, blocks) => {
    expect(belongings(readMarkdown(raw))).toEqual(blocks);
  });

  it("asks in another language when it ends with a question mark", () => {
    const { blocks } = readMarkdown("## Wo parke ich? 🚗\n\nA\n\n## どこですか？\n\n## Wie es war");
    expect(blocks.map(({ asks }) => asks)).toEqual([true, false, true, false]);
  });
});

describe("lines of a chat or a log are one each", () => {
  it.each([
    ["with times", "[12:03] Ana: hi\n[12:04] Ben: hello\n[12:05] Ana: bye", 3],
    [
      "with dates and nicknames",
      "2024-05-01 10:00 <ana> hi\n2024-05-01 10:01 <ben> hello\n2024-05-01 10:02 <ana> bye",
      3,
    ],
    ["with nicknames alone", "<ana> hi\n<ben> hello\n<ana> bye", 3],
    ["with names alone", "Ana: hi\nBen: hello\nAna: bye", 3],
    ["of a telephone", "01/05/2024, 10:00 - Ana: hi\n01/05/2024, 10:01 - Ben: hello\n01/05/2024, 10:02 - Ana: bye", 3],
    ["of a program", "10:00:01 started\n10:00:02 ready\n10:00:09 stopped", 3],
    ["in paragraphs of their own", "[12:03] Ana: hi\n\n[12:04] Ben: hello\n\n[12:05] Ana: bye", 3],
    ["of two only: a paragraph", "Date: May\nPlace: here", 0],
    ["in prose: a paragraph", "At 12:03 she came.\nIt was late, and we\nall went home: Ana too.", 0],
  ])("%s", (_, raw, lines) => {
    expect(shown(raw).filter((block) => block.startsWith("line: "))).toHaveLength(lines);
  });

  it("keep a second line, and what stands in angle brackets", () => {
    expect(shown("[12:03] <ana> hi\nall\n[12:04] <ben> hello\n[12:05] <ana> bye")).toEqual([
      "line: [12:03] <ana> hi\nall",
      "line: [12:04] <ben> hello",
      "line: [12:05] <ana> bye",
    ]);
  });
});
