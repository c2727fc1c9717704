import { expect, it } from "vitest";
import { TokenizedText } from "../../src/text/tokenized-text.ts";
import { tokenize } from "../../src/text/tokens.ts";
import fc from "../helpers/fast-check.ts";

const PIECES =
  "twenty¦five¦U.S.¦United¦States¦.NET¦Node.js¦C++¦getUserById¦it's¦2017-03-04¦1,000¦é¦東京¦.¦, ¦ ¦\n¦\t¦\u00ad¦\ufeff¦*¦#¦-".split(
    "¦",
  );

it("the words of any part of a text are those of the part alone", () => {
  const text = fc.array(fc.constantFrom(...PIECES, " ", " "), { maxLength: 30 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
      const [start = 0, end = 0] = [a, b].map((n) => n % (whole.length + 1)).sort((one, other) => one - other);
      expect(new TokenizedText(whole).of({ start, end })).toEqual(tokenize(whole.slice(start, end)));
    }),
    { numRuns: 2_000 },
  );
});
