import type { Answer } from "../answering/answer.ts";
import type { AskOptions, Knowledge } from "../answering/knowledge.ts";
import { PERHAPS } from "../ranking/confidence/calibration.ts";
import { place } from "../replies/citation.ts";
import { splitLeaning } from "../store/leaning.ts";
import type { AskedQuestion, CastVote, Store } from "../store/store.ts";
import { groupAlike } from "./alike.ts";
import { countDays, dayOf, firstDay, timeOf } from "./figures.ts";
import type { DocumentUse, NearestPassage, Outcome, Report, UnansweredGroup, VotedDown } from "./report.ts";

export interface ReportOptions {
  readonly store: Pick<Store, "listAsked" | "listVotes">;
  /** The documents as they are now: what was not answered is asked of them again. */
  readonly knowledge: Pick<Knowledge, "sources" | "ask">;
  /** Days until now. */
  readonly days: number;
  /** Tell the ids of who asked and who voted. */
  readonly withPeople?: boolean;
  /** Tell in words what not everyone there could read. */
  readonly withPrivate?: boolean;
  /** Questions to ask again at the most; each takes some milliseconds. */
  readonly mostAsked?: number;
  /** Epoch milliseconds; for tests. */
  readonly now?: number;
}

/** Wordings that are grouped at the most, those asked most: each is held against each. */
const MAX_GROUPED = 1_000;
const MOST_ASKED = 300;
const DAY = 86_400_000;
/** Mentions as the platforms write them, which name a person. */
const MENTION = /<@!?[A-Z0-9]+(?:\|[^>]*)?>/g;

/** Sums up what was asked in the last days, and asks again what was not answered. */
export async function makeReport(options: ReportOptions): Promise<Report> {
  const { store, knowledge, days, withPeople = false, withPrivate = false, now = Date.now() } = options;
  const since = now - days * DAY;
  const words = (text: string) => (withPeople ? text : text.replace(MENTION, "@somebody"));
  const asked = (await store.listAsked(since)).map((one) => ({ ...one, question: words(one.question) }));
  const votes = await store.listVotes(since);
  const missed = asked.filter((one) => !one.isAnswered);
  const told = missed.filter(({ isPrivate }) => withPrivate || !isPrivate);
  const down = votes.filter(({ vote, question }) => vote === "down" && question !== null);
  const downTold = down.filter(({ isPrivate }) => withPrivate || !isPrivate);
  const count = (outcome: Outcome) => asked.filter((one) => outcomeOf(one) === outcome).length;
  const groups = await groupMissed(told, withPeople);
  const [from, to] = [firstDay(asked[0]?.created, { since, now }), dayOf(now)];
  const again: UnansweredGroup[] = [];
  for (const [i, group] of groups.entries()) {
    again.push(i < (options.mostAsked ?? MOST_ASKED) ? { ...group, ...(await askAgain(knowledge, group)) } : group);
  }
  return {
    from,
    to,
    totals: {
      asked: asked.length,
      answered: count("answered"),
      unsure: count("unsure"),
      unanswered: count("unanswered"),
      private: asked.filter(({ isPrivate }) => isPrivate).length,
    },
    days: countDays(
      asked.map((one) => ({ created: one.created, outcome: outcomeOf(one) })),
      { first: from, last: to },
    ),
    unanswered: again,
    votes: {
      up: votes.filter(({ vote }) => vote === "up").length,
      down: votes.filter(({ vote }) => vote === "down").length,
    },
    votedDown: listVotedDown(
      downTold.map((vote) => ({ ...vote, question: words(vote.question ?? "") })),
      withPeople,
    ),
    withheld: { unanswered: missed.length - told.length, votedDown: down.length - downTold.length },
    documents: listDocuments(asked, votes, knowledge.sources),
    time: timeOf(asked.flatMap(({ milliseconds }) => milliseconds ?? [])),
    withPeople,
    withPrivate,
  };
}

function outcomeOf({ isAnswered, confidence }: AskedQuestion): Outcome {
  return isAnswered ? "answered" : (confidence ?? 0) >= PERHAPS ? "unsure" : "unanswered";
}

