import { readMessage } from "../../text/plain-message.ts";
import { withoutCourtesies } from "./courtesies.ts";
import { readDate } from "./dates.ts";
import { differencesPatterns } from "./differences.ts";
import { matterPatterns, overviewPatterns } from "./overview.ts";
import { peoplePatterns } from "./people.ts";
import type { Patterns } from "./phrases.ts";
import { sourcesPatterns } from "./sources.ts";
import { readSaying, sourcesSayingPatterns } from "./sources-saying.ts";
import { timelinePatterns } from "./timeline.ts";
import { readName, whoPatterns } from "./who.ts";

/** What somebody may want of the documents as a whole, where no command is named. */
export interface Wish {
  readonly kind: "overview" | "timeline" | "people" | "who" | "differences" | "sources" | "sourcesSaying";
  /** What it is narrowed to, as it was typed: a date or place, a name, a matter, what the sources say. */
  readonly about: string | null;
}

interface Kind {
  readonly patterns: readonly Patterns[];
  /** For each group of the patterns, what reads its words. @returns null where it is no such wish after all */
  readonly groups?: Readonly<Record<string, (typed: string) => string | null>>;
}

const asTyped = (typed: string) => typed;

/** In the order in which they are tried: a name may be any words, and comes last. */
const kinds: Readonly<Record<Wish["kind"], Kind>> = {
  overview: { patterns: overviewPatterns },
  timeline: { patterns: timelinePatterns, groups: { about: asTyped, date: readDate } },
  people: { patterns: peoplePatterns },
  differences: { patterns: differencesPatterns, groups: { about: asTyped } },
  sources: { patterns: sourcesPatterns },
  sourcesSaying: { patterns: sourcesSayingPatterns, groups: { about: readSaying } },
  who: { patterns: whoPatterns, groups: { about: readName } },
};

const compiled = (Object.entries(kinds) as [Wish["kind"], Kind][]).flatMap(([kind, { patterns, groups = {} }]) =>
  patterns.map(({ needs = "", patterns: each }) => ({
    kind,
    groups,
    needs: new RegExp(needs, "u"),
    patterns: each.map((pattern) => new RegExp(`^(?:${pattern})$`, "du")),
  })),
);

const matters = matterPatterns.map((pattern) => new RegExp(`^(?:${pattern})$`, "du"));

/** All patterns here. */
export const wishPatterns: readonly RegExp[] = [
  ...compiled.flatMap(({ needs, patterns }) => [needs, ...patterns]),
  ...matters,
];

/** Characters of a wish at the most. */
const MAX_LENGTH = 160;

/**
 * Tells a wish for the documents as a whole ("what happened", "timeline", "who is Lavrov", "which source says 31") from a
 * question about something in them ("what happened to the school", "who is the owner of the keys"). A wish is made up of
 * the words of one of its patterns, to the last; what it is about stands where its pattern has room for that.
 *
 * @returns null for a question; of a "who" the name may be none that the documents know
 */
export function readWish(message: string): Wish | null {
  return message.length > MAX_LENGTH ? null : matchWish(readWordings(message));
}

/** A message as patterns are held against it: as it was typed, and without what only makes it polite. */
function readWordings(message: string) {
  const { text, typed } = readMessage(message);
  return { text, typed, wordings: withoutCourtesies(text) };
}

function matchWish({ text, typed, wordings }: ReturnType<typeof readWordings>): Wish | null {
  for (const { kind, groups, needs, patterns } of compiled) {
    if (!needs.test(text)) continue;
    for (const pattern of patterns) {
      for (const wording of wordings) {
        const match = pattern.exec(wording.text);
        if (match === null) continue;
        const [name, span] = Object.entries(match.indices?.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
        if (name === undefined || span === undefined) return { kind, about: null };
        const about = groups[name]?.(typed(wording.start + span[0], wording.start + span[1]));
        if (about !== undefined && about !== null) return { kind, about };
      }
    }
  }
  return null;
}

/**
 * Reads of what somebody wants an overview.
 *
 * @returns null where nobody does; `about` is null for all that the documents tell, else as it was typed
 */
export function readOverview(message: string): Pick<Wish, "about"> | null {
  if (message.length > MAX_LENGTH) return null;
  const read = readWordings(message);
  const wish = matchWish(read);
  if (wish !== null) return wish.kind === "overview" ? wish : null;
  for (const { text: wording, start } of read.wordings) {
    for (const pattern of matters) {
      const span = pattern.exec(wording)?.indices?.groups?.["about"];
      if (span !== undefined) return { about: read.typed(start + span[0], start + span[1]) };
    }
  }
  return null;
}
