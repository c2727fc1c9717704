import type { SourceSummary } from "../src/answering/knowledge.ts";
import { defineCommand } from "../src/command.ts";
import { type FileReport, type FolderReport, keptFiles, leftOut } from "../src/documents/report.ts";
import { cite, formatDate } from "../src/replies/citation.ts";
import { counted } from "../src/replies/counted.ts";
import { shorten } from "../src/replies/excerpt.ts";
import { shownExcerpts } from "../src/replies/from-answer.ts";
import { isShown } from "../src/replies/from-parts.ts";
import { moreActions } from "../src/replies/list-actions.ts";
import { notice } from "../src/replies/notice.ts";
import type { Field, Reply, ReplyItem, SourceEntry } from "../src/replies/reply.ts";
import { fold } from "../src/text/fold.ts";
import { changedSince, formatTime, lastChange, readSince, type Since } from "./changed-sources.ts";
import { askInParts } from "./parts.ts";
import { quoted, withChange } from "./quoted.ts";

/** Sources on a page: what the tighter platform shows whole. */
const PAGE = 10;
/** Sources of one answer on a page: Slack shows them in a window that turns its own pages. */
const MAX_CITED = 50;
/** Excerpts whose sources a button lists: those that the first page of the answer shows. */
const CITED = 3;

export const sources = defineCommand({
  name: "sources",
  description: "List the documents, or show one in full with how to cite it",
  visibility: "private",
  options: {
    source: {
      kind: "text",
      description: "A number of the list, an id, words of a title, publisher or author; or: new, since 3 May 2024",
      max: 200,
      complete: (typed, knowledge) =>
        knowledge.sources
          .map(({ source }, i) => ({ name: `${i + 1}. ${source.title}`, value: source.id }))
          .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.trim().toLowerCase())),
    },
    cited: { kind: "text", description: "A question: list what its answer cites", max: 1_000, hidden: true },
    quoted,
    from: { kind: "integer", description: "Sources to pass over", min: 0, max: 1_000_000, hidden: true },
  },
  async run({ source, cited, quoted: mark, from = 0 }, context) {
    const { knowledge, history, formatCommand } = context;
    const all = knowledge.sources.map((summary, i) => ({ number: i + 1, ...summary }));
    if (cited !== undefined) {
      const parts = await askInParts(cited, { knowledge, history });
      const answers = parts?.map(({ answer }) => answer).filter(isShown) ?? [
        await knowledge.ask(cited, { limit: CITED, history }),
      ];
      const shown = answers.flatMap((answer) => [...shownExcerpts(answer, CITED), ...answer.agreement]);
      const ids = new Set(shown.map(({ source: { id } }) => id));
      const entries = all.filter((entry) => ids.has(entry.source.id));
      const heading = `Sources of “${shorten(answers[0]?.leansOn ?? cited, 100)}”`;
      return withChange(list(heading, entries, { cited, from }), mark, cited, context);
    }
    const wanted = source?.trim() ?? "";
    if (wanted === "") {
      const heading = counted(all.length, "source");
      const command = formatCommand("sources");
      const search = all.length > PAGE ? `; to search: ${command} and words of a title` : "";
      const last = lastChange(all);
      const changed = last === null ? [] : [`Last changed: ${formatTime(last)}; what is new: ${command} new`];
      const hints = [`For one in full: ${command} 1${search}`, ...changed, ...notRead(knowledge.report)];
      return list(heading, all, { from }, from === 0 ? hints : []);
    }
    const named = find(all, wanted);
    const since = named.length > 0 ? null : readSince(wanted, Date.now(), performance.timeOrigin);
    if (since === "no date") {
      return notice("warning", `“${shorten(wanted, 60)}” has no date that I can read: try since 2024-05-03.`);
    }
    if (since !== null) return news(all, since, { source: wanted, from });
    const found = named.length > 0 ? named : search(all, wanted);
    const [entry] = found;
    if (entry !== undefined && found.length === 1) return full(entry);
    const quoted = `“${shorten(wanted, 60)}”`;
    if (found.length > 1) {
      const count = counted(found.length, "source");
      const heading = named.length > 0 ? `${quoted} is ${count}` : `${count} with ${quoted}`;
      return list(heading, found, { source: wanted, from });
    }
    const text = `There is no source ${quoted}: see with ${formatCommand("sources")} which there are.`;
    return notice("warning", text);
  },
});

