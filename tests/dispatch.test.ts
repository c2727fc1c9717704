import { describe, expect, it } from "vitest";
import { type Command, defineCommand, type Option } from "../src/command.ts";
import { dispatch, type Input, parseInput, visibilityOf } from "../src/dispatch.ts";
import { AttacheError } from "../src/errors.ts";
import { openKnowledge } from "../src/index.ts";
import { notice } from "../src/replies/notice.ts";
import { contextOf } from "./helpers/context.ts";

const knowledge = await openKnowledge({ documents: [{ id: "a", text: "Penguins eat fish." }] });

const probe = defineCommand({
  name: "probe",
  description: "Tells its options",
  visibility: "public",
  options: {
    query: { kind: "text", description: "What to look for", required: true, max: 20 },
    private: { kind: "flag", description: "For your eyes only" },
    pages: { kind: "integer", description: "How many", min: 1, max: 9 },
    from: { kind: "integer", description: "Where to start", min: 0, max: 99, hidden: true },
  },
  run: (values) => notice("info", JSON.stringify(values)),
});
const fixed = defineCommand({
  name: "fixed",
  description: "Needs a number",
  visibility: "private",
  options: { count: { kind: "integer", description: "How many", required: true, min: 1, max: 3 } },
  run: ({ count }) => notice("info", `${count}`),
});
const secret = defineCommand({
  name: "secret",
  description: "For buttons",
  visibility: "private",
  hidden: true,
  options: {},
  run: () => notice("info", "pressed"),
});
const commands = [probe, fixed, secret] as readonly Command<Record<string, Option>>[];

async function send(command: string, input: Input, list = commands) {
  const faults: unknown[] = [];
  const context = contextOf(knowledge, { formatCommand: (name) => `!${name}` });
  const dispatched = await dispatch(list, { command, input }, context, (error) => faults.push(error));
  return { ...dispatched, faults };
}

const summary = async (command: string, input: Input) => (await send(command, input)).reply.summary;

describe("a line of text", () => {
  const none = { query: "", private: false };
  it.each([
    ["is the free text", "who went there", { ...none, query: "who went there" }],
    ["may hold nothing", "  ", none],
    ["gives its flags wherever they stand", "who --private went", { query: "who went", private: true }],
    ["gives its numbers", "--pages 3 who went", { ...none, query: "who went", pages: 3 }],
    ["gives its numbers behind =", "who went --pages=3", { ...none, query: "who went", pages: 3 }],
    ["keeps the dashes it does not know", "who --went -x — y", { ...none, query: "who --went -x — y" }],
    ["keeps a word that only starts like a flag", "a --privateer", { ...none, query: "a --privateer" }],
    [
      "keeps a word that only ends like a flag, which may be meant",
      "a x--private",
      { ...none, query: "a x--private", private: true },
    ],
    ["does not give what only buttons pass", "who --from 3", { ...none, query: "who --from 3" }],
  ])("%s", async (_, text, values) => {
    expect(JSON.parse(await summary("probe", { text }))).toEqual(values);
  });

  it.each([
    ["--pages 0 x", "pages is to be a whole number from 1 to 9."],
    ["--pages 10 x", "pages is to be a whole number from 1 to 9."],
    ["--pages 1.5 x", "pages is to be a whole number from 1 to 9."],
    ["--pages many x", "pages is to be a whole number from 1 to 9."],
    ["x".repeat(21), "That is 21 characters; query may have 20. Put it shorter."],
    ["x".repeat(4_000), "That is 4,000 characters; query may have 20. Put it shorter."],
  ])("that is wrong comes back as what to do: %.20s", async (text, problem) => {
    const { reply, visibility, faults } = await send("probe", { text });
    expect(reply).toEqual(notice("warning", problem));
    expect({ visibility, faults }).toEqual({ visibility: "private", faults: [] });
  });

  it("that lacks a number is told which", async () => {
    expect(await summary("fixed", { text: "" })).toBe("Give count: How many.");
  });
});

describe("values a platform has told apart", () => {
  it("are checked as text is", async () => {
    const values = { query: " x ", private: true, pages: 2, from: 5, unknown: 1 };
    expect(JSON.parse(await summary("probe", { values }))).toEqual({ query: "x", private: true, pages: 2, from: 5 });
    expect(await summary("probe", { values: { query: "x", from: 100 } })).toMatch(/^from is to be a whole number/);
    expect(await summary("fixed", { values: { count: null } })).toBe("Give count: How many.");
  });

  it("may be text for a number or a flag, as some platforms send them", async () => {
    const values = { query: "x", private: "true", pages: "2" };
    expect(JSON.parse(await summary("probe", { values }))).toEqual({ query: "x", private: true, pages: 2 });
  });
});

describe("a command", () => {
  it("that there is not is answered with those there are", async () => {
    const { reply, visibility } = await send("nonsense", { text: "x" });
    expect(reply.summary).toBe("There is no command “nonsense”. There is: !probe, !fixed.");
    expect(visibility).toBe("private");
    expect(await summary("x".repeat(5_000), { text: "" })).toMatch(/^There is no command “x{39}…”\./);
  });

  it("for buttons can be pressed, and not typed", async () => {
    expect(await summary("secret", { values: {} })).toBe("pressed");
    expect(await summary("secret", { text: "" })).toBe("There is no command “secret”. There is: !probe, !fixed.");
  });

  it("is seen by whom it says, or by the requester alone", async () => {
    expect((await send("probe", { text: "x" })).visibility).toBe("public");
    expect((await send("probe", { text: "x --private" })).visibility).toBe("private");
    expect((await send("fixed", { text: "--count 1" })).visibility).toBe("private");
    expect(visibilityOf(probe as unknown as Command, { private: false })).toBe("public");
  });

  const failing = (run: Command["run"]): readonly Command[] => [{ ...secret, name: "fails", hidden: false, run }];

  it.each([
    [
      "throws",
      () => {
        throw new Error("token=hunter2");
      },
    ],
    ["rejects", () => Promise.reject(new Error("token=hunter2"))],
  ])("that %s gives one kind reply, and the fault is told once, to the log alone", async (_, run) => {
    const { reply, visibility, faults } = await send("fails", { text: "" }, failing(run));
    expect(reply).toEqual(notice("error", "Something went wrong on my side; it has been noted."));
    expect(visibility).toBe("private");
    expect(faults).toEqual([new Error("token=hunter2")]);
  });

  it("that knows what went wrong says it", async () => {
    const error = new AttacheError("integrity", "A quote is not what a.md says: nothing is shown");
    const { reply, faults } = await send(
      "fails",
      { text: "" },
      failing(() => Promise.reject(error)),
    );
    expect(reply).toEqual(notice("error", error.message));
    expect(faults).toEqual([error]);
  });
});

it("parseInput tells the values of the commands' own kinds", () => {
  expect(parseInput(fixed as unknown as Command, { text: "--count 2" }, { formatCommand: String })).toEqual({
    values: { count: 2 },
  });
});
