import { describe, expect, it } from "vitest";
import { AttacheError } from "../../src/errors.ts";
import { signalNames } from "../../src/ranking/confidence/signals.ts";
import { featureNames } from "../../src/ranking/features/features.ts";
import { fittedWeights, parseWeights } from "../../src/ranking/weights.ts";

const ofNames = (names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, 0.5]));

function valid() {
  return {
    about: { written: "2026-01-31", by: "a test", data: "none" },
    sentence: ofNames(featureNames),
    small: ofNames(featureNames),
    confidence: ofNames(signalNames),
    bias: -1 as unknown,
    threshold: 0.5,
  };
}

/** The message with which weights are refused, after a change to right ones. */
function refusal(change: (weights: ReturnType<typeof valid>) => void): string {
  const weights = valid();
  change(weights);
  try {
    parseWeights(weights);
  } catch (error) {
    expect(error).toBeInstanceOf(AttacheError);
    expect(error).toMatchObject({ code: "weights" });
    return (error as AttacheError).message;
  }
  throw new Error("The weights were taken");
}

describe("the weights", () => {
  it("are taken when there is one for each feature and signal", () => {
    expect(parseWeights(valid())).toMatchObject({ bias: -1, threshold: 0.5 });
    expect(Object.keys(fittedWeights().sentence)).toEqual(featureNames);
  });

  it("stop the start where one is missing, and name it", () => {
    const message = refusal(({ sentence, confidence }) => {
      delete sentence["exact"];
      delete confidence["margin"];
    });
    expect(message).toContain("sentence.exact is missing");
    expect(message).toContain("confidence.margin is missing");
    expect(message).toContain("npm run fit");
  });

  it("stop the start where one is superfluous, and name it", () => {
    const message = refusal(({ small, confidence }) => {
      small["exactly"] = 1;
      confidence["lead"] = 1;
    });
    expect(message).toContain("small.exactly belongs to nothing");
    expect(message).toContain("confidence.lead belongs to nothing");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, null, "0.5"])("stop the start where one is %s, and name it", (bad) => {
    expect(refusal(({ sentence }) => Object.assign(sentence, { bigram: bad }))).toContain("sentence.bigram is no fit");
    expect(refusal((weights) => Object.assign(weights, { bias: bad }))).toContain("bias is no fit value");
  });

  it("stop the start where the threshold is no probability", () => {
    expect(refusal((weights) => Object.assign(weights, { threshold: 1.5 }))).toContain(
      "threshold is no fit value: 1.5",
    );
  });
});
