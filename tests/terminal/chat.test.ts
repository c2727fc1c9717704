import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Command, defineCommand } from "../../src/command.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { notice } from "../../src/replies/notice.ts";
import type { Reply } from "../../src/replies/reply.ts";
import { chat } from "../../src/terminal/chat.ts";
import { shownCommands } from "../helpers/commands.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache, knowledgeFolder } from "../helpers/program.ts";

/** Talks in this process, as `src/main.js` would. @returns all that was printed */
async function converse(knowledge: Knowledge, commands: readonly Command[], lines: readonly string[]): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: "utf8" });
  const ended = chat({
    commands,
    context: () => ({ knowledge, formatCommand: (command) => `/${command}`, feedback: { vote: () => {} } }),
    input,
    output,
    color: false,
    interactive: false,
    onFault: (error) => expect.unreachable(String(error)),
  });
  input.end(lines.join("\n"));
  await ended;
  return String(output.read() ?? "");
}

describe("the program without a platform's token", () => {
  const talk = (lines: readonly string[]) => attache(["--knowledge", knowledgeFolder], { input: lines.join("\n") });

  it("says so in its first line, and ends with its input", async () => {
    const { status, stdout, stderr } = await talk([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^No chat platform's token is set, so this is a chat in the terminal\. [^\n]*\n$/);
  });

  it("refuses what it does not have and goes on, until /quit", async () => {
    const { status, stdout, stderr } = await talk(["/nonsense", "/feedback up", "", "/quit", "never asked"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.match(/There is no command/g)).toHaveLength(2);
    expect(stdout).not.toContain("never asked");
  });
});

describe("a chat in the terminal", async () => {
  const knowledge = await openKnowledge({ folder: knowledgeFolder });
  const talk = (lines: readonly string[], about = knowledge) => converse(about, commands, lines);

  it("answers plain text and /ask alike", async () => {
    const question = "who proposed expelling 35 diplomats";
    const stdout = await talk([question, `/ask ${question}`]);
    const answers = stdout.match(/^│ .*?index [\da-f]{7}/gms) ?? [];
    expect(answers).toHaveLength(2);
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain("Lavrov");
  });

  it("lists the sources, shows one, and knows none by a wrong name", async () => {
    const stdout = await talk(["/sources", "/sources 2", "/sources cnn", "/sources 9"]);
    expect(stdout).toMatch(/\n {1}1\. .+\n {4}CNN · 30 December 2016 · \d+ passages · id cnn\n/);
    expect(stdout).toMatch(/\nId +foreign-policy\n/);
    expect(stdout).toMatch(/\nId +cnn\n/);
    expect(stdout).toContain("There is no source “9”: see with /sources which there are.");
  });

  it("tells its commands, and refuses those it does not have, buttons' own among them", async () => {
    const stdout = await talk(["/help", "/nonsense", "/", "/feedback up"]);
    const known = `There is: ${shownCommands.map((name) => `/${name}`).join(", ")}.`;
    for (const name of shownCommands) expect(stdout).toContain(`\n/${name}`);
    expect(stdout).toContain("\n/ask <question>");
    const unwrapped = stdout.replace(/\s+/g, " ");
    expect(unwrapped).toContain(`There is no command “nonsense”. ${known}`);
    expect(unwrapped).toContain(`There is no command “feedback”. ${known}`);
  });

  it("keeps the thread through small talk and commands", async () => {
    const question = "who proposed expelling 35 diplomats";
    const plain = await talk([question, "when was that?"]);
    const talked = await talk([question, "thanks", "/help", "when was that?"]);
    const last = (stdout: string) => stdout.slice(stdout.lastIndexOf("│ ")).replace(/ · \d+ ms/, "");
    expect(plain).toContain("30 December 2016");
    expect(last(talked)).toBe(last(plain));
  });

  it("leaves out empty lines, and ends at /quit", async () => {
    expect(await talk(["", "  ", "/quit", "who proposed expelling 35 diplomats"])).toBe("");
  });

  it("shows what stands around a quote with /context, and further passages after that all the same", async () => {
    const other = (about: string) => `The ${about} was built by the town. Ducks live there. Nobody visits it now.`;
    const text = `# Town\n\n## Mill\n\n${other("mill")}\n\n## Bakery\n\n${other("bakery")}\n\n## Chapel\n\n${other("chapel")}\n`;
    const knowledge = await openKnowledge({ folder: await makeFolder({ "a.md": text }) });
    const stdout = await talk(["who built the bakery", "/context", "/context"], knowledge);
    const [answer = "", ...passages] = stdout.split(/^\/context shows what stands around the quote\..*$/m);
    expect(answer).not.toContain("Chapel");
    expect(passages.join("").match(/^│ Chapel$/gm)).toHaveLength(2);
    expect(passages.join("")).not.toContain("There is nothing more to show.");
  });

  it("shows further passages with /more, each once, until there are none", async () => {
    const paragraph = (i: number) =>
      `## Part ${i}\n\nPenguin number ${i} eats ${i + 6} fish a day. It swims well. It sleeps long.`;
    const text = Array.from({ length: 5 }, (_, i) => paragraph(i + 1)).join("\n\n");
    const folder = await makeFolder({ "a.md": `# Penguins\n\n${text}` });
    const lines = ["how many fish does a penguin eat a day", "/more", "/more", "/more"];
    const stdout = await talk(lines, await openKnowledge({ folder }));
    const numbers = [...stdout.matchAll(/Penguin number (\d)/g)].map(([, number]) => number);
    expect(numbers.toSorted()).toEqual(["1", "2", "3", "4", "5"]);
    expect(stdout.match(/\/more shows further passages\./g)).toHaveLength(1);
    expect(stdout.match(/There is nothing more to show\./g)).toHaveLength(2);
    expect([...stdout.matchAll(/\[(\d)\]/g)].map(([, number]) => number)).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("chat", () => {
  const probe = defineCommand({
    name: "ask",
    description: "Tells what came with the question",
    visibility: "public",
    options: { question: { kind: "text", description: "Any", max: 100 } },
    async run({ question = "" }, { history, knowledge, onAnswer }) {
      onAnswer?.(await knowledge.ask(question));
      return notice("info", `earlier: ${history.join(", ")}.`);
    },
  });

  async function talk(lines: readonly string[], command: Command = probe as Command): Promise<string[]> {
    const knowledge = await openKnowledge({ documents: [{ id: "a", text: "Penguins eat fish." }] });
    const shown = await converse(knowledge, [command], lines);
    return shown.split("\n").filter((line) => line !== "");
  }

  it("hands on the last five questions, oldest first, and no other command", async () => {
    const shown = await talk(["a", "/ask b", "/nonsense", "c", "d", "e", "f", "g"]);
    expect(shown.filter((line) => line.startsWith("earlier"))).toEqual([
      "earlier: .",
      "earlier: a.",
      "earlier: a, b.",
      "earlier: a, b, c.",
      "earlier: a, b, c, d.",
      "earlier: a, b, c, d, e.",
      "earlier: b, c, d, e, f.",
    ]);
  });

  it("knows the next page by what its action is for, whatever its words", async () => {
    const paged = defineCommand({
      ...probe,
      options: { ...probe.options, from: { kind: "integer", description: "Any", min: 0, max: 9, hidden: true } },
      run: ({ from = 0 }): Reply => {
        const next = { role: "more", label: "Weiter", command: "ask", options: { from: from + 1 } } as const;
        const actions = from === 1 ? [] : [{ ...next, role: "other" as const, label: "More" }, next];
        return {
          summary: "s",
          items: [
            { kind: "prose", text: `page ${from}.` },
            { kind: "actions", actions },
          ],
        };
      },
    });
    expect(await talk(["a", "/more", "/more"], paged as Command)).toEqual([
      "page 0.",
      "/more shows further passages.",
      "page 1.",
      "There is nothing more to show.",
    ]);
  });
});
