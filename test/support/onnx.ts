/** As much of ONNX' file format (protocol buffers) as small networks need. */

const text = new TextEncoder();

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

export type Field = Uint8Array;
const join = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const whole = (field: number, value: number): Field => Uint8Array.from([...varint(field * 8), ...varint(value)]);
const bytes = (field: number, value: Uint8Array): Field =>
  join([Uint8Array.from([...varint(field * 8 + 2), ...varint(value.length)]), value]);
const string = (field: number, value: string): Field => bytes(field, text.encode(value));
const message = (field: number, ...parts: Field[]): Field => bytes(field, join(parts));

const types = { float: 1, int32: 6, int64: 7 } as const;
export type ElementType = keyof typeof types;

/** A constant of the network; `values` row by row. */
export function constant(name: string, dims: readonly number[], values: Float32Array | BigInt64Array): Field {
  const type = values instanceof Float32Array ? types.float : types.int64;
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return message(5, ...dims.map((dim) => whole(1, dim)), whole(2, type), string(8, name), bytes(9, raw));
}

/** `numbers`: attributes that are one whole number each. */
export function node(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  numbers: Record<string, number> = {},
): Field {
  const attributes = Object.entries(numbers).map(([name, value]) =>
    message(5, string(1, name), whole(3, value), whole(20, 2)),
  );
  const named = [...inputs.map((one) => string(1, one)), ...outputs.map((one) => string(2, one))];
  return message(1, ...named, string(4, operator), ...attributes);
}

/** A dimension that is a word has any length. */
export type Place = { name: string; type: ElementType; dims: readonly (number | string)[] };

function place(field: number, { name, type, dims }: Place): Field {
  const shape = dims.map((dim) => message(1, typeof dim === 'number' ? whole(1, dim) : string(2, dim)));
  return message(field, string(1, name), message(2, message(1, whole(1, types[type]), message(2, ...shape))));
}

export type Network = { nodes: Field[]; constants: Field[]; inputs: Place[]; outputs: Place[] };

export function onnxFile({ nodes, constants, inputs, outputs }: Network): Uint8Array {
  const places = [...inputs.map((one) => place(11, one)), ...outputs.map((one) => place(12, one))];
  const graph = message(7, ...nodes, string(2, 'network'), ...constants, ...places);
  return join([whole(1, 8), graph, message(8, string(1, ''), whole(2, 13))]);
}
