import { appendFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type OpenEncoder, openEncoder } from "../../encoder/open.ts";
import { AttacheError } from "../../src/errors.ts";
import { openKnowledge } from "../../src/index.ts";
import { measureScale } from "../../src/ranking/rerank/scale.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache, root, run } from "../helpers/program.ts";
import { isInstalled, makeToy, NOT_INSTALLED, type ToyOptions } from "./toy.ts";

const QUESTION = "how much is the sauna";
const TEXTS = ["The steam bath costs ten.", "Dogs are not allowed.", "Nothing of that."];

const opened: OpenEncoder[] = [];
afterAll(async () => {
  for (const encoder of opened) await encoder.close();
});

it.skipIf(isInstalled)("what runs an encoder is tested", ({ skip }) => skip(NOT_INSTALLED));

async function openToy(options: ToyOptions = {}): Promise<OpenEncoder> {
  const encoder = await openEncoder(await makeToy(options));
  opened.push(encoder);
  return encoder;
}

async function refusal(folder: string): Promise<string> {
  const error = await openEncoder(folder).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AttacheError);
  expect(error).toMatchObject({ code: "encoder" });
  return (error as AttacheError).message;
}

describe.skipIf(!isInstalled)("an encoder", () => {
  it.each(["tokens", "sentence"] as const)("of %s tells by the cosine what is near in meaning", async (kind) => {
    const encoder = await openToy({ kind });
    expect(encoder).toMatchObject({ kind: "sentence encoder", dimensions: 14, bytes: expect.any(Number) });
    const [near = 0, far = 0] = await encoder.likeness(QUESTION, TEXTS);
    expect(near).toBeGreaterThan(far + 0.5);
    expect(near).toBeLessThanOrEqual(1 + 1e-6);
  });

  it("that is a reranker gives probabilities", async () => {
    const encoder = await openToy({ kind: "reranker", inputs: ["input_ids", "token_type_ids", "attention_mask"] });
    expect(encoder).toMatchObject({ kind: "reranker", dimensions: 1 });
    const [near = 0, far = 0] = await encoder.likeness(QUESTION, TEXTS);
    expect(near).toBeGreaterThan(far);
    expect(far).toBeGreaterThanOrEqual(0.5);
  });

  it("says the same of a text whatever it is asked with, before and after it is kept", async () => {
    const encoder = await openToy();
    const alone = await encoder.likeness(QUESTION, [TEXTS[1] ?? ""]);
    const among = await encoder.likeness(QUESTION, TEXTS);
    expect(among[1]).toBe(alone[0]);
    expect(await encoder.likeness(QUESTION, TEXTS)).toEqual(among);
  });

  it("answers several who ask at once, each his own", async () => {
    const encoder = await openToy();
    const [one, other] = await Promise.all([
      encoder.likeness(QUESTION, TEXTS),
      encoder.likeness("may I bring pets", TEXTS),
    ]);
    expect(one.indexOf(Math.max(...one))).toBe(0);
    expect(other.indexOf(Math.max(...other))).toBe(1);
  });

  it.each(["onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx"])("is found as %s", async (model) => {
    expect((await openToy({ model })).kind).toBe("sentence encoder");
  });

  it("reads the beginning of a text that is too long for it", async () => {
    const encoder = await openToy({ files: { "sentence_bert_config.json": { max_seq_length: 6 } } });
    const [early = 0, late = 0] = await encoder.likeness("sauna", ["sauna or not", "or not or not or sauna"]);
    expect(early).toBeGreaterThan(late + 0.5);
    const [within = 0] = await encoder.likeness("sauna", ["or not or sauna"]);
    expect(within).toBeGreaterThan(0.9);
  });

  it("is given the words that it wants before a question and before a text", async () => {
    const prompts = { query: "lunch: ", passage: "lunch: " };
    const plain = await (await openToy()).likeness("pets", ["sauna"]);
    const prompted = await (await openToy({ files: { "config_sentence_transformers.json": { prompts } } })).likeness(
      "pets",
      ["sauna"],
    );
    expect(prompted[0]).toBeGreaterThan((plain[0] ?? 1) + 0.3);
  });

  it("takes the first token's vector where the model says so", async () => {
    const first = { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false };
    const encoder = await openToy({ files: { "1_Pooling/config.json": first } });
    const [near, far] = await encoder.likeness(QUESTION, TEXTS);
    expect(near).toBeCloseTo(1);
    expect(far).toBeCloseTo(1);
  });

  it("has an id of its model, its tokenizer and how they are used", async () => {
    const folder = await makeToy();
    const ids = new Set<string>();
    const add = async () => {
      const encoder = await openEncoder(folder);
      ids.add(encoder.id);
      await encoder.close();
    };
    await add();
    await add();
    expect(ids.size).toBe(1);
    await appendFile(path.join(folder, "tokenizer.json"), " ");
    await add();
    await writeFile(path.join(folder, "sentence_bert_config.json"), '{ "max_seq_length": 64 }');
    await add();
    expect(ids.size).toBe(3);
  });

  it("ends with what it was doing, and says so after that", async () => {
    const encoder = await openToy();
    await encoder.close();
    await expect(encoder.likeness(QUESTION, TEXTS)).rejects.toMatchObject({
      code: "encoder",
      message: expect.stringContaining("has ended"),
    });
  });
});

