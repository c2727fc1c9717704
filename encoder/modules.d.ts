// What is used of the two packages: with these, the types are checked where they are not installed.

declare module "onnxruntime-node" {
  export interface OutputMetadata {
    readonly name: string;
    readonly isTensor: boolean;
    readonly type?: string;
    /** A name stands for a dimension that the input decides. */
    readonly shape?: readonly (number | string)[];
  }
  export class Tensor {
    constructor(type: "int64", data: BigInt64Array, dims: readonly number[]);
    readonly type: string;
    readonly data: unknown;
    readonly dims: readonly number[];
  }
  export class InferenceSession {
    static create(
      file: string,
      options: { readonly intraOpNumThreads: number; readonly logSeverityLevel: number },
    ): Promise<InferenceSession>;
    readonly inputNames: readonly string[];
    readonly outputMetadata: readonly OutputMetadata[];
    run(feeds: Readonly<Record<string, Tensor>>, fetches: readonly string[]): Promise<Readonly<Record<string, Tensor>>>;
  }
}

declare module "@huggingface/tokenizers" {
  export class Tokenizer {
    constructor(tokenizer: object, config: object);
    encode(
      text: string,
      options: { readonly text_pair?: string; readonly return_token_type_ids: true },
    ): { readonly ids: number[]; readonly token_type_ids: number[] };
  }
}
