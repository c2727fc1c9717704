import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { AttacheError } from "../src/errors.ts";

/** Where a model is looked for in its folder: the first that is there is taken. */
const MODELS = ["model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx"];
const TOKENIZER = "tokenizer.json";
/** Tokens of a text that are read at the most: a question, or a sentence below its headings, is far shorter. */
const MAX_TOKENS = 256;

/** How a vector for a text is made of those of its tokens: their mean, or the first one. */
export type Pooling = "mean" | "first";

/** A model as it lies in a folder, and how it is to be used. */
export interface ModelFolder {
  readonly folder: string;
  /** Path of the model. */
  readonly model: string;
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly pooling: Pooling;
  /** Tokens of a text at the most, those that stand for its start and end included. */
  readonly maxTokens: number;
  /** What the model wants before a question, and before a text that may answer it: "query: ". */
  readonly prompts: { readonly question: string; readonly text: string };
  /** Of the model and its tokenizer. */
  readonly bytes: number;
  /** SHA-256, in hex, of the model, its tokenizer and how they are used. */
  readonly id: string;
}

/**
 * Reads what a folder holds, in the form in which Hugging Face's libraries write it.
 *
 * @throws AttacheError "encoder" when it is not there, lacks the model or the tokenizer, or holds what is not understood
 */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) {
    throw failure(`ENCODER is to name a folder, and ${folder} is ${found === null ? "not there" : "none"}`);
  }
  const name = MODELS.find((file) => existsSync(path.join(folder, file)));
  if (name === undefined) throw failure(`${folder} holds no model: put ${MODELS.join(" or ")} into it`);
  const tokenizer = await readJson(folder, TOKENIZER);
  if (tokenizer === null) throw failure(`${folder} holds no ${TOKENIZER}: put the one of the model into it`);
  const tokenizerConfig = (await readJson(folder, "tokenizer_config.json")) ?? {};
  const used = {
    pooling: await readPooling(folder),
    maxTokens: await readMaxTokens(folder, tokenizer, tokenizerConfig),
    prompts: await readPrompts(folder),
  };
  // A model of over 2 GB, and some others, keep their weights in a file beside it.
  const files = [name, `${name}_data`, `${name}.data`, TOKENIZER]
    .map((file) => path.join(folder, file))
    .filter((file) => existsSync(file));
  const hash = createHash("sha256").update(JSON.stringify([used, tokenizerConfig]));
  let bytes = 0;
  for (const file of files) {
    await pipeline(createReadStream(file), hash, { end: false });
    bytes += (await stat(file)).size;
  }
  const id = hash.digest("hex");
  return { folder, model: path.join(folder, name), tokenizer, tokenizerConfig, ...used, bytes, id };
}

async function readPooling(folder: string): Promise<Pooling> {
  const file = "1_Pooling/config.json";
  const config = await readJson(folder, file);
  if (config === null) return "mean";
  const modes = Object.keys(config).filter(
    (key) => key.startsWith("pooling_mode_") && Reflect.get(config, key) === true,
  );
  if (modes.length === 1 && modes[0] === "pooling_mode_mean_tokens") return "mean";
  if (modes.length === 1 && modes[0] === "pooling_mode_cls_token") return "first";
  const wanted = "pooling_mode_mean_tokens or pooling_mode_cls_token";
  throw failure(`${file} in ${folder} is to have ${wanted} alone, and has ${modes.join(", ") || "none"}`);
}

async function readMaxTokens(folder: string, tokenizer: object, tokenizerConfig: object): Promise<number> {
  const sentences = (await readJson(folder, "sentence_bert_config.json")) ?? {};
  const model = (await readJson(folder, "config.json")) ?? {};
  const told = [
    Reflect.get(sentences, "max_seq_length"),
    Reflect.get(Object(Reflect.get(tokenizer, "truncation")), "max_length"),
    Reflect.get(tokenizerConfig, "model_max_length"),
    Reflect.get(model, "max_position_embeddings"),
  ];
  return Math.min(MAX_TOKENS, ...told.filter((value) => Number.isInteger(value) && value > 2));
}

async function readPrompts(folder: string): Promise<ModelFolder["prompts"]> {
  const config = (await readJson(folder, "config_sentence_transformers.json")) ?? {};
  const prompts: object = Object(Reflect.get(config, "prompts"));
  const first = (...names: readonly string[]) => {
    const given = names.map((name) => Reflect.get(prompts, name)).find((prompt) => typeof prompt === "string");
    return typeof given === "string" ? given : "";
  };
  return { question: first("query"), text: first("document", "passage") };
}

/** @returns null when the file is not there */
async function readJson(folder: string, file: string): Promise<object | null> {
  const place = path.join(folder, file);
  if (!existsSync(place)) return null;
  try {
    const value: unknown = JSON.parse(await readFile(place, "utf8"));
    if (typeof value === "object" && value !== null) return value;
  } catch (cause) {
    throw failure(`${place} cannot be read as JSON: fetch it anew`, cause);
  }
  throw failure(`${place} is to be an object of JSON: fetch it anew`);
}

export function failure(message: string, cause?: unknown): AttacheError {
  return new AttacheError("encoder", message, { cause });
}
