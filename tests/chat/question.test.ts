import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { longestQuestion, toQuestion } from "../../src/chat/question.ts";
import { parseInput } from "../../src/dispatch.ts";

const { command: name, input } = toQuestion("who went there", { private: true });
const command = commands.find((known) => known.name === name);

it("what people write without a command is one that there is, with its options' own names", () => {
  if (command === undefined) throw new Error(`there is no command ${name}`);
  expect(parseInput(command, input, { formatCommand: String })).toMatchObject({
    values: { question: "who went there", private: true },
  });
});

it("a question may be as long as the command takes it, and no longer than the platform does", () => {
  expect(longestQuestion(commands, 100)).toBe(100);
  const longest = longestQuestion(commands, 1_000_000);
  const most = (length: number) =>
    command && "problem" in parseInput(command, toQuestion("x".repeat(length)).input, { formatCommand: String });
  expect([most(longest), most(longest + 1)]).toEqual([false, true]);
});
