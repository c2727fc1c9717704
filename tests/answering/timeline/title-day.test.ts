import { expect, it } from "vitest";
import { openKnowledge } from "../../../src/index.ts";
import { makeFolder } from "../../helpers/folder.ts";

async function told(files: Record<string, string>): Promise<string[]> {
  const knowledge = await openKnowledge({ folder: await makeFolder(files) });
  return (await knowledge.timeline()).entries.map(
    ({ date, excerpt: { text, answer } }) => `${date.iso} ${text.slice(answer.start, answer.end)}`,
  );
}

const front = (published: string) => `---\ntitle: Notes of the village\npublished: ${published}\n---\n`;

it("the day in the top heading of minutes dates the meeting, not its list of tasks", async () => {
  const minutes = `${front("2022-05-03")}# Minutes, 3 May 2022\n\nThe meeting began at seven.\n\n## Tasks\n\n- Ann: buy paint\n- Bob: mend the gate by 9 May\n`;
  expect(await told({ "may.md": minutes })).toEqual([
    "2022-05-03 The meeting began at seven.",
    "2022-05-09 Bob: mend the gate by 9 May",
  ]);
});

it("the day in a top heading dates the items right under it, and that of a section those under its subsections", async () => {
  const day = `${front("2022-05-03")}# Tuesday 3 May 2022\n\n- The choir opens the fair.\n- The mayor speaks.\n`;
  expect(await told({ "day.md": day })).toHaveLength(2);
  const changes = `${front("2022-06-01")}# Changes\n\n## 1 June 2022\n\n### Added\n\n- A search box.\n\n### Fixed\n\n- The clock.\n`;
  expect(await told({ "changes.md": changes })).toHaveLength(2);
});