describe("a folder that is no encoder is refused, and what is wrong with it named:", () => {
  it("not there, or a file", async () => {
    const folder = await makeToy();
    expect(await refusal(path.join(folder, "minilm"))).toMatch(/minilm is not there$/);
    expect(await refusal(path.join(folder, "tokenizer.json"))).toMatch(/tokenizer\.json is none$/);
  });

  it("without a model, or without a tokenizer", async () => {
    const folder = await makeToy();
    await rm(path.join(folder, "tokenizer.json"));
    expect(await refusal(folder)).toMatch(/holds no tokenizer\.json: put/);
    expect(await refusal(await makeFolder())).toMatch(/holds no model: put model\.onnx or /);
  });

  it("with files that are no JSON, or a pooling that is not known", async () => {
    const folder = await makeToy();
    await writeFile(path.join(folder, "tokenizer.json"), "<html>");
    expect(await refusal(folder)).toMatch(/tokenizer\.json cannot be read as JSON: fetch it anew/);
    const pooling = { pooling_mode_max_tokens: true, pooling_mode_mean_tokens: true };
    expect(await refusal(await makeToy({ files: { "1_Pooling/config.json": pooling } }))).toMatch(
      /is to have pooling_mode_mean_tokens or pooling_mode_cls_token alone, and has pooling_mode_max_tokens, /,
    );
  });

  it.skipIf(!isInstalled)("with files that what runs it cannot use", async () => {
    const folder = await makeToy();
    await writeFile(path.join(folder, "model.onnx"), "version https://git-lfs.github.com/spec/v1");
    expect(await refusal(folder)).toMatch(/model\.onnx cannot be used: .+\. Fetch it anew, or take another model$/);
    await writeFile(path.join(folder, "tokenizer.json"), "{}");
    expect(await refusal(folder)).toMatch(/^tokenizer\.json in .+ cannot be used: /);
  });

  it.skipIf(!isInstalled)("with outputs or inputs that are not known", async () => {
    expect(await refusal(await makeToy({ kind: "classifier" }))).toMatch(
      /gives logits \[batch, 14\]: an encoder gives last_hidden_state or sentence_embedding, a reranker logits of one number/,
    );
    expect(await refusal(await makeToy({ inputs: ["input_ids", "pixel_values"] }))).toMatch(/it wants pixel_values$/);
  });
});

describe.skipIf(!isInstalled)("with an encoder", () => {
  const documents = [
    { id: "prices", text: "The steam bath is ten euros.\n\nParking is free.\n\nTowels are two euros." },
    { id: "rules", text: "Pets stay outside.\n\nShoes come off at the door." },
  ];

  it("a knowledge has another fingerprint, and answers the same each time", async () => {
    const encoder = await makeToy();
    const plain = await openKnowledge({ documents });
    const one = await openKnowledge({ documents, encoder });
    const other = await openKnowledge({ documents, encoder });
    expect(one.fingerprint).not.toBe(plain.fingerprint);
    expect(other.fingerprint).toBe(one.fingerprint);
    const answer = await one.ask(QUESTION, { explain: true });
    expect(answer.excerpts[0]?.text).toContain("steam bath");
    expect(await other.ask(QUESTION, { explain: true })).toEqual(answer);
    expect(answer.explanation?.confidence.map(({ name }) => name)).toContain("ranker");
  });

  it("that tells nothing of what answers, it does not open", async () => {
    const first = { pooling_mode_cls_token: true };
    const encoder = await makeToy({ files: { "1_Pooling/config.json": first } });
    await expect(openKnowledge({ documents, encoder })).rejects.toMatchObject({
      code: "encoder",
      message: expect.stringMatching(/finds a sentence that answers no nearer .+: take a model that/),
    });
  });

  it("the program answers, ends by itself, and says what is wrong with the folder in one line", async () => {
    const knowledge = await makeFolder({ "prices.txt": documents[0]?.text ?? "" });
    const ask = ["ask", "--knowledge", knowledge, QUESTION];
    const { status, stdout, stderr } = await attache(ask, { env: { ENCODER: await makeToy() } });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("steam bath");
    const failed = await attache(ask, { env: { ENCODER: path.join(knowledge, "none") } });
    expect(failed).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^ENCODER is to .+ not there\n$/),
    });
  });

  it("npm run encoder -- check tells its kind and size", async () => {
    const folder = await makeToy({ kind: "reranker" });
    const { status, stdout, stderr } = await run(process.execPath, [
      `${root}tools/encoder/encoder.ts`,
      "check",
      folder,
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/: a reranker, 1 dimensions, \d+ bytes\nid [0-9a-f]{64}\nloaded in \d+ ms; /);
  });

  it("its scale tells what answers from what is unrelated", async () => {
    const { answers, unrelated } = await measureScale(await openToy());
    expect(answers).toBeGreaterThan(unrelated + 0.3);
  });
});
