import { describe, expect, it } from "vitest";
import { type Evidence, signalNames, signals } from "../../src/ranking/confidence/signals.ts";
import { featureNames, features } from "../../src/ranking/features/features.ts";
import { blankMeasurements } from "../../src/ranking/measure/measurements.ts";
import { answerTypes } from "../../src/search/question-kinds.ts";

/** Which properties a function reads of an object. */
function reads<T extends object>(read: (seen: T) => unknown, of: T): Set<PropertyKey> {
  const seen = new Set<PropertyKey>();
  read(
    new Proxy(of, {
      get: (target, key) => {
        seen.add(key);
        return Reflect.get(target, key);
      },
    }),
  );
  return seen;
}

/** Measurements of many kinds: bits all set or none, each type and unit. */
const measured = answerTypes.flatMap((questionType) =>
  [0, 0x7fffffff].flatMap((bits) =>
    ([null, "noun", "money"] as const).map((unit) => ({
      ...blankMeasurements(),
      questionType,
      unit,
      newBits: bits,
      sentenceBits: bits,
      newNames: bits,
      asksSpeech: true,
      followsQuestion: true,
      totalWeight: 1,
    })),
  ),
);

describe.each(features.map((feature) => [feature.name, feature] as const))("the feature %s", (_, feature) => {
  it("reads what it states, all of it and nothing else", () => {
    const read = new Set(measured.flatMap((one) => [...reads(feature.value, one)]));
    expect(read).toEqual(new Set(feature.inputs));
  });

  it("has a meaning of its own", () => {
    expect(feature.meaning.length).toBeGreaterThan(5);
    expect(features.filter(({ meaning }) => meaning === feature.meaning)).toHaveLength(1);
  });
});

describe.each(signals.map((signal) => [signal.name, signal] as const))("the signal %s", (_, signal) => {
  it("reads what it states, all of it and nothing else", () => {
    const evidence = (questionType: Evidence["questionType"]) =>
      ({ ...Object.fromEntries(featureNames.map((name) => [name, 1])), questionType, hasNames: true }) as Evidence;
    const read = new Set(answerTypes.flatMap((type) => [...reads(signal.value, evidence(type))]));
    expect(read).toEqual(new Set(signal.inputs));
  });
});

it("features and signals have names of their own, in an order that no list of theirs decides", () => {
  for (const names of [featureNames, signalNames]) {
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(names.toSorted());
  }
});
