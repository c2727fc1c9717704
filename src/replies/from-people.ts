import type { Somebody, Who } from "../answering/people/people.ts";
import { quoteInline } from "./answer-text.ts";
import { counted } from "./counted.ts";
import { shorten } from "./excerpt.ts";
import { moreActions } from "./list-actions.ts";
import type { Field, Reply, ReplyItem } from "./reply.ts";

/** Statements, and names, on a page. */
const STATEMENTS = 5;
const NAMES = 20;
/** Other names that are told, and people where a name is several's or nobody's. */
const MAX_OTHER_NAMES = 6;
const MAX_NAMED = 10;
const MAX_TYPED = 60;

export interface PeopleReplyOptions {
  /** How many statements, or names, earlier pages showed. */
  readonly from: number;
  /** How commands are called where the reply is shown. */
  readonly formatCommand: (command: string) => string;
}

/** Who somebody is, in the documents' words; or whom the name may mean; or that there is nobody of that name. */
export function whoReply(typed: string, who: Who, options: PeopleReplyOptions): Reply {
  const name = shorten(typed.trim().replace(/\s+/g, " "), MAX_TYPED);
  switch (who.status) {
    case "found":
      return told(who, options);
    case "several": {
      const { people } = who;
      const text = `“${name}” may be ${people.length} of those that the documents name: ask with the full name.`;
      return list(text, people.slice(0, MAX_NAMED), people.length > MAX_NAMED ? people.length - MAX_NAMED : 0);
    }
    case "unknown": {
      const text = `The documents name nobody called “${name}”.`;
      const { nearest } = who;
      const all = { kind: "footer" as const, text: `All that they name: ${options.formatCommand("who")}` };
      if (nearest.length === 0) return { summary: text, items: [{ kind: "notice", tone: "info", text }, all] };
      const items: ReplyItem[] = [
        { kind: "notice", tone: "info", text },
        { kind: "prose", text: "Names that come nearest:" },
        { kind: "fields", fields: nearest.map(toField) },
        all,
      ];
      return { summary: text, items };
    }
    default:
      return who satisfies never;
  }
}

function told(who: Extract<Who, { status: "found" }>, { from, formatCommand }: PeopleReplyOptions): Reply {
  const { somebody, introductions, introduces, statements, namesakes } = who;
  const { name, otherNames } = somebody;
  const items: ReplyItem[] = [{ kind: "heading", text: name }];
  if (from === 0) {
    if (!introduces) items.push({ kind: "prose", text: notSaid(somebody) });
    for (const [i, { excerpt, copies }] of introductions.entries()) {
      if (i === 1) items.push({ kind: "prose", text: "In other sources:" });
      items.push({ kind: "excerpt", number: i + 1, excerpt, role: i === 0 ? "best" : "entry", agreement: copies });
    }
    if (otherNames.length > 0) {
      items.push({ kind: "prose", text: `Also called: ${otherNames.slice(0, MAX_OTHER_NAMES).join(", ")}` });
    }
    if (namesakes.length > 0) {
      const others = namesakes.slice(0, MAX_NAMED).map((one) => one.name);
      items.push({ kind: "prose", text: `Of the same name: ${others.join(", ")}` });
    }
  }
  // A first page shows as many quotes in all, whoever introduces somebody.
  const room = from === 0 ? STATEMENTS + 1 - introductions.length : STATEMENTS;
  const shown = statements.slice(from, from + room);
  if (shown.length > 0 && from === 0) items.push({ kind: "prose", text: "What the documents tell:" });
  for (const [i, excerpt] of shown.entries()) {
    items.push({ kind: "excerpt", number: introductions.length + from + i + 1, excerpt, role: "entry", agreement: [] });
  }
  if (from > 0 && shown.length === 0) items.push({ kind: "notice", tone: "info", text: "That was all." });
  const next = statements.length > from + room ? from + room : null;
  const actions = moreActions("who", { name }, next);
  actions.push({ role: "other", label: "Everybody", command: "who", options: {} });
  items.push({ kind: "actions", actions });
  items.push({ kind: "footer", text: `${whereTold(somebody)} · all names: ${formatCommand("who")}` });
  const [best] = introductions;
  return { summary: best === undefined ? name : `${name}: ${quoteInline(best.excerpt)}`, items };
}

/** The people and organisations that the documents tell of. */
export function peopleReply(people: readonly Somebody[], { from, formatCommand }: PeopleReplyOptions): Reply {
  if (people.length === 0) {
    const text = "I found nobody by name in the documents, and no organisation.";
    const hint = `See with ${formatCommand("sources")} what they are.`;
    return {
      summary: text,
      items: [
        { kind: "notice", tone: "info", text },
        { kind: "prose", text: hint },
      ],
    };
  }
  const ordered = [
    ...people.filter(({ kind }) => kind === "person"),
    ...people.filter(({ kind }) => kind !== "person"),
  ];
  const persons = ordered.filter(({ kind }) => kind === "person").length;
  const others = ordered.length - persons;
  const heading = [
    ...(persons === 0 ? [] : [counted(persons, "person", "people")]),
    ...(others === 0 ? [] : [counted(others, "organisation")]),
  ].join(" and ");
  const shown = ordered.slice(from, from + NAMES);
  const items: ReplyItem[] = [{ kind: "heading", text: heading }];
  for (const [kind, label] of [
    ["person", "People"],
    ["organisation", "Organisations"],
  ] as const) {
    const fields = shown.filter((one) => one.kind === kind).map(toField);
    if (fields.length > 0)
      items.push({ kind: "prose", text: `${label}, most told of first:` }, { kind: "fields", fields });
  }
  if (shown.length === 0) items.push({ kind: "notice", tone: "info", text: "That was all." });
  if (ordered.length > from + NAMES) {
    items.push({ kind: "actions", actions: moreActions("who", {}, from + NAMES) });
  }
  items.push({ kind: "footer", text: `For one of them: ${formatCommand("who")} ${shown[0]?.name ?? ""}`.trim() });
  return {
    summary: `${heading}: ${ordered
      .slice(0, 5)
      .map(({ name }) => name)
      .join(", ")}`,
    items,
  };
}

function list(text: string, people: readonly Somebody[], more: number): Reply {
  return {
    summary: text,
    items: [
      { kind: "notice", tone: "info", text },
      { kind: "fields", fields: people.map(toField) },
      ...(more > 0 ? [{ kind: "footer" as const, text: `and ${more} more` }] : []),
    ],
  };
}

function toField(somebody: Somebody): Field {
  return { name: somebody.name, value: whereTold(somebody) };
}

function whereTold({ sentences, documents }: Somebody): string {
  return `${counted(sentences, "sentence")} in ${counted(documents, "document")}`;
}

function notSaid({ kind }: Somebody): string {
  if (kind === "person") return "I found no sentence that says who this is. Named in:";
  return "I found no sentence that says what this is. Named in:";
}
