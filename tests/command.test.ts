import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { type Command, defineCommand, type Option } from "../src/command.ts";
import { notice } from "../src/replies/notice.ts";

const text = (given: Partial<Option> = {}): Option => ({ kind: "text", description: "x", max: 10, ...given }) as Option;

function define(given: Partial<Command>): Command {
  const command: Command = {
    name: "probe",
    description: "x",
    visibility: "public",
    options: {},
    run: () => notice("info", ""),
  };
  return defineCommand({ ...command, ...given });
}

describe("defineCommand", () => {
  it("gives the command back as it is", () => {
    const command = { name: "a-1", description: "y".repeat(100), options: { query: text({ required: true }) } };
    expect(define(command)).toMatchObject(command);
    expect(define({ name: `a${"b".repeat(31)}` }).name).toHaveLength(32);
  });

  const ill: readonly [what: string, command: Partial<Command>, problem: string][] = [
    ["no name", { name: "" }, "its name is to be 1 to 32 of a-z, 0-9 and -"],
    ["a name of 33 characters", { name: "a".repeat(33) }, "its name is to be 1 to 32 of a-z, 0-9 and -"],
    ["a capital", { name: "Ask" }, "its name is to be 1 to 32 of a-z, 0-9 and -"],
    ["a description of 101 characters", { description: "y".repeat(101) }, "its description is over 100 characters"],
    ["an option's ill name", { options: { "two words": text() } }, "the option two words is to be 1 to 32 of"],
    [
      "an option's long description",
      { options: { query: text({ description: "y".repeat(101) }) } },
      "the description of query is over 100 characters",
    ],
    ["two free texts", { options: { a: text(), b: text() } }, "it has two free-text options"],
    [
      "a required option behind an optional one",
      { options: { fast: { kind: "flag", description: "x" }, query: text({ required: true }) } },
      "a required option stands after an optional one",
    ],
  ];

  it.each(ill)("refuses %s, and says so", (_, command, problem) => {
    expect(() => define(command)).toThrow(problem);
  });

  it("names every problem at once", () => {
    expect(() => define({ name: "A", description: "y".repeat(101) })).toThrow(
      'The command "A" cannot be defined: its name is to be 1 to 32 of a-z, 0-9 and -; its description is over 100 characters',
    );
  });

  it("lets buttons pass what people never see", () => {
    const options = { a: text(), b: text({ hidden: true }), c: text({ hidden: true, required: true }) };
    expect(define({ options }).options).toBe(options);
  });
});

describe("the commands there are", () => {
  it("have each its own name", () => {
    const names = commands.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(expect.arrayContaining(["ask", "sources", "help"]));
  });

  it("keep within the 8,000 characters that Discord grants one", () => {
    for (const { name, description, options } of commands) {
      const all = Object.entries(options).flatMap(([option, { description }]) => [option, description]);
      expect([name, description, ...all].join("").length).toBeLessThan(8_000);
    }
  });
});
