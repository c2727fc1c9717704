import type { Source } from "../documents/document.ts";
import { readMessage } from "../text/plain-message.ts";
import { stopWords } from "../text/stop-words.ts";

/** Sources that a question names by one name, such as all articles of a paper. */
export interface NamedSource {
  readonly name: string;
  readonly ids: readonly string[];
}

/** A question about what some of the sources say. */
export interface BySource {
  /** In the order in which they are named; at most four. */
  readonly sources: readonly NamedSource[];
  /** What they are asked, as it was typed. */
  readonly question: string;
}

const MAX_NAMED = 4;
const SAY =
  "(?:say|says|said|report|reports|reported|write|writes|wrote|claim|claims|claimed|tell us|tells us|tell|tells|think|thinks|mention|mentions|have to say|has to say)";
/** What every word of SAY has in it. */
const SAYS = /sa[yi]|repo|writ|wrote|claim|tell|thin|menti/;
const ABOUT = "(?:about|on|of|regarding|concerning)";
const REST = "(?<rest>.+?)";
const S = "(?<one>.+?)";
/** Each with words that stand in all that it fits: compiling a pattern takes longer than reading most questions. */
const PATTERNS = (
  [
    [
      /(?:what|how) .*(?:what|how) /,
      `(?:what|how) (?:does|do|did) ${S} (?:${SAY} )?${ABOUT} ${REST} (?:and |but )?(?:what|how) (?:(?:does|do|did|about) )(?<two>.+?)(?: ${SAY})?(?: about (?:it|that|this))?`,
    ],
    [SAYS, `what (?:does|do|did) ${S} ${SAY} ${ABOUT} ${REST}`],
    [SAYS, `(?:does|do|did) ${S} (?:(?:all |also |both )?${SAY})(?: that| about)? ${REST}`],
    [/compare /, `compare (?:what )?${S}(?: ${SAY})? (?:${ABOUT}|for) ${REST}`],
    [/compare /, `compare (?:what )?${S} ${SAY} ${ABOUT} ${REST}`],
    [
      /agree|differ|contradict/,
      `(?:do|does|did) ${S} (?:agree|disagree|differ|contradict each other)(?: (?:with|from) (?<two>.+?))? (?:${ABOUT}|over|in) ${REST}`,
    ],
    [
      /differ|compare|disagree/,
      `(?:how|where) (?:do|does|did) ${S} (?:differ|compare|disagree)(?: (?:with|from|to) (?<two>.+?))? (?:${ABOUT}|over|in) ${REST}`,
    ],
    [
      /differences? between /,
      `(?:what (?:is|are|s) )?(?:the |any )?differences? between ${S} (?:${ABOUT}|over|in) ${REST}`,
    ],
    [/according to /, `according to (?<all>.+)`],
    [/according to /, `${REST} according to ${S}`],
  ] as const
).map(([needs, pattern]) => ({ needs, pattern: new RegExp(`^(?:(?:and|so|but) )*${pattern}$`, "du") }));
/** What may stand between names. */
const BETWEEN = /^(?:and|or|vs|versus|with|to|both|than|but) /;
const OUTLET = /^(?:(?:s )?(?:article|report|story|account|piece) )/;

/**
 * Reads what is asked of sources that are named: "what does the Courier say about the fire, and what does the Echo?",
 * "according to the Echo, how many were hurt", "compare the two on the number". A source goes by its publisher, its title,
 * its id, or the first words of one of these where they are no other's.
 *
 * @param openNames called only for a question of which some words may name a source
 * @returns null where a question names none, or something else in their place
 */
export function readBySource(question: string, openNames: () => SourceNames): BySource | null {
  const { text, typed } = readMessage(question);
  for (const { needs, pattern } of PATTERNS) {
    const found = needs.test(text) ? pattern.exec(text) : null;
    const groups = found?.indices?.groups;
    if (groups === undefined) continue;
    const names = openNames();
    const { one, two, rest, all } = groups as Record<string, [number, number] | undefined>;
    const read = all === undefined ? null : readNames(text.slice(...all), names);
    if (all !== undefined && read !== null && read.end > 0) {
      const start = all[0] + read.end;
      if (start < all[1]) return { sources: unique(read.sources), question: typed(start, all[1]) };
    }
    if (one === undefined || rest === undefined) continue;
    const listed = [one, two].flatMap((span) => {
      if (span === undefined) return [];
      const part = text.slice(...span);
      const list = readNames(part, names);
      return list === null || list.end < part.length ? [null] : list.sources;
    });
    if (listed.some((source) => source === null)) continue;
    const named = unique(listed.filter((source) => source !== null));
    if (named.length > 0) return { sources: named, question: typed(...rest) };
  }
  return null;
}

/** Words of a person's name at the most, and endings of files that people type. */
const MAX_OF_PERSON = 3;
const ENDINGS = "md mdx txt html htm pdf csv".split(" ");

/** Each publisher once, as far as they are shown. */
function unique(sources: readonly NamedSource[]): NamedSource[] {
  return [...new Map(sources.map((source) => [source.ids.join("\n"), source])).values()].slice(0, MAX_NAMED);
}

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

/** Reads names at the head of a text. @returns them, and where they end; null where it begins with none */
function readNames(text: string, names: SourceNames) {
  const sources: NamedSource[] = [];
  let at = 0;
  let end = 0;
  for (;;) {
    const between = BETWEEN.exec(text.slice(at))?.[0] ?? "";
    if (between !== "") {
      at += between.length;
      continue;
    }
    const rest = text.slice(at);
    const words = rest.split(" ");
    let count = words.length;
    while (count > 0 && !names.has(words.slice(0, count).join(" "))) count--;
    if (count === 0) break;
    const name = words.slice(0, count).join(" ");
    sources.push(names.get(name) as NamedSource);
    at += name.length + 1;
    at += OUTLET.exec(`${text.slice(at)} `)?.[0].length ?? 0;
    end = Math.min(at, text.length);
    if (at >= text.length) break;
  }
  return sources.length === 0 ? null : { sources, end };
}
