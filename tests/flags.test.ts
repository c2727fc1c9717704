import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { dispatch, type Input, parseInput } from "../src/dispatch.ts";
import { openKnowledge } from "../src/index.ts";
import { contextOf } from "./helpers/context.ts";

const knowledge = await openKnowledge({ documents: [{ id: "a", text: "Penguins eat fish." }] });
const calls = { formatCommand: (name: string) => `/${name}` };

/** What the command of this name makes of a line: its values, or the problem. */
function read(name: string, input: string | Input) {
  const command = commands.find((known) => known.name === name);
  if (command === undefined) throw new Error(`there is no command ${name}`);
  const parsed = parseInput(command, typeof input === "string" ? { text: input } : input, calls);
  return "problem" in parsed ? parsed.problem : parsed.values;
}

const QUOTED = " If it is part of your text, begin the text with “-- ”.";

describe("a line that a person types", () => {
  it.each([
    ["--privat who is Obama", `There is no flag --privat. Did you mean --private?${QUOTED}`],
    ["who is Obama --privat", `There is no flag --privat. Did you mean --private?${QUOTED}`],
    ["who --pirvate is Obama", `There is no flag --pirvate. Did you mean --private?${QUOTED}`],
    ["—privte who is Obama", `There is no flag —privte. Did you mean --private?${QUOTED}`],
    ["who is Obama -privat", `There is no flag -privat. Did you mean --private?${QUOTED}`],
    ["who is Obama --priv", `There is no flag --priv. Did you mean --private?${QUOTED}`],
    ["--secret who is Obama", `There is no flag --secret. There is: --private.${QUOTED}`],
    ["--private --limit 3 who is Obama", `There is no flag --limit. There is: --private.${QUOTED}`],
    ["--private=no who is Obama", "Give --private alone, without “=no”."],
    ["who is Obama --private:false", "Give --private alone, without “=false”."],
  ])("is not asked when a flag of it is mistyped: %j", (line, problem) => {
    expect(read("ask", line)).toBe(problem);
  });

  it.each([
    ["--private who is Obama", "who is Obama"],
    ["--Private, who is Obama", "who is Obama"],
    ["—private who is Obama", "who is Obama"],
    ["–private who is Obama", "who is Obama"],
    ["who is Obama --private", "who is Obama"],
    ["--private -- --privat is what", "--privat is what"],
    ["-private who is Obama", "who is Obama"],
    ["who is Obama -private", "who is Obama"],
    ["who --PRIVATE is Obama", "who is Obama"],
    ["who is Obama —private", "who is Obama"],
    ["who is Obama –Private", "who is Obama"],
    ["who is Obama − private", "who is Obama"],
    ["who is Obama — private", "who is Obama"],
    ["who is Obama -- private.", "who is Obama"],
    ["who is Obama?—private", "who is Obama?"],
    ["who is Obama --private.", "who is Obama"],
    ["who is Obama —-private", "who is Obama"],
    ["who is Obama ---private", "who is Obama"],
    ["who is Obama ‑‑private", "who is Obama"],
    ["who is Obama --ｐｒｉｖａｔｅ", "who is Obama"],
    ["--private=true who is Obama", "who is Obama"],
    ["--private true who is Obama", "who is Obama"],
    ["who is Obama --private: true", "who is Obama"],
    ["who is Obama --private:yes", "who is Obama"],
    ["who is Obama private: true", "who is Obama"],
    ["who is Obama Private:True", "who is Obama"],
    ["who is Obama private = yes", "who is Obama"],
    ["who is Obama private：true", "who is Obama"],
    ["private: true who is Obama", "who is Obama"],
    ["private=true, who is Obama", "who is Obama"],
  ])("is private when it says so: %j", (line, question) => {
    expect(read("ask", line)).toMatchObject({ question, private: true });
  });

  it.each([
    "is it public -private too",
    "is it --private?",
    "who is Obama--private",
    "who is Obama, --private, please",
    "— private lessons, who gives them",
  ])("is private and asked as it stands when it may say so: %j", (line) => {
    expect(read("ask", line)).toMatchObject({ question: line, private: true });
  });

  it.each([
    "what does --verbose do",
    "what does the flag --privacy do",
    "- who is Obama",
    "— who is Obama",
    "—Obama, who is he",
    "-5 degrees where",
    "who said yes--private or not",
    "what does `--private` do",
    "is it public-private",
    "is it private: true or not",
    "a private matter, whose",
    "who said it was private",
    "private: who may enter",
  ])("is asked as it stands when it merely holds dashes: %j", (line) => {
    expect(read("ask", line)).toMatchObject({ question: line, private: false });
  });

  it("is asked as it stands behind --", () => {
    expect(read("ask", "-- what does --private do")).toMatchObject({
      question: "what does --private do",
      private: false,
    });
  });

  it("has nothing dropped of it by a command that takes no words or no flags", () => {
    expect(read("help", "foo bar")).toBe("/help takes no words: leave out “foo bar”.");
    expect(read("help", "--private")).toBe("There is no flag --private. Leave it out.");
    expect(read("sources", "--private")).toBe(`There is no flag --private. Leave it out.${QUOTED}`);
    expect(read("help", "")).toEqual({});
  });

  it("is refused to its author alone", async () => {
    const request = { command: "ask", input: { text: "--privat who is Obama" } };
    const { visibility } = await dispatch(commands, request, contextOf(knowledge), (error) =>
      expect.unreachable(String(error)),
    );
    expect(visibility).toBe("private");
  });
});

describe("a field that a person types into", () => {
  it("may hold flags, beside the fields for them", () => {
    const typed = (question: string) => read("ask", { values: { question, limit: 2 }, typed: true });
    expect(typed("--private who")).toMatchObject({ question: "who", private: true, limit: 2 });
    expect(typed("--privat who")).toContain("Did you mean --private?");
  });

  it("is left alone where a button brings the words back", () => {
    expect(read("ask", { values: { question: "--privat who" } })).toMatchObject({ question: "--privat who" });
  });
});
