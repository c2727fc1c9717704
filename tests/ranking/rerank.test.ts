import { describe, expect, it } from "vitest";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { AttacheError } from "../../src/errors.ts";
import type { Encoder } from "../../src/ranking/rerank/encoder.ts";
import { fittedEncoderWeights, parseEncoderWeights } from "../../src/ranking/rerank/encoder-weights.ts";
import { rerankFeatureNames } from "../../src/ranking/rerank/features.ts";
import { Reranker } from "../../src/ranking/rerank/rerank.ts";
import { measureScale, SCALE_PAIRS } from "../../src/ranking/rerank/scale.ts";
import { rerankSignalNames } from "../../src/ranking/rerank/signals.ts";
import { buildIndex } from "../../src/search/build-index.ts";

/** The far side: tells a likeness by a rule. */
class FakeEncoder implements Encoder {
  readonly id: string;
  readonly asked: { readonly question: string; readonly texts: readonly string[] }[] = [];
  readonly #rule: (question: string, text: string) => number;

  constructor(rule: (question: string, text: string) => number, id = "a".repeat(64)) {
    this.#rule = rule;
    this.id = id;
  }

  async likeness(question: string, texts: readonly string[]): Promise<Float64Array> {
    if (texts.length === 0) throw new AttacheError("encoder", "An encoder is to be asked about a text at least");
    this.asked.push({ question, texts });
    return Float64Array.from(texts, (text) => this.#rule(question, text));
  }
}

const OWN: ReadonlyMap<string, string> = new Map(SCALE_PAIRS);

/** Nearest is what matches, then what answers the questions of the scale. */
const ruleOf = (near: RegExp) => (question: string, text: string) =>
  near.test(text) ? 0.9 : OWN.get(question) === text ? 0.6 : 0.1;

const index = buildIndex(
  toDocuments([
    { id: "money", text: "The treasurer of the club keeps the money box, and the money in it is counted on Fridays." },
    { id: "rehearsals", text: "Whoever comes late to a rehearsal puts two coins into the glass jar by the door." },
    { id: "hall", text: "The hall is swept by Zoë Quill and the others who sing bass." },
    { id: "people", text: "Ann Rudd, the treasurer, lives in Hull." },
  ]),
);
const QUESTION = "how does the club treat people who are not punctual";
const JAR = /glass jar/;

async function withEncoder(encoder: Encoder) {
  return new LocalKnowledge(index, undefined, null, await Reranker.open(encoder));
}

describe("with an encoder", () => {
  it("a sentence in other words comes first that the ranker alone puts behind", async () => {
    const alone = await new LocalKnowledge(index).ask(QUESTION);
    expect(alone.excerpts[0]?.text).toMatch(/money box/);
    const asked = await (await withEncoder(new FakeEncoder(ruleOf(JAR)))).ask(QUESTION);
    expect(asked.excerpts[0]?.text).toMatch(JAR);
    expect(asked.sentences[0]).toMatchObject({ excerpt: 0 });
  });

  it("what the encoder calls near or far by numbers of its own changes nothing", async () => {
    const rule = ruleOf(JAR);
    const wide = await withEncoder(new FakeEncoder(rule));
    const narrow = await withEncoder(new FakeEncoder((question, text) => 0.7 + rule(question, text) / 5));
    const answers = await Promise.all([wide, narrow].map((one) => one.ask(QUESTION, { explain: true })));
    expect(answers[1]).toEqual(answers[0]);
  });

  it("the confidence rises with how near the encoder finds what comes first", async () => {
    const near = await (await withEncoder(new FakeEncoder(ruleOf(JAR)))).ask(QUESTION);
    const none = await (await withEncoder(new FakeEncoder(ruleOf(/^$/)))).ask(QUESTION);
    expect(near.confidence).toBeGreaterThan(none.confidence);
  });

  it("who somebody is, is answered by a sentence that says so, however near another is", async () => {
    const knowledge = await withEncoder(new FakeEncoder(ruleOf(JAR)));
    const known = await knowledge.ask("who is Ann Rudd");
    expect(known.excerpts[0]?.text).toMatch(/Ann Rudd, the treasurer/);
    const stranger = await (await withEncoder(new FakeEncoder(ruleOf(/Quill/)))).ask("who is Zoë Quill");
    expect(stranger.excerpts[0]?.text).toMatch(/Zoë Quill/);
    expect(stranger.status).toBe("unanswered");
  });

  it("it is asked about 30 sentences at the most, each after its heading or title", async () => {
    const many = Array.from({ length: 90 }, (_, i) => `Rule ${i} says that late singers pay ${i} coins.`).join("\n\n");
    const encoder = new FakeEncoder(ruleOf(/Rule 7 /));
    const reranker = await Reranker.open(encoder);
    const before = encoder.asked.length;
    const documents = toDocuments([{ id: "rules", title: "Rules of the choir", text: many }]);
    await new LocalKnowledge(buildIndex(documents), undefined, null, reranker).ask("what do late singers pay", {
      limit: 50,
    });
    const [{ question, texts }] = encoder.asked.slice(before) as [(typeof encoder.asked)[0]];
    expect(question).toBe("what do late singers pay");
    expect(texts).toHaveLength(30);
    expect(new Set(texts).size).toBe(30);
    for (const text of texts) expect(text).toMatch(/^Rules of the choir: Rule \d+ says/);
  });

  it("as many passages come as without, those that it was not asked about last", async () => {
    const rules = Array.from({ length: 60 }, (_, i) => ({ id: `rule-${i}`, text: `Late singers pay ${i} coins.` }));
    const large = buildIndex(toDocuments(rules));
    const encoder = new FakeEncoder(ruleOf(/pay 7 coins/));
    const knowledge = new LocalKnowledge(large, undefined, null, await Reranker.open(encoder));
    const alone = await new LocalKnowledge(large).ask("what do late singers pay", { limit: 100 });
    const { excerpts } = await knowledge.ask("what do late singers pay", { limit: 100 });
    expect(excerpts).toHaveLength(alone.excerpts.length);
    const asked = encoder.asked.at(-1)?.texts ?? [];
    const first = excerpts.slice(0, asked.length).map(({ source, text }) => `${source.title}: ${text}`);
    expect(first.toSorted()).toEqual(asked.toSorted());
    expect(excerpts.slice(asked.length).length).toBeGreaterThan(10);
  });

  it("suggestions and follow-ups do without", async () => {
    const encoder = new FakeEncoder(ruleOf(JAR));
    const knowledge = await withEncoder(encoder);
    const before = encoder.asked.length;
    await knowledge.answeredQuestions();
    const answer = await knowledge.ask("and when?", { history: ["who counts the money"] });
    expect(encoder.asked).toHaveLength(before);
    expect(answer).toMatchObject({
      ...(await new LocalKnowledge(index).ask("and when?", { history: ["who counts the money"] })),
      fingerprint: knowledge.fingerprint,
    });
  });

  it("the fingerprint tells which", async () => {
    const prints = [
      new LocalKnowledge(index),
      await withEncoder(new FakeEncoder(ruleOf(JAR))),
      await withEncoder(new FakeEncoder(ruleOf(JAR), "b".repeat(64))),
    ].map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
  });

  it("one that tells nothing of what answers is refused", async () => {
    await expect(measureScale(new FakeEncoder(() => 0.5))).rejects.toMatchObject({ code: "encoder" });
    await expect(measureScale(new FakeEncoder(() => Number.NaN))).rejects.toMatchObject({ code: "encoder" });
  });
});

describe("the encoder's weights", () => {
  it("are there for each feature and signal", () => {
    const { sentence, confidence } = fittedEncoderWeights();
    expect(Object.keys(sentence)).toEqual(rerankFeatureNames);
    expect(Object.keys(confidence)).toEqual(rerankSignalNames);
  });

  it("stop the start where one is missing or superfluous, and name it, the file and the fix", () => {
    const { likeness: _, ...rest } = fittedEncoderWeights().sentence;
    const about = { written: "2026-01-31", by: "a test", data: "none" };
    const file = { about, ...fittedEncoderWeights(), sentence: { ...rest, nearness: 1 } };
    expect(() => parseEncoderWeights(file)).toThrow(
      /src\/ranking\/encoder-weights\.json .+ sentence\.likeness is missing, sentence\.nearness belongs to nothing\. .+ npm run fit -- --encoder DIR/,
    );
  });
});
