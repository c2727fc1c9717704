import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { dispatch } from "../../src/dispatch.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { actionsOf } from "../../src/replies/actions.ts";
import { contextOf } from "../helpers/context.ts";
import { makeFolder } from "../helpers/folder.ts";

const MILL = "# The mill\n\nThe mill was built by Ann Rudd in 1911.\n\nIt grinds the corn of four villages.\n";
const OTHERS = "# Corn\n\nThe mill was built of stone by the town.\n\nThe mill was sold to Bob Hale in 1920.\n";
const QUESTION = "who built the mill";
const open = async (files: Readonly<Record<string, string>>) => openKnowledge({ folder: await makeFolder(files) });
const run = async (knowledge: Knowledge, command: string, values: Record<string, unknown>) =>
  (
    await dispatch(commands, { command, input: { values } }, contextOf(knowledge), (error) =>
      expect.unreachable(String(error)),
    )
  ).reply;

const answered = await run(await open({ "mill.md": MILL, "corn.md": OTHERS }), "ask", { question: QUESTION, limit: 1 });
const buttons = actionsOf(answered).filter(({ label }) => /^(?:Sources|Context|More)$/.test(label));

const cases: readonly (readonly [what: string, files: Readonly<Record<string, string>>, isTold: boolean])[] = [
  ["nothing has changed", { "mill.md": MILL, "corn.md": OTHERS }, false],
  [
    "its document was moved, and others came",
    { "old/mill.md": MILL, "a.md": "Ann Rudd built the mill, they say." },
    false,
  ],
  [
    "only other words of its document have changed",
    { "mill.md": MILL.replace("four", "five"), "corn.md": OTHERS },
    false,
  ],
  ["its words have", { "mill.md": MILL.replace("1911", "1912"), "corn.md": OTHERS }, true],
  ["its document is gone", { "corn.md": OTHERS }, true],
];

describe("the buttons under an answer", () => {
  it("are there", () => {
    expect(buttons.map(({ label }) => label)).toEqual(["Sources", "Context", "More"]);
  });

  it.each(cases)("tell that what it quoted has changed, or do not, where %s", async (_, files, isTold) => {
    const knowledge = await open(files);
    for (const { label, command, options } of buttons) {
      const { items } = await run(knowledge, command, options);
      const told = items.some((item) => item.kind === "notice" && item.text.startsWith("The documents have changed"));
      expect([label, told]).toEqual([label, isTold]);
    }
  });
});
