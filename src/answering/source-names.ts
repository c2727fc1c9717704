import type { Source } from "../documents/document.ts";
import { readMessage } from "../text/plain-message.ts";
import { stopWords } from "../text/stop-words.ts";

/** Sources that a question names by one name, such as all articles of a paper. */
export interface NamedSource {
  readonly name: string;
  readonly ids: readonly string[];
}

/** Words of a person's name at the most, and endings of files that people type. */
const MAX_OF_PERSON = 3;
const ENDINGS = "md mdx txt html htm pdf csv".split(" ");

/** What sources go by, as it reads in lower case and without signs. */
export type SourceNames = ReadonlyMap<string, NamedSource>;

interface Known {
  name: string;
  readonly ids: Set<string>;
  /** The publishers, or documents, that the name may mean. */
  readonly of: Set<string>;
}

/** What the name of a paper ends in, and is left out in talk: "Fox" of "Fox News". */
const ENDING =
  /(?: (?:news|newspaper|times|post|magazine|daily|journal|agency|press|online|weekly|review|herald|gazette|com|org|net))+$/;
/** What is left of such a name then, and is none. */
const NO_NAME = new Set(
  "a an my new daily weekly national international local city world business free general public global sunday morning evening associated".split(
    " ",
  ),
);

/** The names that sources go by; one that may mean several is none. */
export function nameSources(sources: readonly Source[]): SourceNames {
  const known = new Map<string, Known>();
  for (const { publisher, title, id } of sources) {
    const file = id.split("/").at(-1) ?? id;
    const add = (name: string, of: string) => {
      if (name.length < 2 || NO_NAME.has(name) || stopWords.has(name)) return;
      const one = known.get(name) ?? { name: "", ids: new Set(), of: new Set() };
      one.name = publisher ?? title;
      one.ids.add(id);
      one.of.add(of);
      known.set(name, one);
    };
    for (const written of new Set([title, id, file])) {
      const name = nameIn(written);
      // "Medvedev" may be a file, and is a person; "the rules" and "medvedev.md" are what they are called.
      if (name.split(" ").length > MAX_OF_PERSON) add(name, publisher ?? id);
      add(`the ${name}`, publisher ?? id);
      for (const ending of ENDINGS) add(`${name} ${ending}`, publisher ?? id);
    }
    for (const name of new Set(publisher === null ? [] : shortened(publisher))) {
      add(name, publisher ?? id);
      add(`the ${name}`, publisher ?? id);
    }
  }
  const clear = [...known].filter(([, { of }]) => of.size === 1);
  return new Map(clear.map(([called, { name, ids }]) => [called, { name, ids: [...ids] }]));
}

/** As it reads in lower case and without signs and article. */
function nameIn(written: string): string {
  return readMessage(written).text.replace(/^the /, "");
}

/** "The New York Times (DealBook)": with and without what stands in brackets and what papers end in, and its initials. */
function shortened(publisher: string): string[] {
  const outer = nameIn(publisher.replace(/\s*\([^)]*\)/g, ""));
  const inner = Array.from(publisher.matchAll(/\(([^)]+)\)/g), ([, inside = ""]) => nameIn(inside));
  const words = outer.split(" ");
  const initials = words.length > 1 ? [words.map((word) => word[0]).join("")] : [];
  return [nameIn(publisher), outer, ...inner, outer.replace(ENDING, ""), ...initials];
}
