import { expect, it } from "vitest";
import { progressLines } from "../../src/terminal/progress-lines.ts";

function read(millisecondsPerFile: number): string[] {
  const lines: string[] = [];
  let time = 5;
  const tell = progressLines(
    (line) => lines.push(line),
    () => time,
  );
  for (let done = 0; done < 2_500; done++) {
    tell(done, 2_500);
    time += millisecondsPerFile;
  }
  tell(2_500, 2_500);
  return lines;
}

it("tells how far a reading is every ten seconds, and its end once", () => {
  const lines = ["Read: 1,000 of 2,500 files", "Read: 2,000 of 2,500 files", "Read: 2,500 of 2,500 files"];
  expect(read(10)).toEqual(lines);
  expect(read(5)).toEqual(["Read: 2,000 of 2,500 files", "Read: 2,500 of 2,500 files"]);
});

it("says nothing of a short one", () => {
  expect(read(3)).toEqual([]);
});
