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
