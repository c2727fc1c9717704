import path from "node:path";
import { describe, expect, it } from "vitest";
import { markedIn, practiceFolders, readQuestions } from "../../bench/practice.ts";
import { absentFolders, HOW_TO_FETCH, REAL_DOCUMENTS } from "../../bench/practice-real.ts";
import { toPassages } from "../../src/documents/passages.ts";
import { makeFolder } from "../helpers/folder.ts";
import { root } from "../helpers/program.ts";

describe.each(practiceFolders.map((folder) => [folder.name, folder] as const))(
  "the practice folder %s",
  (_, { documents, answerable, unanswerable, untidy }) => {
    it("has documents, questions with an answer and questions without", () => {
      expect(documents.length).toBeGreaterThanOrEqual(untidy ? 1 : 2);
      expect(answerable.length).toBeGreaterThanOrEqual(untidy ? 10 : 40);
      expect(unanswerable.length).toBeGreaterThanOrEqual(untidy ? 5 : 14);
    });

    it("holds each right answer in a sentence", () => {
      const sentences = documents.flatMap((document) =>
        toPassages(document).flatMap((passage) => passage.sentences.map((span) => markedIn(document, span))),
      );
      const missing = answerable.filter(({ isRight }) => !sentences.some((sentence) => isRight(sentence)));
      expect(missing.map(({ question }) => question)).toEqual([]);
    });
  },
);

for (const name of absentFolders) {
  it(`the real practice folder ${name} has its documents on this machine`, ({ skip }) => {
    skip(`there is no ${REAL_DOCUMENTS}/${name} here: ${HOW_TO_FETCH} fetches it`);
  });
}

describe("a questions.json that is not of the form", () => {
  const good = { question: "who", wording: "own", right: [{ file: "a.md", words: "Ana" }] };
  const read = async (text: string) => {
    const folder = await makeFolder({ "questions.json": text });
    return () => readQuestions(path.relative(root, path.join(folder, "questions.json")));
  };

  it.each([
    ["a place without words", { ...good, right: [{ file: "a.md" }] }, "answerable[1] “who”"],
    ["a wording that there is not", { ...good, wording: "mine" }, "answerable[1] “who”"],
    ["no question", {}, "answerable[1]"],
  ])("is told with the file and the entry: %s", async (_, entry, place) => {
    expect(await read(JSON.stringify({ answerable: [good, entry], unanswerable: [] }))).toThrow(
      new RegExp(`/questions\\.json: ${RegExp.escape(place)}: not of the form that CONTRIBUTING\\.md gives`),
    );
  });

  it.each([
    ["{", /questions\.json cannot be read: /],
    ["[]", /questions\.json: the whole file: not of the form/],
    ['{"answerable": []}', /questions\.json: unanswerable: not of the form/],
  ])("is told as a whole: %j", async (text, problem) => {
    expect(await read(text)).toThrow(problem);
  });
});
