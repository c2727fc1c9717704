import { beforeAll, describe, expect, it } from "vitest";
import { attache, knowledgeFolder, STACK_TRACE } from "../helpers/program.ts";

const LONG = "diplomats expelled ".repeat(250).slice(0, 3_999).concat("s");
const MARKS = ["@everyone", "<!channel>", "<@U123>", "`code`", "[a](https://example.com)", "**", "$(reboot)"];
const CONTROLS = "\u001b[31mzebras\u001b[0m \u0007 \u009b1m \u202epenguins";

const unanswerable: readonly (readonly [what: string, question: string])[] = [
  ["nothing but stop words", "who is it that the of and"],
  ["a subject of another world", "what do penguins eat"],
];
const foreign: readonly (readonly [what: string, question: string, told: string])[] = [
  ["Chinese", "谁提议驱逐三十五名外交官？", "英语"],
  ["Arabic", "من اقترح طرد الدبلوماسيين؟", "الإنجليزية"],
  ["Hindi", "राजनयिकों को निकालने का प्रस्ताव किसने रखा", "अंग्रेज़ी"],
];
const empty: readonly (readonly [what: string, question: string])[] = [
  ["nothing", ""],
  ["white space", " \t "],
  ["signs", "?!… — ¿"],
];
const marked = MARKS.map((mark) => `zebras ${mark} penguins`);
const questions = [
  ...[...unanswerable, ...foreign, ...empty].map(([, question]) => question),
  ...marked,
  LONG,
  CONTROLS,
];

/** What the program prints for each question, and its answer as JSON: a process each for all, since a start takes long. */
const texts = new Map<string, string>();
const answers = new Map<string, unknown>();

async function run(args: readonly string[], lines: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await attache(args, { input: lines.join("\n") });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).not.toMatch(STACK_TRACE);
  return stdout;
}

beforeAll(async () => {
  // A known reply between them tells where the one ends and the next begins.
  const typed = questions.flatMap((question) => ["/sources next", `/ask ${question}`]);
  const shown = await run(["--knowledge", knowledgeFolder], typed);
  const [, ...replies] = shown.split(/^There is no source “next”.*\n/m);
  expect(replies).toHaveLength(questions.length);
  for (const [i, question] of questions.entries()) texts.set(question, replies[i] ?? "");
  const asked = questions.map((question, id) => JSON.stringify({ id, question }));
  const lines = (await run(["ask", "--knowledge", knowledgeFolder, "--jsonl"], asked)).trimEnd().split("\n");
  expect(lines).toHaveLength(questions.length);
  for (const [i, question] of questions.entries()) answers.set(question, JSON.parse(lines[i] ?? ""));
});

describe("a question the documents cannot answer is met honestly:", () => {
  it.each(unanswerable)("%s", (_, question) => {
    expect(texts.get(question)).toContain("The documents don’t say: “");
    expect(answers.get(question)).toMatchObject({ question, status: "unanswered", agreement: [] });
  });

  it.each(foreign)("%s, in that language", (_, question, told) => {
    expect(texts.get(question)).toContain(told);
    expect(answers.get(question)).toMatchObject({ question, status: "unanswered", agreement: [] });
  });

  it("the words that stand nowhere are named", () => {
    expect(texts.get("what do penguins eat")).toMatch(/^In no document: .*“penguins”/m);
  });
});

describe("a question that is none gets a hint:", () => {
  it.each(empty)("%s", (_, question) => {
    expect(texts.get(question)).toMatch(/^\s*Ask a question, for example: \/ask \w/);
    expect(answers.get(question)).toMatchObject({ status: "unanswered", excerpts: [], confidence: 0 });
  });

  it("white space over lines, on the command line", async () => {
    const hint = await run(["ask", "--knowledge", knowledgeFolder, "--", " \t\n"], []);
    expect(hint).toMatch(/^Ask a question, for example: \/ask \w/);
  });
});

describe("4,000 characters", () => {
  it("are too many for a command, which says how many it takes", () => {
    expect(texts.get(LONG)?.trim()).toBe("That is 4,000 characters; question may have 1,000. Put it shorter.");
  });

  it("are answered as JSON, as any text is", () => {
    expect(answers.get(LONG)).toMatchObject({ question: LONG });
  });
});

describe("markup in a question", () => {
  it.each(marked)("stays characters: %s", (question) => {
    expect(texts.get(question)).toContain(`“${question}”`);
  });

  it("of a terminal's own kind does not reach it", () => {
    expect(texts.get(CONTROLS)).toContain("penguins");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
    expect(texts.get(CONTROLS)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(answers.get(CONTROLS)).toMatchObject({ question: CONTROLS });
  });
});
