/**
 * What a thread hands on without taking it in itself, as JSON in memory that all threads share.
 *
 * @typeParam T of the value: `of` is there for the compiler alone
 */
export type Shared<T> = Uint8Array<SharedArrayBuffer> & { readonly of?: T };

/** @param value of plain data, as JSON has it */
export function share<T>(value: T): Shared<T> {
  const json = Buffer.from(JSON.stringify(value));
  const shared = new Uint8Array(new SharedArrayBuffer(json.length));
  shared.set(json);
  return shared;
}

export function readShared<T>(shared: Shared<T>): T {
  return JSON.parse(Buffer.from(shared.buffer, shared.byteOffset, shared.byteLength).toString("utf8"));
}