/** The sources that are new or have changed since then. */
function news(all: readonly (SourceEntry & SourceSummary)[], since: Since, page: PageOptions): Reply {
  const changed = changedSince(all, since);
  const last = lastChange(all);
  if (changed.length > 0) {
    const heading = `${counted(changed.length, "source")} new or changed since ${since.words}`;
    return list(heading, changed, page, last === null ? [] : [`Last changed: ${formatTime(last)}`]);
  }
  const when = last === null ? "" : ` The last change was on ${formatTime(last)}.`;
  return notice("info", `Nothing is new since ${since.words}.${when}`);
}

/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Finds the sources whose title, id, publisher and author hold all of these words, or else words that begin with them. */
function search<S extends SourceEntry>(all: readonly S[], wanted: string): readonly S[] {
  const words = wordsOf(wanted);
  if (words.length === 0) return [];
  const holding = (matches: (one: string, word: string) => boolean) =>
    all.filter(({ source: { title, id, publisher, author } }) => {
      const there = wordsOf([title, id, publisher, author].filter((part) => part !== null).join(" "));
      return words.every((word) => there.some((one) => matches(one, word)));
    });
  const whole = holding((one, word) => one === word);
  if (whole.length > 0) return whole;
  return holding((one, word) => one.startsWith(word) || (UNSPACED.test(word) && one.includes(word)));
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(fold)
    .filter((word) => word !== "");
}

/**
 * Finds a source by its id, its number, or the end of its id: "report" is found as "2019/report", and as "report.md" where
 * there is a "report.txt" too.
 */
function find<S extends SourceEntry>(all: readonly S[], wanted: string): readonly S[] {
  const name = wanted.toLowerCase();
  const byId = all.filter(({ source }) => source.id.toLowerCase() === name);
  if (byId.length > 0) return byId;
  if (/^\d+$/.test(wanted)) return all.filter(({ number }) => number === Number(wanted));
  return all.filter(({ source }) => {
    const id = source.id.toLowerCase();
    return [id, id.replace(/\.[^./]+$/, "")].some((end) => end === name || end.endsWith(`/${name}`));
  });
}

/** Files not read that the list names. */
const MAX_NAMED = 3;

function notRead(report: FolderReport | null): string[] {
  if (report === null) return [];
  return [...withReasons("Not read", leftOut(report)), ...withReasons("Served as before", keptFiles(report))];
}

function withReasons(what: string, files: readonly FileReport[]): string[] {
  if (files.length === 0) return [];
  const named = files
    .slice(0, MAX_NAMED)
    .map(({ file, reason }) => `${shorten(file, 80)} ${shorten(reason ?? "", 160)}`);
  const more = files.length > MAX_NAMED ? `; and ${files.length - MAX_NAMED} more` : "";
  return [`${what}: ${named.join("; ")}${more}`];
}

/** What a page of a list is called up by. */
interface PageOptions {
  readonly source?: string;
  readonly cited?: string;
  /** Sources that earlier pages showed. */
  readonly from: number;
}

function list(
  heading: string,
  entries: readonly SourceEntry[],
  { from, ...options }: PageOptions,
  hints: readonly string[] = [],
): Reply {
  const page = options.cited === undefined ? PAGE : MAX_CITED;
  const shown = entries.slice(from, from + page);
  const title =
    entries.length > page && shown.length > 0 ? `${heading}: ${from + 1} to ${from + shown.length}` : heading;
  const more = moreActions("sources", { ...options }, entries.length > from + page ? from + page : null);
  const actions: ReplyItem[] = more.length === 0 ? [] : [{ kind: "actions", actions: more }];
  return {
    summary: title,
    items: [
      { kind: "heading", text: title },
      { kind: "sources", sources: shown },
      ...actions,
      ...hints.map((text) => ({ kind: "footer" as const, text })),
    ],
  };
}

/** A date that was taken from elsewhere than the field for it says where. */
function publication({ published, publishedFrom }: SourceEntry["source"]): string {
  if (published === null) return "not given";
  return `${formatDate(published)}${publishedFrom === null ? "" : ` (taken from: ${publishedFrom})`}`;
}

function full({ source, passageCount, changed }: SourceEntry & SourceSummary): Reply {
  const fields: Field[] = [
    { name: "Publisher", value: source.publisher ?? "not named" },
    { name: "Author", value: source.author ?? "not named" },
    { name: "Published", value: publication(source) },
    { name: "Link", value: source.url ?? "none" },
    { name: "Id", value: source.id },
    { name: "Passages", value: String(passageCount) },
    ...(changed === null ? [] : [{ name: "Changed", value: formatTime(changed) }]),
    { name: "Cite as", value: cite(source) },
  ];
  return {
    summary: source.title,
    items: [
      { kind: "heading", text: source.title },
      ...(source.note === null ? [] : [{ kind: "prose" as const, text: source.note }]),
      { kind: "fields", fields },
    ],
  };
}
