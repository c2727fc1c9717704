import { describe, expect, it } from "vitest";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { openLexicon } from "../../src/lexicon/lexicon.ts";
import { smallCollection } from "../../src/ranking/collection-size.ts";
import { extractFeatures } from "../../src/ranking/extract.ts";
import { F, type FeatureName } from "../../src/ranking/features/features.ts";
import { fittedWeights, sentenceWeights } from "../../src/ranking/weights.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { analyseQuestion } from "../../src/search/question.ts";
import { retrieve } from "../../src/search/retriever.ts";

const lexicon = openLexicon();

/** A feature of each sentence of a text, in the order of the text. */
function measure(feature: FeatureName, question: string, text: string): number[] {
  const index = buildIndex(toDocuments([{ id: "text", text }]), lexicon);
  const { sentences, rows } = extractFeatures(index, retrieve(index, analyseQuestion(question, lexicon.thesaurus), 1));
  const width = rows.length / sentences.length;
  const values = new Map([...sentences].map((sentence, i) => [sentence, rows[i * width + F[feature]] as number]));
  return [...values].sort(([a], [b]) => a - b).map(([, value]) => value);
}

describe("the features of a sentence", () => {
  it("know what people say for a word, be it a phrase whose words stand apart", () => {
    const [expelled, threw, other] = measure(
      "broad",
      "who was kicked out",
      "The club expelled Ann Rudd. They threw Bob Hale out. Eva Lund stayed.",
    ) as [number, number, number];
    expect(Math.min(expelled, threw)).toBeGreaterThan(other);
  });

  it("count an answer after the sentence that the question is like", () => {
    const text = "The beacon on the reef was dark. Its keeper had left because he was owed his wages.";
    expect(measure("typeMatchBefore", "why was the beacon dark", text)).toEqual([0, expect.toSatisfy((n) => n > 0.5)]);
    expect(measure("typeMismatch", "why was the beacon dark", text)[0]).toBeGreaterThan(0.5);
  });

  it("tell a question in the text from its answer", () => {
    const text = "Can I play from a tablet? No, only from a desk.";
    expect(measure("asks", "can i play from a tablet", text)).toEqual([1, 0]);
    expect(measure("replies", "can i play from a tablet", text)).toEqual([0, expect.toSatisfy((n) => n > 0.5)]);
  });

  it("read across passages of a document", () => {
    const paragraph = "Nora Vale chairs the board. She lives in Marlbeck. She has a boat.";
    expect(measure("subjectBefore", "where does vale live", `${paragraph}\n\n${paragraph}`)[1]).toBe(1);
    const spread = measure(
      "previous",
      "who has a boat",
      `One. Two. Nora Vale has a boat.\n\nShe rows. Often. At dawn.`,
    );
    expect(spread[3]).toBeGreaterThan(0);
  });

  it.each([
    ["how much did the fence cost", "The fence cost £4,850.", "The fence cost them 12 days."],
    ["how long did the strike last", "The strike lasted nine days.", "The strike cost £4,850."],
    ["how far is the ford", "The ford is 12 miles off.", "The ford is one of 12."],
    ["what percentage of the boats sank", "Of the boats 20% sank.", "Of the boats 20 sank."],
    ["how heavy is the bell", "The bell is 300 kg.", "The bell is one of 300."],
    ["how often is the well cleaned", "The well is cleaned twice a year.", "The well is cleaned in all weathers."],
    ["what time does the bar open", "The bar opens at half past six.", "The bar opens on Tuesday."],
    ["what day does the bar open", "The bar opens on Tue.", "The bar opens at 18:30."],
    ["sauna price", "The sauna is 14 €.", "The sauna has 14 seats."],
    ["what does the sauna cost", "The sauna is free of charge.", "The sauna has 14 seats."],
    ["phone number of the caretaker", "The caretaker has 030 1234567.", "The caretaker has 35 keys."],
    ["email for bookings", "Bookings go to desk@example.org.", "Bookings go to 030 1234567."],
    ["how many euros are in the till", "The till holds €500.", "The till holds 500 lamps."],
    [
      "how many lamps were changed",
      "So far 2,300 old lamps have been changed.",
      "Lamps were changed in 2016 in 40 streets.",
    ],
  ])("hold “%s” to its unit", (question, right, wrong) => {
    expect(measure("unit", question, `${right} ${wrong}`)).toEqual([1, 0]);
    expect(measure("unitMissing", question, `${right} ${wrong}`)).toEqual([0, 1]);
  });

  it.each([
    ["when does it open", "It opens at 18:30.", "It opens with 35 guests."],
    ["who fixes the heating", "The caretaker fixes the heating.", "The heating is fixed."],
    ["where are the bins", "The bins are behind the shed.", "The bins are emptied."],
    ["who to call", "Call 030 1234567 at night.", "Call again at night."],
  ])("see what “%s” asks for, be it no name and no number", (question, right, wrong) => {
    const [held = 0, missing = 0] = measure("typeMismatch", question, `${right} ${wrong}`);
    expect(held).toBeLessThan(missing);
  });

  it.each([
    ["is it open on tuesday", "It is open Mon–Fri.", "It is open Sat–Sun."],
    ["is it open on a saturday", "It is open at weekends.", "It is open on weekdays."],
    ["is it open in june", "It is open May–September.", "It is open October to April."],
    ["is it open in may", "It is open April to June.", "It may be open by now."],
    ["is it open on 4 march", "It is open on 2017-03-04.", "It is open on 2017-05-06."],
    ["is it open tue", "It is open on Tuesday.", "It is open on Friday."],
    ["is it open on 9 may", "It is open 3–12 May.", "It is open 3–8 June."],
  ])("take “%s” to be met by what covers it", (question, right, wrong) => {
    const [met = 0, other = 0] = measure("exact", question, `${right} ${wrong}`);
    expect(met).toBeGreaterThan(other);
  });

  it("see where a person is introduced, if who somebody is was asked", () => {
    const text =
      "Then Ilse Korhammer left. She thanked Ilse Korhammer, a judge. The spokesman Ilse Korhammer spoke. It was Vossler, Ilse Korhammer. It was Minister Ilse Korhammer.";
    expect(measure("introduces", "who is Ilse Korhammer", text)).toEqual([0, 1, 1, 0, 1]);
    expect(measure("introduces", "who thanked Ilse Korhammer", text)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("the weights", () => {
  it("are their own in a small folder, and no others in a folder smaller than any they were fitted on", () => {
    expect(smallCollection(100)).toBe(0.5);
    expect(smallCollection(1)).toBe(smallCollection(6));
    const weights = fittedWeights();
    const { exact } = weights.sentence;
    expect(sentenceWeights(weights, 100)[F.exact]).toBeCloseTo(exact + weights.small.exact / 2);
    expect(sentenceWeights(weights, 1e9)[F.exact]).toBeCloseTo(exact);
  });
});
