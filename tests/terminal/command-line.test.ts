import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import { answerLines } from "../../src/terminal/lines.ts";
import { answerSchema } from "../helpers/answer.ts";
import { makeFolder } from "../helpers/folder.ts";
import { alone, attache, compileCache, type Ended, knowledgeFolder, root } from "../helpers/program.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const ask = (args: readonly string[], input?: string) =>
  attache(["ask", "--knowledge", knowledgeFolder, ...args], input === undefined ? {} : { input });

/** Runs that several tests look at: a start of the program takes longer than all else. */
let text: Ended;
let json: Ended;
let ten: Ended;
beforeAll(async () => {
  text = await ask(QUESTION.split(" "));
  json = await ask(["--json", QUESTION]);
  ten = await ask(["--json", "--limit", "10", QUESTION]);
});

describe("ask", () => {
  it("quotes the sentence that answers, with its source, and ends with status 0", () => {
    const { status, stdout, stderr } = text;
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^│ /);
    expect(stdout).toMatch(/\*\*[^*]*Lavrov[^*]*\*\*/);
    expect(stdout).toContain("[1]");
    expect(stdout).toMatch(/ {4}.+ · 30 December 2016 · [\w-]+\.md, line \d+/);
    expect(stdout).toMatch(/\nindex [\da-f]{7} · \d+ ms\n$/);
  });

  it("takes the folder from KNOWLEDGE, from before the command, or from .env", async () => {
    const folder = await makeFolder({ ".env": "KNOWLEDGE=docs\n", "docs/a.md": "Penguins eat fish and squid." });
    const docs = path.join(folder, "docs");
    const answers = await Promise.all([
      attache(["ask", "what do penguins eat"], { env: { KNOWLEDGE: docs } }),
      attache(["--knowledge", docs, "ask", "what do penguins eat"]),
      attache(["ask", "what do penguins eat"], { cwd: folder }),
    ]);
    for (const { stdout } of answers) expect(stdout).toContain("Penguins eat fish and squid.");
  });
});

