import { existsSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../helpers/folder.ts";
import { root } from "../helpers/program.ts";
import { type Dimension, type Node, writeOnnx } from "./toy-onnx.ts";

/** Whether what runs an encoder is installed: npm ci alone does not do that. */
export const isInstalled = existsSync(path.join(root, "encoder/node_modules/onnxruntime-node"));
export const NOT_INSTALLED = "needs npm run encoder -- install";

/** Words of one line mean the same to the toy. Those of the questions by which an encoder's scale is measured are among them. */
const CONCEPTS = `office desk open staffed
ticket child children pay euros
leads conducted choir singers
bicycle bikes racks leave
match play pitch flooded
dog pets bring allowed
account passport address
password login link
members people board committee
lunch soup noon served
languages english french app
delivery parcels days long
sauna steam bath`
  .split("\n")
  .map((line) => line.split(" "));
const SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];
const WORDS = [...SPECIAL, ...CONCEPTS.flat()];
const WIDTH = CONCEPTS.length + 1;
/** A word of a concept is a vector of that alone; all others share a faint one. */
const TABLE = WORDS.map((word) => {
  const concept = CONCEPTS.findIndex((words) => words.includes(word));
  return Array.from({ length: WIDTH }, (_, i) => (concept === i ? 1 : concept === -1 && i === WIDTH - 1 ? 0.05 : 0));
});

const special = (id: string, type: number) => ({ SpecialToken: { id, type_id: type } });
const sequence = (id: string, type: number) => ({ Sequence: { id, type_id: type } });

export const tokenizer = {
  version: "1.0",
  truncation: null,
  padding: null,
  added_tokens: SPECIAL.map((content, id) => ({ id, content, special: true, normalized: false })),
  normalizer: { type: "Lowercase" },
  pre_tokenizer: { type: "BertPreTokenizer" },
  post_processor: {
    type: "TemplateProcessing",
    single: [special("[CLS]", 0), sequence("A", 0), special("[SEP]", 0)],
    pair: [special("[CLS]", 0), sequence("A", 0), special("[SEP]", 0), sequence("B", 1), special("[SEP]", 1)],
    special_tokens: Object.fromEntries(
      ["[CLS]", "[SEP]"].map((id) => [id, { id, ids: [SPECIAL.indexOf(id)], tokens: [id] }]),
    ),
  },
  decoder: null,
  model: {
    type: "WordPiece",
    vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    unk_token: "[UNK]",
    continuing_subword_prefix: "##",
    max_input_chars_per_word: 100,
  },
};

const LOOK_UP: Node = { op: "Gather", inputs: ["table", "input_ids"], output: "last_hidden_state" };
const MEAN: Node = { op: "ReduceMean", inputs: ["last_hidden_state"], output: "sentence_embedding", axis: 1 };
/** The more often one concept comes, in question and text together, the more. */
const SQUARES: readonly Node[] = [
  MEAN,
  { op: "Mul", inputs: ["sentence_embedding", "sentence_embedding"], output: "squares" },
  { op: "ReduceSum", inputs: ["squares"], output: "logits", axis: 1, keep: true },
];

const MODELS = {
  tokens: { nodes: [LOOK_UP], output: { name: "last_hidden_state", shape: ["batch", "tokens", WIDTH] } },
  sentence: { nodes: [LOOK_UP, MEAN], output: { name: "sentence_embedding", shape: ["batch", WIDTH] } },
  reranker: { nodes: [LOOK_UP, ...SQUARES], output: { name: "logits", shape: ["batch", 1] } },
  classifier: { nodes: [LOOK_UP, { ...MEAN, output: "logits" }], output: { name: "logits", shape: ["batch", WIDTH] } },
} satisfies Record<string, { nodes: readonly Node[]; output: { name: string; shape: readonly Dimension[] } }>;

export interface ToyOptions {
  readonly kind?: keyof typeof MODELS;
  readonly inputs?: readonly string[];
  /** Where the model lies in the folder. */
  readonly model?: string;
  /** Further files, as JSON. */
  readonly files?: Readonly<Record<string, object>>;
}

/** Makes a folder with a model of a few words that was never trained. @returns its path */
export async function makeToy({
  kind = "tokens",
  inputs = ["input_ids", "attention_mask"],
  model = "model.onnx",
  files = {},
}: ToyOptions = {}): Promise<string> {
  return makeFolder({
    [model]: writeOnnx({ inputs, table: TABLE, ...MODELS[kind] }),
    "tokenizer.json": JSON.stringify(tokenizer),
    ...Object.fromEntries(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)])),
  });
}
