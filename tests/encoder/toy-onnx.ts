// Just enough of protocol buffers and of ONNX (onnx/onnx.proto) to write a model of a few nodes.

type Field = Uint8Array;
/** As ONNX numbers them. */
const FLOAT = 1;
const INT64 = 7;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return [...bytes, left];
}

const number = (field: number, value: number): Field => Uint8Array.from([...varint(field * 8), ...varint(value)]);

function bytes(field: number, value: Uint8Array): Field {
  return Buffer.concat([Uint8Array.from([...varint(field * 8 + 2), ...varint(value.length)]), value]);
}

const text = (field: number, value: string): Field => bytes(field, Buffer.from(value));
const message = (field: number, ...fields: readonly Field[]): Field => bytes(field, Buffer.concat(fields));

/** A dimension: its size, or a name where the input decides it. */
export type Dimension = number | string;

function value(field: number, name: string, type: number, shape: readonly Dimension[]): Field {
  const dims = shape.map((size) => message(1, typeof size === "number" ? number(1, size) : text(2, size)));
  return message(field, text(1, name), message(2, message(1, number(1, type), message(2, ...dims))));
}

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Over which axis a reduction goes, and whether it stays as one of size 1. */
  readonly axis?: number;
  readonly keep?: boolean;
}

function node({ op, inputs, output, axis, keep = false }: Node): Field {
  const attributes =
    axis === undefined
      ? []
      : [
          message(5, text(1, "axes"), number(8, axis), number(20, 7)),
          message(5, text(1, "keepdims"), number(3, keep ? 1 : 0), number(20, 2)),
        ];
  return message(1, ...inputs.map((name) => text(1, name)), text(2, output), text(4, op), ...attributes);
}

export interface ToyModel {
  readonly inputs: readonly string[];
  /** One row a token. */
  readonly table: readonly (readonly number[])[];
  readonly nodes: readonly Node[];
  readonly output: { readonly name: string; readonly shape: readonly Dimension[] };
}

/** @returns a model of float32 whose inputs are rows of token numbers; `table` is there under that name */
export function writeOnnx({ inputs, table, nodes, output }: ToyModel): Uint8Array {
  const data = new Uint8Array(Float32Array.from(table.flat()).buffer);
  const size = [table.length, table[0]?.length ?? 0];
  const initializer = message(
    5,
    ...size.map((one) => number(1, one)),
    number(2, FLOAT),
    text(8, "table"),
    bytes(9, data),
  );
  const graph = message(
    7,
    ...nodes.map(node),
    text(2, "toy"),
    initializer,
    ...inputs.map((name) => value(11, name, INT64, ["batch", "tokens"])),
    value(12, output.name, FLOAT, output.shape),
  );
  // The 11th set of operators is the last in which reductions are told their axes by an attribute.
  return Buffer.concat([number(1, 6), graph, message(8, text(1, ""), number(2, 11))]);
}
