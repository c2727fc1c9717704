import { formatDate } from "../replies/citation.ts";
import { counted } from "../replies/counted.ts";
import { escapeHtml } from "./markup.ts";
import type { Outcome, Report } from "./report.ts";

/** From the bottom of a bar to its top. */
export const OUTCOMES: readonly Outcome[] = ["answered", "unsure", "unanswered"];

/** Pixels of the drawing, which grows with the page. */
const WIDTH = 720;
const HEIGHT = 180;
const LEFT = 34;
const TOP = 8;
const BOTTOM = 24;
/** Bars that are told apart at a glance; where there are more days, a bar is a week, or four. */
const MAX_BARS = 62;
const SPANS = [1, 7, 28] as const;

type Day = Report["days"][number];
type Bar = Record<Outcome, number> & { readonly from: string; readonly to: string };

/** Draws questions over time: a bar a day, answered below, then unsure, unanswered on top. */
export function drawDays(days: readonly Day[]): string {
  const span = SPANS.find((each) => days.length / each <= MAX_BARS) ?? SPANS[2];
  const bars = toBars(days, span);
  const most = niceCeiling(Math.max(1, ...bars.map(sumOf)));
  const [inner, height] = [WIDTH - LEFT, HEIGHT - TOP - BOTTOM];
  const step = inner / Math.max(1, bars.length);
  const y = (count: number) => TOP + height - (count / most) * height;
  const grid = [0, most / 2, most].map(
    (count) =>
      `<line x1="${LEFT}" x2="${WIDTH}" y1="${round(y(count))}" y2="${round(y(count))}"/><text x="${LEFT - 6}" y="${round(y(count) + 4)}" text-anchor="end">${count}</text>`,
  );
  const drawn = bars.map((bar, i) => {
    let below = 0;
    const width = Math.min(step * 0.8, 36);
    const x = LEFT + i * step + (step - width) / 2;
    const parts = OUTCOMES.map((outcome) => {
      const [from, to] = [below, below + bar[outcome]];
      below = to;
      if (from === to) return "";
      return `<rect class="${outcome}" x="${round(x)}" width="${round(width)}" y="${round(y(to))}" height="${round(y(from) - y(to))}"/>`;
    });
    return `<g><title>${escapeHtml(titleOf(bar))}</title>${parts.join("")}</g>`;
  });
  const labelled = [...new Set([0, Math.floor((bars.length - 1) / 2), bars.length - 1])].filter((i) => i >= 0);
  const labels = labelled.map((i) => {
    const anchor = i === 0 ? "start" : i === bars.length - 1 ? "end" : "middle";
    const x = i === 0 ? LEFT : i === bars.length - 1 ? WIDTH : LEFT + (i + 0.5) * step;
    return `<text x="${round(x)}" y="${HEIGHT - 6}" text-anchor="${anchor}">${escapeHtml(formatDate(bars[i]?.from ?? ""))}</text>`;
  });
  const each = span === 1 ? "day" : span === 7 ? "week" : "four weeks";
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Questions a ${each}, by what came of them">${grid.join("")}${drawn.join("")}${labels.join("")}</svg>`;
}

function toBars(days: readonly Day[], span: number): Bar[] {
  const bars: Bar[] = [];
  for (let start = 0; start < days.length; start += span) {
    const some = days.slice(start, start + span);
    const sum = (outcome: Outcome) => some.reduce((total, day) => total + day[outcome], 0);
    bars.push({
      from: some[0]?.day ?? "",
      to: some.at(-1)?.day ?? "",
      answered: sum("answered"),
      unsure: sum("unsure"),
      unanswered: sum("unanswered"),
    });
  }
  return bars;
}

function sumOf(bar: Bar): number {
  return bar.answered + bar.unsure + bar.unanswered;
}

function titleOf(bar: Bar): string {
  const when = bar.from === bar.to ? formatDate(bar.from) : `${formatDate(bar.from)} to ${formatDate(bar.to)}`;
  const parts = OUTCOMES.filter((outcome) => bar[outcome] > 0).map((outcome) => `${bar[outcome]} ${outcome}`);
  return `${when}: ${counted(sumOf(bar), "question")}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}`;
}

/** The next of 2, 4, 6, 8, 10, 12, 16, 20, 40, …: half of it is a whole number. */
function niceCeiling(count: number): number {
  for (let unit = 1; ; unit *= 10) {
    const found = [2, 4, 6, 8, 10, 12, 16].find((times) => times * unit >= count);
    if (found !== undefined) return found * unit;
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
