import { readMessage } from "../text/plain-message.ts";
import type { NamedSource, SourceNames } from "./source-names.ts";

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
export async function readBySource(question: string, openNames: () => Promise<SourceNames>): Promise<BySource | null> {
  const { text, typed } = readMessage(question);
  for (const { needs, pattern } of PATTERNS) {
    const found = needs.test(text) ? pattern.exec(text) : null;
    const groups = found?.indices?.groups;
    if (groups === undefined) continue;
    const names = await openNames();
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

/** Each publisher once, as far as they are shown. */
function unique(sources: readonly NamedSource[]): NamedSource[] {
  return [...new Map(sources.map((source) => [source.ids.join("\n"), source])).values()].slice(0, MAX_NAMED);
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
    const found = longestName(text.slice(at), names);
    if (found === null) break;
    sources.push(found.source);
    at += found.length + 1;
    at += OUTLET.exec(`${text.slice(at)} `)?.[0].length ?? 0;
    end = Math.min(at, text.length);
    if (at >= text.length) break;
  }
  return sources.length === 0 ? null : { sources, end };
}

/** @returns the source of the longest name that a text begins with, and how long that is */
function longestName(text: string, names: SourceNames) {
  const words = text.split(" ");
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(" ");
    const source = names.get(name);
    if (source !== null) return { source, length: name.length };
  }
  return null;
}