async function groupMissed(missed: readonly AskedQuestion[], withPeople: boolean): Promise<UnansweredGroup[]> {
  const wordings = byKey(missed, ({ question }) => keyOf(question));
  wordings.sort((a, b) => b.length - a.length || compare(keyOf(first(a).question), keyOf(first(b).question)));
  const grouped = wordings.slice(0, MAX_GROUPED);
  const alike = await groupAlike(grouped.map((rows) => first(rows).question));
  const groups = alike.map((members) => {
    const [named = [], ...others] = members.map((member) => grouped[member] ?? []);
    const all = [...named, ...others.flat()];
    return {
      question: last(named).question,
      others: others.map((rows) => last(rows).question),
      count: all.length,
      unsure: all.filter((one) => outcomeOf(one) === "unsure").length,
      last: dayOf(Math.max(...all.map(({ created }) => created))),
      now: null,
      nearest: null,
      ...(withPeople ? { people: peopleOf(all) } : {}),
    };
  });
  return groups.sort((a, b) => b.count - a.count || compare(b.last, a.last) || compare(a.question, b.question));
}

/** Differences of case, space and final marks make no other question. */
function keyOf(question: string): string {
  return question
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s?!.…]+$/, "");
}

async function askAgain(
  knowledge: Pick<Knowledge, "ask">,
  { question }: UnansweredGroup,
): Promise<{ now: Outcome; nearest: NearestPassage | null }> {
  const { history, text } = splitLeaning(question);
  const options: AskOptions = { limit: 1, history };
  const answer = await knowledge.ask(text, options);
  const { status, confidence } = answer;
  return {
    now: status === "answered" ? status : confidence >= PERHAPS ? "unsure" : status,
    nearest: nearestOf(answer),
  };
}

function nearestOf({ excerpts: [excerpt] }: Answer): NearestPassage | null {
  if (excerpt === undefined) return null;
  const { text, answer, source } = excerpt;
  return {
    text: text.slice(answer.start, answer.end),
    document: source.id,
    title: source.title,
    place: place(excerpt),
  };
}

function listVotedDown(votes: readonly (CastVote & { question: string })[], withPeople: boolean): VotedDown[] {
  const listed = byKey(votes, ({ question }) => keyOf(question)).map((rows) => ({
    question: last(rows).question,
    votes: rows.length,
    document: rows.findLast(({ source }) => source !== null)?.source ?? null,
    last: dayOf(last(rows).created),
    ...(withPeople ? { people: peopleOf(rows) } : {}),
  }));
  return listed.sort((a, b) => b.votes - a.votes || compare(b.last, a.last) || compare(a.question, b.question));
}

function listDocuments(
  asked: readonly AskedQuestion[],
  votes: readonly CastVote[],
  sources: Knowledge["sources"],
): DocumentUse[] {
  const titles = new Map<string, string | null>();
  for (const { source } of [...asked, ...votes]) if (source !== null) titles.set(source, null);
  for (const { source } of sources) titles.set(source.id, source.title);
  const documents = [...titles].map(([id, title]) => ({
    id,
    title,
    answered: asked.filter(({ source }) => source === id).length,
    up: votes.filter(({ source, vote }) => source === id && vote === "up").length,
    down: votes.filter(({ source, vote }) => source === id && vote === "down").length,
  }));
  return documents.sort((a, b) => b.answered - a.answered || compare(a.id, b.id));
}

function peopleOf(rows: readonly { readonly platform: string; readonly user: string | null }[]): string[] {
  return [...new Set(rows.map(({ platform, user }) => (user === null ? "not known" : `${platform} ${user}`)))].sort();
}

/** Groups rows that have the same key, in the order in which the keys come. */
function byKey<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  return [...Map.groupBy(rows, key).values()];
}

function first<T>(rows: readonly T[]): T {
  return rows[0] as T;
}

function last<T>(rows: readonly T[]): T {
  return rows.at(-1) as T;
}

/** By code unit: the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
