import { setFlagsFromString } from "node:v8";
import { expect, it } from "vitest";
import { readWish, wishPatterns } from "../../src/answering/wishes/read-wish.ts";
import { compilePatterns } from "../../src/chat/compile-patterns.ts";
import { readSmallTalk, smallTalkPatterns } from "../../src/chat/small-talk/read.ts";

const patterns = [...smallTalkPatterns, ...wishPatterns];

/** @returns how many of the patterns V8 has compiled for texts of one byte a character, and of two */
function countCompiled(): number[] {
  setFlagsFromString("--allow-natives-syntax");
  const isCompiled = new Function(
    "pattern",
    "isOneByte",
    "return %RegexpHasNativeCode(pattern, isOneByte) || %RegexpHasBytecode(pattern, isOneByte)",
  );
  return [true, false].map((isOneByte) => patterns.filter((pattern) => isCompiled(pattern, isOneByte)).length);
}

it("compiles all long patterns before a message comes, for plain letters and for others", () => {
  expect(countCompiled()).toEqual([0, 0]);
  compilePatterns();
  expect(countCompiled()).toEqual([patterns.length, patterns.length]);
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
