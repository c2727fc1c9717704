import { describe, expect, it } from "vitest";
import { confidenceOf, measureSignals } from "../../src/ranking/confidence/calibration.ts";
import { type SignalName, signalNames } from "../../src/ranking/confidence/signals.ts";
import { rank } from "../../src/ranking/rank.ts";
import { fittedWeights } from "../../src/ranking/weights.ts";
import { retrieveInConversation } from "../../src/search/follow-up.ts";
import type { Retrieved } from "../../src/search/retriever.ts";
import { indexOf } from "../search/helpers.ts";

const fitted = fittedWeights();

function assess(texts: readonly string[], question: string, history: readonly string[] = [], weights = fitted) {
  const index = indexOf(...texts);
  const findAnswer = (earlier: Retrieved) => rank(index, earlier, weights).passages[0]?.best ?? null;
  const query = retrieveInConversation(index, question, { history, limit: 3, findAnswer });
  const ranking = rank(index, query, weights);
  const signals = measureSignals(index, query, ranking);
  const signal = (name: SignalName) => signals?.[signalNames.indexOf(name)] ?? Number.NaN;
  return { confidence: confidenceOf(index, query, ranking, weights), signal };
}

const council = "The council closed the mill in March. The mayor, Ann Rudd, wept.";
const weather = "It rained on the coast all night. Nobody slept.";

describe("the confidence", () => {
  it("is 0 where nothing at all is found", () => {
    expect(assess([council], "zebras").confidence).toBe(0);
  });

  it("is the greater the more of the question is answered", () => {
    const closed = assess([council, weather], "who closed the mill").confidence;
    expect(closed).toBeGreaterThan(assess([council, weather], "who closed the zoo in Oslo").confidence);
    expect(closed).toBeLessThan(1);
  });

  it("sees which share of the question stands in no document, and how far the best passage leads", () => {
    expect(assess([council], "who closed the mill").signal("unknown")).toBe(0);
    expect(assess([council], "who closed the zebra enclosure").signal("unknown")).toBeGreaterThan(0.3);
    expect(assess([council, weather], "who closed the mill").signal("margin")).toBe(1);
    const lesser = assess([council, "In May the board closed a mill."], "who closed the mill").signal("margin");
    expect(lesser).toBeGreaterThan(0);
    expect(lesser).toBeLessThan(1);
  });

  it("is not shaken by two documents that say the very same", () => {
    expect(assess([council, council, weather], "who closed the mill").signal("margin")).toBe(
      assess([council, weather], "who closed the mill").signal("margin"),
    );
  });

  it("stays under the threshold for “and when?” where there is no date", () => {
    const undated = council.replace(" in March", "");
    // Under a threshold that both would reach but for their type.
    const lenient = { ...fitted, threshold: 0.01 };
    const confidence = (text: string) => assess([text], "and when?", ["who closed the mill"], lenient).confidence;
    expect(confidence(council)).toBeGreaterThan(lenient.threshold);
    expect(confidence(undated)).toBeLessThan(lenient.threshold);
    const when = assess([undated], "when did the council close the mill", [], lenient).confidence;
    expect(when).toBeGreaterThan(lenient.threshold);
  });
});
