import { defineCommand } from "../src/command.ts";
import { type FolderReport, leftOut } from "../src/documents/report.ts";
import { cite, formatDate } from "../src/replies/citation.ts";
import { shorten } from "../src/replies/excerpt.ts";
import { shownExcerpts } from "../src/replies/from-answer.ts";
import { isShown } from "../src/replies/from-parts.ts";
import { notice } from "../src/replies/notice.ts";
import type { Field, Reply, SourceEntry } from "../src/replies/reply.ts";
import { askInParts } from "./parts.ts";

/** Excerpts whose sources a button lists: those that the first page of the answer shows. */
const CITED = 3;

export const sources = defineCommand({
  name: "sources",
  description: "List the documents, or show one in full with how to cite it",
  visibility: "private",
  options: {
    source: {
      kind: "text",
      description: "A number of the list, or an id",
      max: 200,
      complete: (typed, knowledge) =>
        knowledge.sources
          .map(({ source }, i) => ({ name: `${i + 1}. ${source.title}`, value: source.id }))
          .filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.trim().toLowerCase())),
    },
    cited: { kind: "text", description: "A question: list what its answer cites", max: 1_000, hidden: true },
  },
  async run({ source, cited }, { knowledge, history, formatCommand }) {
    const all = knowledge.sources.map((summary, i) => ({ number: i + 1, ...summary }));
    if (cited !== undefined) {
      const parts = await askInParts(cited, { knowledge, history });
      const answers = parts?.map(({ answer }) => answer).filter(isShown) ?? [
        await knowledge.ask(cited, { limit: CITED, history }),
      ];
      const shown = answers.flatMap((answer) => [...shownExcerpts(answer, CITED), ...answer.agreement]);
      const ids = new Set(shown.map(({ source: { id } }) => id));
      return list(
        `Sources of “${shorten(answers[0]?.leansOn ?? cited, 100)}”`,
        all.filter((entry) => ids.has(entry.source.id)),
      );
    }
    if (source === undefined || source.trim() === "") {
      const heading = all.length === 1 ? "1 source" : `${all.length} sources`;
      return list(heading, all, [`For one in full: ${formatCommand("sources")} 1`, ...notRead(knowledge.report)]);
    }
    const found = find(all, source.trim());
    const [entry] = found;
    if (entry !== undefined && found.length === 1) return full(entry);
    if (found.length > 1) return list(`“${shorten(source.trim(), 60)}” is ${found.length} sources`, found);
    const text = `There is no source “${shorten(source.trim(), 60)}”: see with ${formatCommand("sources")} which there are.`;
    return notice("warning", text);
  },
});

/**
 * Finds a source by its id, its number, or the end of its id: "report" is found as "2019/report", and as "report.md" where
 * there is a "report.txt" too.
 */
function find(all: readonly SourceEntry[], wanted: string): readonly SourceEntry[] {
  const name = wanted.toLowerCase();
  const byId = all.filter(({ source }) => source.id.toLowerCase() === name);
  if (byId.length > 0) return byId;
  if (/^\d+$/.test(wanted)) return all.filter(({ number }) => number === Number(wanted));
  return all.filter(({ source }) => {
    const id = source.id.toLowerCase();
    return [id, id.replace(/\.[^./]+$/, "")].some((end) => end === name || end.endsWith(`/${name}`));
  });
}

/** Left-out files that the list names. */
const MAX_NAMED = 3;

function notRead(report: FolderReport | null): string[] {
  const files = report === null ? [] : leftOut(report);
  if (files.length === 0) return [];
  const named = files
    .slice(0, MAX_NAMED)
    .map(({ file, reason }) => `${shorten(file, 80)} ${shorten(reason ?? "", 160)}`);
  const more = files.length > MAX_NAMED ? `; and ${files.length - MAX_NAMED} more` : "";
  return [`Not read: ${named.join("; ")}${more}`];
}

function list(heading: string, entries: readonly SourceEntry[], hints: readonly string[] = []): Reply {
  return {
    summary: heading,
    items: [
      { kind: "heading", text: heading },
      { kind: "sources", sources: entries },
      ...hints.map((text) => ({ kind: "footer" as const, text })),
    ],
  };
}

/** A date that was taken from elsewhere than the field for it says where. */
function publication({ published, publishedFrom }: SourceEntry["source"]): string {
  if (published === null) return "not given";
  return `${formatDate(published)}${publishedFrom === null ? "" : ` (taken from: ${publishedFrom})`}`;
}

function full({ source, passageCount }: SourceEntry): Reply {
  const fields: Field[] = [
    { name: "Publisher", value: source.publisher ?? "not named" },
    { name: "Author", value: source.author ?? "not named" },
    { name: "Published", value: publication(source) },
    { name: "Link", value: source.url ?? "none" },
    { name: "Id", value: source.id },
    { name: "Passages", value: String(passageCount) },
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