describe("ask --json", () => {
  it("prints an answer as the design describes it, and nothing else", () => {
    const { stdout, stderr, status } = json;
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer).toMatchObject({ question: QUESTION, status: "answered" });
    expect(answer.excerpts).toHaveLength(3);
  });

  it("tells places that slice the file to the very words", async () => {
    const { excerpts, sentences, agreement } = answerSchema.parse(JSON.parse(ten.stdout));
    for (const { text, location } of [...excerpts, ...agreement]) {
      const bytes = await readFile(path.join(knowledgeFolder, location.file));
      const content = bytes.toString("utf8");
      expect(content.slice(location.start, location.end)).toBe(text);
      expect(location.line).toBe(content.slice(0, location.start).split("\n").length);
      expect(location.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
    for (const { text, answer, highlights, sentences: all } of excerpts) {
      expect(all).toContainEqual(answer);
      for (const { start, end } of [answer, ...highlights, ...all]) {
        expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/s);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
    for (const { excerpt, start, end } of sentences)
      expect(excerpts[excerpt]?.sentences).toContainEqual({ start, end });
  });

  it("--limit gives so many excerpts", async () => {
    const one = await ask(["--json", "--limit", "1", QUESTION]);
    const counts = [one, ten].map(({ stdout }) => answerSchema.parse(JSON.parse(stdout)).excerpts.length);
    expect(counts).toEqual([1, 10]);
  });

  it("gives the same bytes from two processes", async () => {
    expect((await ask(["--json", QUESTION])).stdout).toBe(json.stdout);
  });
});

describe("ask --jsonl", () => {
  it("answers each line, in order, with the id where there is one", async () => {
    const input = [
      '{"id":7,"question":"who proposed expelling 35 diplomats"}',
      "",
      "what do penguins eat\r",
      '  {"id":"b","question":"","more":true}',
    ];
    const { status, stdout, stderr } = await ask(["--jsonl", "--limit", "1"], input.join("\n"));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    const answers = lines.map((line) => {
      const { id, ...answer } = JSON.parse(line);
      const { question, status: found, excerpts } = answerSchema.parse(answer);
      expect(excerpts.length).toBeLessThanOrEqual(1);
      return { id, question, found };
    });
    expect(answers).toEqual([
      { id: 7, question: "who proposed expelling 35 diplomats", found: "answered" },
      { id: undefined, question: "what do penguins eat", found: "unanswered" },
      { id: "b", question: "", found: "unanswered" },
    ]);
  });

  const error = 'is no question: write the question alone, or {"id": 1, "question": "…"}';

  it("names a line that is none in its place, answers the rest, and ends with status 2", async () => {
    const input = 'diplomats\n\n{"id":1,"question":\n{"id":"c","q":1}\n\ufeff{"id":5,"question":"diplomats"}\n';
    const { status, stdout, stderr } = await ask(["--jsonl"], input);
    const [first, broken, empty, last, ...more] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ question: "diplomats" });
    expect(broken).toEqual({ line: 3, error });
    expect(empty).toEqual({ id: "c", line: 4, error });
    expect(last).toMatchObject({ id: 5, question: "diplomats" });
    expect(more).toEqual([]);
    expect(stderr).toMatch(/^2 of 4 lines of standard input could not be answered: [^\n]+\n$/);
    expect(status).toBe(2);
  });

  it.each([
    ["broken JSON", '{"id":1,"question":', {}],
    ["no question", '{"id":1}', { id: 1 }],
    ["an id that is none", '{"id":{},"question":"x"}', {}],
    ["a question that is no text", '{"id":2,"question":["x"]}', { id: 2 }],
  ])("knows a line of %s for none", async (_, bad, id) => {
    const knowledge = await openKnowledge({ documents: [{ id: "a", text: "Penguins eat fish." }] });
    const lines = [];
    const input = Readable.from([`fish\n\n${bad}\nfish\n`]);
    for await (const line of answerLines(input, (question) => knowledge.ask(question))) lines.push(line);
    expect(lines.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(JSON.parse(lines[1]?.text ?? "")).toEqual({ ...id, line: 3, error });
  });

  it("answers nothing with nothing", async () => {
    expect(await ask(["--jsonl"], "")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("gives the same answer as --json", async () => {
    const lines = await ask(["--jsonl"], QUESTION);
    expect(JSON.parse(lines.stdout)).toEqual(JSON.parse(json.stdout));
  });

  it("ends in peace when its reader does, as before head", async () => {
    const child = spawn(process.execPath, [`${root}src/main.js`, "ask", "--knowledge", knowledgeFolder, "--jsonl"], {
      cwd: tmpdir(),
      env: { ...process.env, ...compileCache, ...alone },
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdin.on("error", () => {});
    child.stdin.write("diplomats\n");
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stdin.end("diplomats\n".repeat(50));
    const [status] = await once(child, "close");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("a mistake in the command line is told in one line, with status 2:", () => {
  it.each([
    [["answer", "me", "this"], "unknown command 'answer' (see --help)"],
    [["ask", "--jsonl", "x"], "--jsonl reads its questions from standard input: give none"],
  ])("%j", async (args, problem) => {
    expect(await attache(args, { env: { KNOWLEDGE: knowledgeFolder } })).toEqual({
      status: 2,
      stdout: "",
      stderr: `${problem}\n`,
    });
  });
});

describe("--help", () => {
  it("shows the commands, without reading any document", async () => {
    const { status, stdout, stderr } = await attache(["--help"], { env: { KNOWLEDGE: "/missing" } });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: attache /);
    expect(stdout).toMatch(/\n {2}ask /);
  });
});

const ESCAPE = "\u001b[";

describe("colour", () => {
  it("is none where the output is piped", () => {
    expect(text.stdout).not.toContain(ESCAPE);
    // Without colour, stars mark the answer.
    expect(text.stdout).toContain("**");
  });

  it.each([
    ["where FORCE_COLOR asks for it", { FORCE_COLOR: "1" }, true],
    ["not where NO_COLOR forbids it", { NO_COLOR: "1" }, false],
  ])("%s", async (_, env, coloured) => {
    const { stdout } = await attache(["ask", "--knowledge", knowledgeFolder, QUESTION], { env });
    expect(stdout.includes(ESCAPE)).toBe(coloured);
    expect(stdout.includes("**")).toBe(!coloured);
  });
});

it("control characters of a document do not reach the terminal", async () => {
  const evil = "\u001b[31m\u0007\u009b1m\u202e\u2066\u0008";
  const folder = await makeFolder({
    [`evil\u001b[2J.md`]: [
      "---",
      'title: "Pen\\e[31mguins"',
      'publisher: "Pub\\e[31mlisher"',
      'note: "No\\ate"',
      "---",
      "",
      `## Fo${evil}od`,
      "",
      `Penguins eat fish${evil} and squid.`,
    ].join("\n"),
    [`\u001b[2Jb.mp4`]: "x",
  });
  const input = "what do penguins eat\n/sources\n/sources 1\n";
  const { stdout, stderr } = await attache(["--knowledge", folder], { input });
  expect(stdout).toContain("Penguins eat fish\ufffd[31m");
  expect(stdout).toContain("Pub\ufffd[31mlisher");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});
