import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluateFolder } from "../../src/evaluation/evaluate-folder.ts";
import { renderEvaluation, shortOf } from "../../src/terminal/evaluation.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache } from "../helpers/program.ts";

const DOCUMENTS = {
  "docs/pool.md":
    "# The pool\n\nThe pool opens at 7 in the morning. An adult's ticket costs **14 euros**.\n\nDogs wait outside.",
  "docs/rules.md": "# Rules\n\nThe treasurer keeps the cash box. Members vote in March.",
};

async function folderWith(lines: readonly string[]): Promise<{ folder: string; questions: string }> {
  const place = await makeFolder({ ...DOCUMENTS, "questions.jsonl": `${lines.join("\n")}\n` });
  return { folder: path.join(place, "docs"), questions: path.join(place, "questions.jsonl") };
}

const line = (value: object) => JSON.stringify(value);
const OPENS = line({ question: "when does the pool open?", file: "pool.md", phrase: "opens at 7" });
const NONE = line({ question: "who invented the diving bell?", none: true });

describe("somebody's own questions", () => {
  it("are right where what is marked first touches the words, wrong where it does not, and refused rightly or not", async () => {
    const { folder, questions } = await folderWith([
      OPENS,
      // Words that stand in the file with a mark of style among them.
      line({ question: "what does a ticket cost?", file: "pool.md", phrase: "costs **14 euros**" }),
      // The answer is elsewhere, says whoever asks.
      line({ question: "who keeps the cash box?", file: "rules.md", phrase: "Members vote in March" }),
      "",
      NONE,
      line({ question: "who keeps the cash box?", none: true }),
      line({ question: "quorum", file: "rules.md", phrase: "Members vote" }),
    ]);
    const { judged, summary, suggested } = await evaluateFolder({ folder, questions });
    expect(judged.map(({ question, outcome }) => [question.line, outcome])).toEqual([
      [1, "right"],
      [2, "right"],
      [3, "wrong"],
      [5, "refused"],
      [6, "wrong"],
      [7, "missed"],
    ]);
    expect(summary).toMatchObject({
      questions: 6,
      right: { count: 2, of: 4 },
      missed: { count: 1, of: 4 },
      wrong: { count: 2, of: 6 },
      refused: { count: 1, of: 2 },
    });
    expect(suggested).toBeNull();
    const text = renderEvaluation({ judged, summary, suggested });
    expect(text).toMatch(/right answer first +2 of 4, 50% \(15–85\)/);
    expect(text).toContain("What went wrong (3):");
    expect(text).toMatch(
      /line 3: who keeps .*\n +answered with [.\d]+: “The treasurer keeps .*” \(rules\.md, line 3\)/,
    );
    expect(text).toMatch(/line 7: quorum\n.*not answered.*\n.*in no document: quorum/);
    expect(shortOf(summary, { minRight: 51, maxWrong: 33 })).toHaveLength(2);
    expect(shortOf(summary, { minRight: 50, maxWrong: 34 })).toEqual([]);
  });

  it("may have several places that answer", async () => {
    const answers = [
      { file: "rules.md", phrase: "Members" },
      { file: "./pool.md", phrase: "opens  at\n7" },
    ];
    const { folder, questions } = await folderWith([line({ question: "when does the pool open?", answers })]);
    const { judged } = await evaluateFolder({ folder, questions });
    expect(judged.map(({ outcome }) => outcome)).toEqual(["right"]);
  });

  it("that cannot be used are all named, with their lines", async () => {
    const { folder, questions } = await folderWith([
      OPENS,
      "when does it open?",
      line({ question: "a?", file: "pol.md", phrase: "x" }),
      line({ question: "b?", file: "pool.md", phrase: "opens at 8" }),
      line({ question: "c?", none: true, file: "pool.md", phrase: "opens" }),
      line({ question: " ", none: true }),
      line({ question: "d?", none: false }),
    ]);
    const message = await evaluateFolder({ folder, questions }).then(
      () => "",
      (error: Error) => error.message,
    );
    const lines = message.split("\n");
    expect(lines.map((text) => /line (\d+): /.exec(text)?.[1])).toEqual(["2", "3", "4", "5", "6", "7"]);
    expect(lines[0]).toContain('is to be {"question": "…", "file": "…", "phrase": "…"}');
    expect(lines[1]).toContain("no document “pol.md”");
    expect(lines[2]).toContain("“opens at 8” does not stand in pool.md");
  });

  it.each([
    ["an empty file", "", "holds no questions"],
    ["a file of blank lines", "\n \n", "holds no questions"],
  ])("in %s: says so", async (_, text, message) => {
    const { folder, questions } = await folderWith([text]);
    await expect(evaluateFolder({ folder, questions })).rejects.toThrow(message);
  });

  it("in a file that is not there: says so", async () => {
    const { folder } = await folderWith([OPENS]);
    await expect(evaluateFolder({ folder, questions: `${folder}/none.jsonl` })).rejects.toThrow("does not exist");
    await expect(evaluateFolder({ folder, questions: folder })).rejects.toThrow("is a folder");
  });
});

describe("a threshold", () => {
  /** Enough questions that only a higher one keeps back: asked as if the documents did not answer them. */
  let place: Awaited<ReturnType<typeof folderWith>>;
  beforeAll(async () => {
    const answered = Array.from({ length: 24 }, () => OPENS);
    const wrong = Array.from({ length: 12 }, () => line({ question: "do the members vote in April?", none: true }));
    place = await folderWith([...answered, ...wrong]);
  });

  it("is used, and moves the fingerprint", async () => {
    const refusing = await evaluateFolder({ ...place, threshold: 1 });
    expect(new Set(refusing.judged.map(({ answer }) => answer.status))).toEqual(new Set(["unanswered"]));
    const answering = await evaluateFolder({ ...place, threshold: 0 });
    expect(answering.judged.map(({ answer }) => answer.status)).toContain("answered");
    expect(answering.judged[0]?.answer.fingerprint).not.toBe(refusing.judged[0]?.answer.fingerprint);
  });

  it("is suggested where another would cost readers less, and only then", async () => {
    const { suggested, judged } = await evaluateFolder({ ...place, threshold: 1 });
    expect(judged.filter(({ outcome }) => outcome === "missed")).toHaveLength(24);
    expect(suggested).toMatchObject({ costNow: 24 });
    expect(suggested?.cost).toBeLessThan(24);
    const again = await evaluateFolder({ ...place, threshold: suggested?.threshold ?? 0 });
    expect(again.suggested).toBeNull();
  });
});

describe("attache eval", () => {
  it("prints the figures, and ends with status 1 where they fall short of what was asked for", async () => {
    const { folder, questions } = await folderWith([OPENS, NONE]);
    const common = ["eval", "--questions", questions, "--knowledge", folder];
    const [good, bad, absent] = await Promise.all([
      attache([...common, "--min-right", "90", "--max-wrong", "0%"]),
      attache([...common, "--min-right", "90", "--json"], { env: { THRESHOLD: "1" } }),
      attache([...common, "--min-right", "many"]),
    ]);
    expect(good).toMatchObject({ status: 0, stderr: "" });
    expect(good.stdout).toMatch(/right answer first +1 of 1, 100%/);
    expect(bad.status).toBe(1);
    expect(bad.stderr).toMatch(/^0 of 1, 0% .* under the 90% of --min-right\n$/);
    expect(JSON.parse(bad.stdout)).toMatchObject({ summary: { right: { count: 0, of: 1 } } });
    expect(absent).toMatchObject({ status: 2, stdout: "" });
  });
});
