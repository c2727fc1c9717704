import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/terminal/arguments.ts";

describe("arguments", () => {
  it("start the chat when there are none", () => {
    expect(parseArguments([])).toEqual({ mode: "start", knowledge: undefined });
    expect(parseArguments(["--knowledge", "docs"])).toEqual({ mode: "start", knowledge: "docs" });
  });

  it("are joined to one question", () => {
    expect(parseArguments(["ask", "who", "went", "where?"])).toEqual({
      mode: "ask",
      knowledge: undefined,
      question: "who went where?",
      format: "text",
      limit: undefined,
      explain: false,
    });
  });

  it("may stand before or behind the question", () => {
    const asked = { mode: "ask", knowledge: "docs", question: "who went", format: "json", limit: 5, explain: false };
    expect(parseArguments(["ask", "--json", "--limit", "5", "--knowledge", "docs", "who", "went"])).toEqual(asked);
    expect(parseArguments(["--knowledge", "docs", "ask", "who", "went", "--limit=5", "--json"])).toEqual(asked);
  });

  it("name the folder to check as a word or as an option", () => {
    const check = { mode: "check-folder", folder: "docs", json: false, verbose: false };
    expect(parseArguments(["check-folder", "docs"])).toEqual(check);
    expect(parseArguments(["check-folder", "--knowledge", "docs"])).toEqual(check);
    expect(parseArguments(["--knowledge", "docs", "check-folder", "--verbose"])).toEqual({ ...check, verbose: true });
    const { text } = parseArguments(["check-folder", "--help"]) as { text: string };
    for (const option of ["--knowledge", "--json", "--verbose"]) expect(text).toContain(`  ${option} `);
  });

  it("leave a question alone behind --", () => {
    expect(parseArguments(["ask", "--", "--json", "?"])).toMatchObject({ question: "--json ?", format: "text" });
  });

  it("take a limit that may be", () => {
    for (const limit of [1, 2, 100])
      expect(parseArguments(["ask", "--limit", `${limit}`, "x"])).toMatchObject({ limit });
  });

  it("say of an ill limit in one line what it may be", () => {
    const problem = "argument '0' is invalid. It is to be a whole number from 1 to 100. (see --help)";
    expect(() => parseArguments(["ask", "--limit", "0", "x"])).toThrow(`option '--limit <n>' ${problem}`);
  });

  it.each([[["--help"]], [["help"]]])("%j show the commands", (args) => {
    expect(parseArguments(args)).toEqual({
      mode: "shown",
      text: expect.stringMatching(/^Usage: attache .*\n {2}ask /s),
    });
  });

  it.each([[["ask", "--help"]], [["help", "ask"]]])("%j show its options", (args) => {
    const { text } = parseArguments(args) as { text: string };
    for (const option of ["--knowledge", "--json", "--jsonl", "--limit"]) expect(text).toContain(`  ${option} `);
  });

  it.each(["0", "101", "1.5", "-1", "many", "", "1e9"])("refuse the limit %j", (limit) => {
    expect(() => parseArguments(["ask", `--limit=${limit}`, "x"])).toThrow(
      expect.objectContaining({ code: "usage", message: expect.stringContaining("whole number from 1 to 100") }),
    );
  });

  it.each([
    [["ask", "--colour", "x"], "unknown option '--colour' (see --help)"],
    [["--verbose"], "unknown option '--verbose' (see --help)"],
    [["ask", "x", "--limit"], "option '--limit <n>' argument missing (see --help)"],
    [["--knowledge"], "option '--knowledge <dir>' argument missing (see --help)"],
    [["sources", "1"], "unknown command 'sources' (see --help)"],
    [["--knowledge", "docs", "asl"], "unknown command 'asl' (see --help)"],
    [["check-folder", "--colour"], "unknown option '--colour' (see --help)"],
    [["register", "--knowledge", "docs"], "unknown option '--knowledge' (see --help)"],
    [["--knowledge", "docs", "manifest"], "manifest reads no documents: leave out --knowledge (see --help)"],
    [["register", "me"], "register takes no 'me': leave it out (see --help)"],
    [
      ["check-folder", "/tmp/my", "office"],
      "One folder, please, not /tmp/my and office: put a name with spaces in quotes (see --help)",
    ],
    [
      ["check-folder", "--knowledge", "a", "b"],
      "One folder, please, not a and b: put a name with spaces in quotes (see --help)",
    ],
    [
      ["--knowledge", "a", "ask", "--knowledge", "b", "who"],
      "One folder, please, not a and b: put a name with spaces in quotes (see --help)",
    ],
    [
      ["--knowledge="],
      "option '--knowledge <dir>' argument '' is invalid. It is to be the path of a folder. (see --help)",
    ],
  ])("%j are refused in one line", (args, message) => {
    expect(() => parseArguments(args)).toThrow(expect.objectContaining({ code: "usage", message }));
  });
});
