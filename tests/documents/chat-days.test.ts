import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/documents/folder.ts";
import { makeFolder } from "../helpers/folder.ts";

async function sourceOf(file: string, text: string) {
  const { documents, report } = await readFolder(await makeFolder({ [file]: text }));
  const { title, published, publishedFrom } = documents[0]?.source ?? {};
  return { title, published, publishedFrom, titled: report.files[0]?.titled };
}

const chat = (...stamps: string[]) =>
  stamps.map((stamp, i) => `${stamp} Ana: message ${i} on the projector`).join("\n");
const whatsapp = chat("[2023-11-02, 09:14:03]", "[2023-11-02, 09:15:00]", "[2023-12-05, 10:00:00]");

describe("a chat", () => {
  it("is called by its file's name, and dated by its lines", async () => {
    expect(await sourceOf("in/team-chat.txt", whatsapp)).toEqual({
      title: "Team chat",
      published: "2023-12-05",
      publishedFrom: "last line, from 2023-11-02 on",
      titled: true,
    });
  });

  it.each([
    ["in Markdown", "team_chat.md", whatsapp.replaceAll("\n", "\n\n"), "Team chat"],
    ["without dates", "team-chat.txt", "[12:03] Ana: hi\n[12:04] Ben: hello\n[12:05] Ana: bye", "Team chat"],
    ["of speakers alone", "team-chat.txt", "Ana: hi\nBen: hello\nAna: bye", "Team chat"],
    ["with a title above it", "team-chat.txt", `The projector\n\n${whatsapp}`, "The projector"],
    ["of a dated file", "2024-05-01-team-chat.txt", whatsapp, "Team chat"],
    ["of a file that is a date", "2024-05-01.txt", whatsapp, "2024 05 01"],
  ])("%s is called so", async (_, file, text, title) => {
    expect(await sourceOf(file, text)).toMatchObject({ title });
  });

  it.each([
    [
      "days before months, as a later line tells",
      chat("03/04/24, 10:00 -", "05/04/24, 10:00 -", "13/04/24, 10:00 -"),
      "2024-04-13",
    ],
    [
      "months before days, as a later line tells",
      chat("04/03/24, 10:00 -", "04/05/24, 10:00 -", "04/13/24, 10:00 -"),
      "2024-04-13",
    ],
    [
      "what stands in the order of time only so",
      chat("11/01/24, 10:00 -", "12/01/24, 10:00 -", "01/02/24, 10:00 -"),
      "2024-02-01",
    ],
    [
      "days before months, where dots stand between",
      chat("03.04.24, 10:00 -", "05.04.24, 10:00 -", "06.04.24, 10:00 -"),
      "2024-04-06",
    ],
    [
      "the newest of a log that begins with it",
      chat("2024-04-06 10:00", "2024-04-05 10:00", "2024-04-04 10:00"),
      "2024-04-06",
    ],
    ["nothing where both may be", chat("03/04/24, 10:00 -", "04/05/24, 10:00 -", "05/06/24, 10:00 -"), null],
    ["nothing without days", chat("[12:03]", "[12:04]", "[12:05]"), null],
    [
      "nothing where a log is a small part",
      `${"A paragraph of prose, as long as it is.\n\n".repeat(9)}${whatsapp}`,
      null,
    ],
  ])("is dated by %s", async (_, text, published) => {
    expect(await sourceOf("a.txt", text)).toMatchObject({ published });
  });

  it("is dated by its file's name or its front matter before its lines", async () => {
    expect(await sourceOf("2024-05-01-chat.txt", whatsapp)).toMatchObject({ published: "2024-05-01" });
    const dated = `---\npublished: 2020\n---\n\n${whatsapp.replaceAll("\n", "\n\n")}`;
    expect(await sourceOf("chat.md", dated)).toMatchObject({ published: "2020", publishedFrom: null });
  });
});

it("a plain text whose first line merely has a colon keeps it for its title", async () => {
  const text = "Minutes: the spring meeting\n\nThe club voted on the roof.";
  expect(await sourceOf("a.txt", text)).toMatchObject({ title: "Minutes: the spring meeting", published: null });
});
