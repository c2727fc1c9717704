import type { ResolvedDate } from "../answering/timeline/resolve-date.ts";
import type { Timeline, TimelineEntry } from "../answering/timeline/timeline.ts";
import { quoteInline } from "./answer-text.ts";
import { formatDate } from "./citation.ts";
import { counted } from "./counted.ts";
import { shorten } from "./excerpt.ts";
import { listActions } from "./list-actions.ts";
import { oneLine } from "./one-line.ts";
import type { Action, DateItem, Reply, ReplyItem } from "./reply.ts";
import { describeDate } from "./shown-date.ts";

/** Characters of what was asked about that a reply repeats. */
const MAX_ABOUT = 100;
/** Words named that stand in no document. */
const MAX_MISSING = 5;

export interface TimelineReplyOptions {
  /** As it was typed; null for everything. */
  readonly about: string | null;
  /** How many entries earlier pages showed. */
  readonly from: number;
  /** How commands are called where the reply is shown. */
  readonly formatCommand: (command: string) => string;
}

/** Puts a page of a timeline into the shape that every platform shows. */
export function timelineReply(timeline: Timeline, options: TimelineReplyOptions): Reply {
  return timeline.entries.length === 0 ? missed(timeline, options) : told(timeline, options);
}

function told({ entries, count, scope }: Timeline, { about, from }: TimelineReplyOptions): Reply {
  const subject = about === null ? "Timeline" : `Timeline: ${shorten(oneLine(about), MAX_ABOUT)}`;
  const shown =
    count === entries.length ? counted(count, "entry", "entries") : `${from + 1}–${from + entries.length} of ${count}`;
  const items: ReplyItem[] = [{ kind: "heading", text: `${subject} · ${shown}` }];
  if (from === 0) items.push(...countedFrom(scope));
  for (const day of daysOf(entries)) items.push(...dayItems(day, from + entries.indexOf(day[0])));
  const next = from + entries.length;
  items.push({
    kind: "actions",
    actions: listActions("timeline", about === null ? {} : { about }, next < count ? next : null),
  });
  const [first] = entries;
  return { summary: first === undefined ? subject : `${subject}: ${summaryOf(first)}`, items };
}

/** "Yesterday" is told from the newest document: the reader is to see that. */
function countedFrom({ counted: found }: Timeline["scope"]): ReplyItem[] {
  if (found === null) return [];
  const date = describeDate({ kind: "date", date: { iso: found.iso, partOfDay: null }, words: null });
  return [
    {
      kind: "prose",
      text: `“${found.words}” is ${date} here, counted from the newest document (${formatDate(found.from)}).`,
    },
  ];
}

function missed({ all, count, scope }: Timeline, { about, formatCommand }: TimelineReplyOptions): Reply {
  if (all.first === null || all.last === null) {
    const text = "No sentence of the documents tells a date that I am sure of.";
    const hint = `Ask about anything in them with ${formatCommand("ask")}, or see with ${formatCommand("sources")} what they are.`;
    return {
      summary: text,
      items: [
        { kind: "notice", tone: "info", text },
        { kind: "prose", text: hint },
      ],
    };
  }
  if (count > 0) {
    const text = `That was all: there ${count === 1 ? "is" : "are"} ${counted(count, "entry", "entries")}.`;
    return { summary: text, items: [{ kind: "notice", tone: "info", text }] };
  }
  const text = `Nothing that the documents date fits “${shorten(oneLine(about ?? "").trim(), MAX_ABOUT)}”.`;
  const items: ReplyItem[] = [{ kind: "notice", tone: "info", text }, ...countedFrom(scope)];
  if (scope.missing.length > 0) {
    const words = scope.missing.slice(0, MAX_MISSING).map((word) => `“${shorten(oneLine(word), 40)}”`);
    items.push({ kind: "prose", text: `In no document: ${words.join(", ")}.` });
  }
  items.push({
    kind: "prose",
    text: `Dated ${all.count === 1 ? "is" : "are"} ${counted(all.count, "thing")}, ${spanOf(all.first, all.last)}: see all with ${formatCommand("timeline")}.`,
  });
  const actions: Action[] = [{ role: "other", label: "Whole timeline", command: "timeline", options: {} }];
  return { summary: text, items: [...items, { kind: "actions", actions }] };
}

type Day = [TimelineEntry, ...TimelineEntry[]];

/** Runs of entries of one date. */
function daysOf(entries: readonly TimelineEntry[]): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = days.at(-1);
    if (day !== undefined && day[0].date.iso === entry.date.iso) day.push(entry);
    else days.push([entry]);
  }
  return days;
}

/** A date heads its entries. What it was resolved from stands beside it, or beside each entry where they differ. */
function dayItems(day: Day, from: number): ReplyItem[] {
  const first = dateItem(day[0]);
  const isShared = day.every((entry) => isSame(dateItem(entry), first));
  const { iso } = first.date;
  return [
    isShared ? first : { kind: "date", date: { iso, partOfDay: null }, words: null },
    ...day.map(({ date, excerpt, agreement }, i) => {
      const note = isShared ? "" : noteOf(date);
      const own = { kind: "excerpt", number: from + i + 1, excerpt, role: "entry", agreement } as const;
      return note === "" ? own : { ...own, note };
    }),
  ];
}

/** "early, from “on Friday”" */
function noteOf({ partOfDay, words }: ResolvedDate): string {
  const part = partOfDay === null || words?.toLowerCase().includes(partOfDay.toLowerCase()) ? [] : [partOfDay];
  return [...part, ...(words === null ? [] : [`from “${words}”`])].join(", ");
}

function dateItem({ date: { iso, partOfDay, words } }: TimelineEntry): DateItem {
  return { kind: "date", date: { iso, partOfDay }, words };
}

function isSame(a: DateItem, b: DateItem): boolean {
  return a.date.partOfDay === b.date.partOfDay && a.words === b.words;
}

function summaryOf(entry: TimelineEntry): string {
  return `${describeDate(dateItem(entry))}: ${quoteInline(entry.excerpt)}`;
}

/** "from 23 February 2011 to January 2017" */
function spanOf(first: ResolvedDate, last: ResolvedDate): string {
  if (first.iso === last.iso) return formatDate(first.iso);
  return `from ${formatDate(first.iso)} to ${formatDate(last.iso)}`;
}
