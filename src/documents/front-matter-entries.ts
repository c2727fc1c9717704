import type { MappedText } from "./mapped-text.ts";
import type { Remark } from "./reader.ts";

/** A field of front matter, whatever it was written in. */
export interface Entry {
  readonly key: MappedText;
  readonly value: Value;
}

export type Value =
  | {
      readonly kind: "scalar";
      readonly text: MappedText;
      /** Not in quotes: `null`, `true` and `12` are no texts then. */
      readonly plain: boolean;
    }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  | { readonly kind: "map"; readonly entries: readonly Entry[] };

export interface Entries {
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
}

/** @returns a function that tells the line, from 1, of an offset into the file's text */
export function lineOf(raw: string): (offset: number) => number {
  return (offset) => {
    let line = 1;
    for (let i = raw.indexOf("\n"); i !== -1 && i < offset; i = raw.indexOf("\n", i + 1)) line++;
    return line;
  };
}
