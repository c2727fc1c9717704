import type { Agreement } from "../answering/answer.ts";
import type { Difference, DifferenceSide } from "../answering/differences/differences.ts";
import { shorten } from "./excerpt.ts";
import { listActions } from "./list-actions.ts";
import type { Action, Reply, ReplyItem } from "./reply.ts";

/** Quotes on a page: as many as fit the tighter platform, each with its citation. */
const PAGE = 6;
/** Characters of the words that differ, in a heading. */
const MAX_WORDS = 40;
/** Words that differ named in a heading. */
const MAX_NAMED = 6;
/** Characters of what was asked about that a reply repeats. */
const MAX_ABOUT = 100;

export interface DifferencesReplyOptions {
  /** What they were narrowed to; empty for all. */
  readonly about: string;
  /** How many quotes earlier pages showed. */
  readonly from: number;
  /** How many documents were compared. */
  readonly documents: number;
}

/** One quote of a matter, on the way to a page. */
interface Entry {
  readonly difference: Difference;
  readonly side: DifferenceSide;
  readonly position: number;
}

/** Where the sources differ, matter by matter: what each says, in its own words. */
export function differencesReply(
  differences: readonly Difference[],
  { about, from, documents }: DifferencesReplyOptions,
): Reply {
  if (differences.length === 0) return noDifferences(about, documents);
  const entries = differences.flatMap((difference) =>
    difference.sides.map((side, position): Entry => ({ difference, side, position })),
  );
  const shown = pageOf(entries, from);
  const items: ReplyItem[] = [];
  if (from === 0) items.push({ kind: "prose", text: `${headingOf(differences.length, about)}:` });
  let last: Difference | null = null;
  for (const [i, { difference, side, position }] of shown.entries()) {
    if (difference !== last) items.push({ kind: "heading", text: topicOf(difference, position > 0) });
    last = difference;
    items.push(toItem(difference, side, from + i + 1));
  }
  if (shown.length === 0) items.push({ kind: "notice", tone: "info", text: "That was all on which they differ." });
  const next = from + shown.length;
  items.push({
    kind: "actions",
    actions: listActions("differences", about === "" ? {} : { about }, next < entries.length ? next : null),
  });
  const [first] = differences;
  return {
    summary: first === undefined ? "" : `${topicOf(first, false)} (${headingOf(differences.length, about)})`,
    items,
  };
}

function noDifferences(about: string, documents: number): Reply {
  const on = about === "" ? "one matter" : `“${shorten(about, MAX_ABOUT)}”`;
  const text =
    documents < 2
      ? "There is one document only, so nothing to compare it with."
      : `I compared ${documents} documents and found no two that say different things of ${on}. That is no proof that they agree: I name a difference only where I am sure that it is one.`;
  const actions: Action[] = [{ role: "other", label: "All sources", command: "sources", options: {} }];
  if (about !== "" && documents > 1)
    actions.unshift({ role: "other", label: "All differences", command: "differences", options: {} });
  return {
    summary: text,
    items: [
      { kind: "notice", tone: "info", text },
      { kind: "actions", actions },
    ],
  };
}

/** A matter is not parted between two pages unless it fills more than one. */
function pageOf(entries: readonly Entry[], from: number): readonly Entry[] {
  const page = entries.slice(from, from + PAGE);
  const next = entries[from + PAGE];
  if (next === undefined || next.position === 0) return page;
  const whole = page.filter(({ difference }) => difference !== next.difference);
  return whole.length > 0 ? whole : page;
}

function headingOf(count: number, about: string): string {
  const on = about === "" ? "" : ` on “${shorten(about, MAX_ABOUT)}”`;
  return count === 1 ? `The sources differ on one thing${on}` : `The sources differ on ${count} things${on}`;
}

/** "On the number of diplomats: 35 or 31" */
function topicOf({ on, topic, sides }: Difference, isContinued: boolean): string {
  const of = topic === null ? "" : ` of ${shorten(topic, MAX_WORDS)}`;
  const words = [...new Set(sides.map((side) => lowerCase(side.words)))].map((one) => shorten(one, MAX_WORDS));
  const named = words.length > MAX_NAMED ? [...words.slice(0, MAX_NAMED - 1), "…"] : words;
  const list = named.length === 1 ? named[0] : `${named.slice(0, -1).join(", ")} or ${named.at(-1)}`;
  return `On the ${on}${of}${isContinued ? ", continued" : ""}: ${list}`;
}

/** "Fourteen" opens its sentence, and not the heading. */
function lowerCase(words: string): string {
  return /^(?:\p{Lu}{2,}|\p{Lu}\p{Ll}+)(?:\s|-|$)/u.test(words) &&
    /^(?:at|about|around|some|more|over|nearly|almost|up|less|fewer|as|roughly|approximately|under|below|an|only|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty|half|quarter)(?:\s|-|$)/iu.test(
      words,
    )
    ? words.toLowerCase()
    : words;
}

function toItem({ sides }: Difference, side: DifferenceSide, number: number): ReplyItem {
  const note = noteOf(side, sides.length);
  return {
    kind: "excerpt",
    number,
    excerpt: side.excerpt,
    role: "entry",
    agreement: side.others.map((other): Agreement => ({ relation: "agrees", on: null, words: null, ...other })),
    ...(note === null ? {} : { note }),
  };
}

function noteOf({ isNewest, corrects }: DifferenceSide, sides: number): string | null {
  if (corrects) return sides === 2 ? "corrects it" : "a correction";
  if (!isNewest) return null;
  return sides === 2 ? "newer" : "newest";
}
