import type { InferenceSession, OutputMetadata, Tensor } from "onnxruntime-node";
import { failure, type ModelFolder } from "./model-folder.ts";

/** The fix, where the packages are missing. */
export const NOT_INSTALLED =
  "What runs an encoder is not installed: run npm run encoder -- install, or leave ENCODER empty";
/** Only errors are told, on standard error. */
const LOG_ERRORS = 3;

/**
 * What a model gives: a vector for each token; one for the text; or the log-odds that the second of two texts answers
 * the first.
 */
type Output =
  | { readonly kind: "tokens"; readonly name: string }
  | { readonly kind: "sentence"; readonly name: string }
  | { readonly kind: "reranker"; readonly name: string };

/** A model, ready to be run. One text or one pair at a time: what it gives for one is then the same beside any others. */
export interface Model {
  readonly isReranker: boolean;
  /** @returns a vector of length 1 */
  embed(text: string): Promise<Float32Array>;
  /** @returns the log-odds that the text answers the question */
  judge(question: string, text: string): Promise<number>;
}

/**
 * @param threads that one run may use
 * @throws AttacheError "encoder" when the packages are not installed, or the files are not what they are to be
 */
export async function loadModel(folder: ModelFolder, threads: number): Promise<Model> {
  const { ort, Tokenizer } = await importPackages();
  const open = async <Result>(file: string, make: () => Result) => {
    try {
      return await make();
    } catch (cause) {
      throw failure(`${file} cannot be used: ${firstLine(cause)}. Fetch it anew, or take another model`, cause);
    }
  };
  const tokenizer = await open(
    `tokenizer.json in ${folder.folder}`,
    () => new Tokenizer(folder.tokenizer, folder.tokenizerConfig),
  );
  const session = await open(folder.model, () =>
    ort.InferenceSession.create(folder.model, { intraOpNumThreads: threads, logSeverityLevel: LOG_ERRORS }),
  );
  const output = outputOf(session, folder.model);
  checkInputs(session, folder.model);

  const run = async (text: string, pair?: string): Promise<Tensor> => {
    const options = { return_token_type_ids: true, ...(pair === undefined ? {} : { text_pair: pair }) } as const;
    const encoded = tokenizer.encode(text, options);
    const { ids, types } = shorten(encoded.ids, encoded.token_type_ids, folder.maxTokens);
    const feeds: Record<string, Tensor> = {};
    for (const name of session.inputNames) {
      const values = name === "input_ids" ? ids : name === "token_type_ids" ? types : ids.map(() => 1);
      feeds[name] = new ort.Tensor("int64", BigInt64Array.from(values, BigInt), [1, ids.length]);
    }
    const { [output.name]: result } = await session.run(feeds, [output.name]);
    if (result === undefined) throw failure(`${folder.model} gave no ${output.name}`);
    return result;
  };

  return {
    isReranker: output.kind === "reranker",
    async embed(text) {
      const { data, dims } = await run(text);
      const size = dims.at(-1) ?? 0;
      const values = numbers(data, folder.model);
      if (size === 0 || values.length < size) throw failure(`${folder.model} gave no vector for a text`);
      const whole = output.kind === "sentence" || folder.pooling === "first";
      return normalise(whole ? values.slice(0, size) : meanOf(values, size), folder.model);
    },
    async judge(question, text) {
      const { data } = await run(question, text);
      const values = numbers(data, folder.model);
      const [logit] = values;
      if (logit === undefined || values.length !== 1 || !Number.isFinite(logit)) {
        throw failure(`${folder.model} gave ${values.length} numbers for a pair of texts: a reranker gives one`);
      }
      return logit;
    },
  };
}

async function importPackages() {
  try {
    const [ort, { Tokenizer }] = await Promise.all([import("onnxruntime-node"), import("@huggingface/tokenizers")]);
    // It is a CommonJS module, whose names Node does not all see.
    return { ort: "default" in ort ? (ort.default as typeof ort) : ort, Tokenizer };
  } catch (cause) {
    throw failure(NOT_INSTALLED, cause);
  }
}

const INPUTS: ReadonlySet<string> = new Set(["input_ids", "attention_mask", "token_type_ids"]);

function checkInputs({ inputNames }: InferenceSession, model: string): void {
  const unknown = inputNames.filter((name) => !INPUTS.has(name));
  if (unknown.length === 0 && inputNames.includes("input_ids")) return;
  const problem = unknown.length === 0 ? "has no input_ids" : `wants ${unknown.join(", ")}`;
  throw failure(
    `${model} is no encoder of text: beside ${[...INPUTS].join(", ")} it is to want nothing, and it ${problem}`,
  );
}

/** Chooses by name, and by the number of dimensions where a name tells nothing. */
function outputOf({ outputMetadata }: InferenceSession, model: string): Output {
  const named = (...names: readonly string[]) => outputMetadata.find(({ name }) => names.includes(name));
  const [only, ...others] = outputMetadata;
  const lone = others.length === 0 ? only : undefined;
  const rank = lone?.shape?.length;
  const sentence = named("sentence_embedding");
  if (sentence !== undefined) return checkType({ kind: "sentence", name: sentence.name }, sentence, model);
  const tokens = named("last_hidden_state", "token_embeddings") ?? (rank === 3 ? lone : undefined);
  if (tokens !== undefined) return checkType({ kind: "tokens", name: tokens.name }, tokens, model);
  const logits = named("logits") ?? (rank === 2 ? lone : undefined);
  const width = logits?.shape?.at(-1);
  if (logits !== undefined && (typeof width !== "number" || width === 1)) {
    return checkType({ kind: "reranker", name: logits.name }, logits, model);
  }
  const given = outputMetadata.map(({ name, shape = [] }) => `${name} [${shape.join(", ")}]`).join(", ");
  throw failure(
    `${model} gives ${given}: an encoder gives last_hidden_state or sentence_embedding, a reranker logits of one number`,
  );
}

function checkType(output: Output, { name, type }: OutputMetadata, model: string): Output {
  if (type === "float32") return output;
  throw failure(`${model} gives ${name} as ${type}: take a model that gives float32`);
}

/** Cuts the end of what is too long, but for the token that ends it. */
function shorten(ids: readonly number[], types: readonly number[], most: number) {
  if (ids.length <= most) return { ids, types };
  const cut = (list: readonly number[]) => [...list.slice(0, most - 1), list.at(-1) as number];
  return { ids: cut(ids), types: cut(types) };
}

function numbers(data: unknown, model: string): Float32Array {
  if (data instanceof Float32Array) return data;
  throw failure(`${model} gave no float32`);
}

/** @param values a vector for each token, one after the other */
function meanOf(values: Float32Array, size: number): Float32Array {
  const mean = new Float32Array(size);
  const count = values.length / size;
  for (let i = 0; i < values.length; i++) mean[i % size] = (mean[i % size] as number) + (values[i] as number) / count;
  return mean;
}

function normalise(vector: Float32Array, model: string): Float32Array {
  const length = Math.hypot(...vector);
  if (!Number.isFinite(length)) throw failure(`${model} gave what is no number for a text: take another model`);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function firstLine(cause: unknown): string {
  return String((cause as Error | undefined)?.message ?? cause).split("\n", 1)[0] ?? "";
}
