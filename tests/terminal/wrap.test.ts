import { expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { wrap } from "../../src/terminal/wrap.ts";
import fc from "../helpers/fast-check.ts";

const byPackage = (text: string, columns: number) =>
  wrapAnsi(text, columns, { wordWrap: true, hard: false, trim: true });

test("a text is wrapped as the package wraps it, whatever characters it has", () => {
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(" ", " ", "a", "é", "—", "“", "│", "\n", "long", "1.") },
    {
      weight: 1,
      arbitrary: fc.constantFrom("日本", "👍", "\u0301", "\u00ad", "\u001b[1m", "\u001b[22m", "\t", "\u00a0"),
    },
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (text, columns) => {
      expect(wrap(text, columns)).toBe(byPackage(text, columns));
    }),
    { numRuns: 2_000 },
  );
});

test("each character up to the lines that a terminal draws takes as many columns as the package gives it", () => {
  for (let code = 0x20; code < 0x2600; code++) {
    const text = `a${String.fromCharCode(code).repeat(3)} b`;
    expect(wrap(text, 5), code.toString(16)).toBe(byPackage(text, 5));
  }
});
