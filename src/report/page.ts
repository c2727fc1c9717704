import { formatDate } from "../replies/citation.ts";
import { counted } from "../replies/counted.ts";
import { capital } from "../text/capital.ts";
import { drawDays, OUTCOMES } from "./chart.ts";
import { summarise } from "./headline.ts";
import { escapeHtml, words } from "./markup.ts";
import type { DocumentUse, Report, UnansweredGroup, VotedDown } from "./report.ts";
import { STYLE } from "./style.ts";

/** Groups, answers and documents on the page; all of them are in the JSON and the CSV. */
const MAX_GROUPS = 100;
const MAX_VOTED_DOWN = 50;
const MAX_DOCUMENTS = 25;
/** Characters of a quote. */
const MAX_QUOTE = 400;

/** The report as one page of HTML: it needs no server, no network and no script, and its policy lets none in. */
export function reportPage(report: Report): string {
  const { from, to, totals, time } = report;
  const range = `${formatDate(from)} to ${formatDate(to)}`;
  const figures: readonly (readonly [name: string, value: string, className: string])[] = [
    ["Questions", String(totals.asked), ""],
    ...OUTCOMES.map((outcome) => [capital(outcome), String(totals[outcome]), outcome] as const),
    ["Time, median", time === null ? "–" : `${time.median} ms`, ""],
    ["Time, 95 of 100", time === null ? "–" : `${time.p95} ms`, ""],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>What people asked: ${range}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What people asked, and what the documents lack</h1>
<p class="quiet">${range}, days in UTC. ${escapeHtml(privacyOf(report))}</p>
<p class="lead">${words(summarise(report))}</p>
<dl class="figures">
${figures.map(([name, value, className]) => `<div class="${className}"><dt>${name}</dt><dd>${value}</dd></div>`).join("\n")}
</dl>
${drawDays(report.days)}
<p class="quiet">${OUTCOMES.map((outcome) => `<span class="key ${outcome}"></span>${outcome}`).join("")}</p>
${unanswered(report)}
${votes(report)}
${documents(report.documents)}
</body>
</html>
`;
}

function privacyOf({ totals, withPeople, withPrivate }: Report): string {
  const people = withPeople
    ? "It tells the ids of who asked: treat it as confidential."
    : "It tells of nobody who asked or voted.";
  if (totals.private === 0) return people;
  const of = `${counted(totals.private, "question")} could not be read by everyone there (direct messages, answers for one person alone, closed channels)`;
  return withPrivate
    ? `${people} ${of}: their words are in it.`
    : `${people} ${of}: counted here, their words left out.`;
}

function unanswered({ unanswered: groups, withheld, totals }: Report): string {
  const heading = `<h2>Without an answer</h2>`;
  const left = withheld.unanswered;
  const more = left === 0 ? "" : note(`${counted(left, "more question")}, asked in private, whose words are left out.`);
  if (groups.length === 0) return `${heading}${totals.asked - totals.answered === 0 ? note("None.") : ""}${more}`;
  const shown = groups.slice(0, MAX_GROUPS);
  const rest = groups.length - shown.length;
  return `${heading}
<p class="quiet">Alike questions together, those asked most first, each with the passage that comes nearest in the documents as they are now.</p>
<ol class="groups">
${shown.map(group).join("\n")}
</ol>
${rest === 0 ? "" : note(`And ${rest} more: --json and --csv have them all.`)}${more}`;
}

function group({ question, others, count, unsure, last, now, nearest, people }: UnansweredGroup): string {
  const state = now === "answered" ? `<span class="now answered">answered now</span>` : "";
  const sure = unsure === 0 ? "" : `, ${unsure === count ? "unsure" : `${unsure} of them unsure`}`;
  const lines = [
    `<div>${words(question, "span", "question")}${state}</div>`,
    `<p class="quiet">Last on ${formatDate(last)}${sure}</p>`,
  ];
  if (others.length > 0) {
    lines.push(
      `<details><summary>${counted(others.length, "other wording")}</summary>${others.map((other) => words(other, "p")).join("")}</details>`,
    );
  }
  if (people !== undefined) lines.push(`<p class="quiet">Asked by ${escapeHtml(people.join(", "))}</p>`);
  if (nearest !== null) {
    const quote = nearest.text.length > MAX_QUOTE ? `${nearest.text.slice(0, MAX_QUOTE)}…` : nearest.text;
    const says = now === "answered" ? "Answers it now" : now === "unsure" ? "May answer it now" : "Nearest";
    const where = `${says}: ${nearest.title} · ${nearest.place}`;
    lines.push(`${words(quote, "blockquote")}<p class="quiet">${words(where)}</p>`);
  }
  return `<li><div class="count">${count}×</div><div>${lines.join("")}</div></li>`;
}

function votes({ votes: { up, down }, votedDown, withheld }: Report): string {
  const rows = votedDown.slice(0, MAX_VOTED_DOWN).map(votedRow);
  const [rest, left] = [votedDown.length - rows.length, withheld.votedDown];
  const table =
    rows.length === 0
      ? ""
      : `<table><thead><tr><th>Voted down</th><th>Answered from</th><th class="number">Votes</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return `<h2>Votes</h2>
<p>${up} helpful · ${down} not helpful</p>
${table}${rest === 0 ? "" : note(`And ${rest} more.`)}${left === 0 ? "" : note(`${counted(left, "more vote")} against answers given in private, whose questions are left out.`)}`;
}

function votedRow({ question, votes: count, document, last, people }: VotedDown): string {
  const who = people === undefined ? "" : `<br><span class="quiet">${escapeHtml(people.join(", "))}</span>`;
  return `<tr><td>${words(question)} <span class="quiet">${formatDate(last)}</span>${who}</td><td>${words(document ?? "not known")}</td><td class="number">${count}</td></tr>`;
}

function documents(all: readonly DocumentUse[]): string {
  const answering = all.filter(({ answered }) => answered > 0);
  const never = all.filter(({ answered, title }) => answered === 0 && title !== null);
  const most = answering[0]?.answered ?? 1;
  const rows = answering.slice(0, MAX_DOCUMENTS).map(({ id, title, answered, up, down }) => {
    const name = `${words(title ?? "no longer in the folder")} <span class="quiet">${words(id)}</span>`;
    const bar = `<div class="bar" style="width:${Math.round((100 * answered) / most)}%"></div>`;
    return `<tr><td>${name}</td><td class="bars">${bar}</td><td class="number">${answered}</td><td class="number">${up}</td><td class="number">${down}</td></tr>`;
  });
  const rest = answering.length - rows.length;
  const table = `<table><thead><tr><th>Document</th><th></th><th class="number">Answers</th><th class="number">Helpful</th><th class="number">Not</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return `<h2>Documents that answer</h2>
${rows.length === 0 ? note("None yet.") : table}${rest === 0 ? "" : note(`And ${rest} more.`)}
<h2>Documents that never do</h2>
${never.length === 0 ? note("None.") : `<p>${never.map(({ id, title }) => `${words(title ?? id)} <span class="quiet">${words(id)}</span>`).join("<br>")}</p>`}`;
}

function note(text: string): string {
  return `<p class="quiet">${escapeHtml(text)}</p>`;
}
