import { describe, expect, it } from "vitest";
import { attache, knowledgeFolder, STACK_TRACE } from "../helpers/program.ts";

const ask = (...args: string[]) => attache(["ask", "--knowledge", knowledgeFolder, ...args]);

async function askText(question: string): Promise<string> {
  const { status, stdout, stderr } = await ask("--", question);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).not.toMatch(STACK_TRACE);
  return stdout;
}

async function askJson(question: string) {
  const { status, stdout, stderr } = await ask("--json", "--", question);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("a question the documents cannot answer is met honestly:", () => {
  it.each([
    ["nothing but stop words", "who is it that the of and"],
    ["Chinese", "谁提议驱逐三十五名外交官？"],
    ["Arabic", "من اقترح طرد الدبلوماسيين؟"],
    ["Hindi", "राजनयिकों को निकालने का प्रस्ताव किसने रखा"],
    ["a subject of another world", "what do penguins eat"],
  ])("%s", async (_, question) => {
    expect(await askText(question)).toContain("The documents don’t say: “");
    expect(await askJson(question)).toMatchObject({ question, status: "unanswered", agreement: [] });
  });

  it("the words that stand nowhere are named", async () => {
    expect(await askText("what do penguins eat")).toMatch(/^In no document: .*“penguins”/m);
  });
});

describe("a question that is none gets a hint:", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \t\n"],
    ["signs", "?!… — 👍"],
  ])("%s", async (_, question) => {
    expect(await askText(question)).toMatch(/^Ask a question, for example: \/ask \w/);
    expect(await askJson(question)).toMatchObject({ status: "unanswered", excerpts: [], confidence: 0 });
  });
});

describe("4,000 characters", () => {
  const question = "diplomats expelled ".repeat(250).slice(0, 3_999).concat("s");

  it("are too many for a command, which says how many it takes", async () => {
    expect(await askText(question)).toBe("That is 4,000 characters; question may have 1,000. Put it shorter.\n");
  });

  it("are answered as JSON, as any text is", async () => {
    expect(await askJson(question)).toMatchObject({ question });
  });
});

describe("markup in a question", () => {
  it("stays characters", async () => {
    const marks = ["@everyone", "<!channel>", "<@U123>", "`code`", "[a](https://example.com)", "**", "$(reboot)"];
    const questions = marks.map((mark) => `zebras ${mark} penguins`);
    const { stdout } = await attache(["--knowledge", knowledgeFolder], { input: questions.join("\n") });
    for (const question of questions) expect(stdout).toContain(`“${question}”`);
  });

  it("of a terminal's own kind does not reach it", async () => {
    const question = "\u001b[31mzebras\u001b[0m \u0007 \u009b1m \u202epenguins";
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
    expect(await askText(question)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(await askJson(question)).toMatchObject({ question });
  });
});
