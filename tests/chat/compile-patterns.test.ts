import { execFileSync } from "node:child_process";
import process from "node:process";
import { expect, it } from "vitest";
import { readWish, wishPatterns } from "../../src/answering/wishes/read-wish.ts";
import { readSmallTalk, smallTalkPatterns } from "../../src/chat/small-talk/read.ts";
import { root } from "../helpers/program.ts";

const patterns = [...smallTalkPatterns, ...wishPatterns];

/** Counts, in a process of its own, how many patterns V8 has compiled for texts of one byte a character, and of two. */
const COUNT = `
  const { wishPatterns } = await import("./src/answering/wishes/read-wish.ts");
  const { smallTalkPatterns } = await import("./src/chat/small-talk/read.ts");
  const { compilePatterns } = await import("./src/chat/compile-patterns.ts");
  const patterns = [...smallTalkPatterns, ...wishPatterns];
  const isCompiled = (pattern, isOneByte) =>
    %RegexpHasNativeCode(pattern, isOneByte) || %RegexpHasBytecode(pattern, isOneByte);
  const count = () => [true, false].map((isOneByte) => patterns.filter((p) => isCompiled(p, isOneByte)).length);
  const before = count();
  compilePatterns();
  console.log(JSON.stringify([before, count()]));
`;

it("compiles all long patterns before a message comes, for plain letters and for others", () => {
  const counted = execFileSync(process.execPath, ["--allow-natives-syntax", "--input-type=module", "-e", COUNT], {
    cwd: root,
    encoding: "utf8",
  });
  expect(JSON.parse(counted)).toEqual([
    [0, 0],
    [patterns.length, patterns.length],
  ]);
});

it("knows the patterns that messages are held against", () => {
  const used = new Set<string>();
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (text: string) {
    used.add(this.source);
    return exec.call(this, text);
  };
  for (const message of ["Thanks! Who built the bakery?", "what happened in May", "an overview of the fire, please"]) {
    readSmallTalk(message);
    readWish(message);
  }
  RegExp.prototype.exec = exec;
  const long = [...used].filter((source) => source.length > 1_000);
  expect(long).not.toEqual([]);
  expect(patterns.map(({ source }) => source)).toEqual(expect.arrayContaining(long));
});
