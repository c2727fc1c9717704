import type { Source } from "../documents/document.ts";
import { readMessage } from "../text/plain-message.ts";
import { stopWords } from "../text/stop-words.ts";
import { inRounds } from "./turns.ts";

/** Sources that a question names by one name, such as all articles of a paper. */
export interface NamedSource {
  readonly name: string;
  readonly ids: readonly string[];
}

/** Words of a person's name at the most, and endings of files that people type. */
const MAX_OF_PERSON = 3;
const ENDINGS = new Set("md mdx txt html htm pdf csv".split(" "));
const ARTICLE = "the ";

/** What the name of a paper ends in, and is left out in talk: "Fox" of "Fox News". */
const ENDING =
  /(?: (?:news|newspaper|times|post|magazine|daily|journal|agency|press|online|weekly|review|herald|gazette|com|org|net))+$/;
/** What is left of such a name then, and is none. */
const NO_NAME = new Set(
  "a an my new daily weekly national international local city world business free general public global sunday morning evening associated".split(
    " ",
  ),
);

/** A source that a name may mean. */
interface Called {
  readonly at: number;
  readonly source: Source;
  /** Whether the name means it without an article or an ending. */
  readonly isBare: boolean;
  /** Whether it is the name of its file or its title: people type such a name with the ending of a file too. */
  readonly takesEnding: boolean;
}

/** The names that sources go by; one that may mean several is none. */
export class SourceNames {
  readonly #called = new Map<string, Called[]>();

  private constructor() {}

  /** Goes through all sources, some at a time: whoever else asks something is answered in between. */
  static async open(sources: readonly Source[]): Promise<SourceNames> {
    const names = new SourceNames();
    await inRounds(sources.entries(), ([at, source]) => names.#add(at, source));
    return names;
  }

  #add(at: number, source: Source): void {
    const { publisher, title, id } = source;
    const add = (name: string, isBare: boolean, takesEnding: boolean) => {
      const called = this.#called.get(name);
      if (called === undefined) this.#called.set(name, [{ at, source, isBare, takesEnding }]);
      else called.push({ at, source, isBare, takesEnding });
    };
    for (const name of new Set([title, id, id.split("/").at(-1) ?? id].map(nameIn))) {
      // "Medvedev" may be a file, and is a person; "the rules" and "medvedev.md" are what they are called.
      add(name, name.split(" ").length > MAX_OF_PERSON, true);
    }
    for (const name of new Set(publisher === null ? [] : shortened(publisher))) add(name, true, false);
  }

  /**
   * @param name as it reads in lower case and without signs
   * @returns null where it is no source's, or may be that of several publishers or documents
   */
  get(name: string): NamedSource | null {
    if (name.length < 2 || NO_NAME.has(name) || stopWords.has(name)) return null;
    const [, stem = "", ending = ""] = /^(.*) (\S+)$/.exec(name) ?? [];
    const of = (called: string) => this.#called.get(called) ?? [];
    const meant = [
      ...of(name).filter(({ isBare }) => isBare),
      ...(name.startsWith(ARTICLE) ? of(name.slice(ARTICLE.length)) : []),
      ...(ENDINGS.has(ending) ? of(stem).filter(({ takesEnding }) => takesEnding) : []),
    ];
    const whose = ({ source }: Called) => source.publisher ?? source.id;
    const [first] = meant;
    if (first === undefined || meant.some((called) => whose(called) !== whose(first))) return null;
    const { publisher, title } = meant.sort((a, b) => a.at - b.at).at(-1)?.source ?? first.source;
    return { name: publisher ?? title, ids: [...new Set(meant.map(({ source }) => source.id))] };
  }
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
