import type { Judged, Share, Summary } from "../evaluation/evaluate.ts";
import type { Evaluation } from "../evaluation/evaluate-folder.ts";
import { spot } from "../replies/citation.ts";
import { shorten } from "../replies/excerpt.ts";
import { slice } from "../text/span.ts";
import { withoutControls } from "./controls.ts";

const MAX_QUOTED = 110;

/**
 * Prints an evaluation: the figures, each question that went wrong with why, and a threshold that would suit better.
 *
 * @returns lines without a newline at the end
 */
export function renderEvaluation({ summary, judged, suggested }: Evaluation): string {
  const rows: [string, Share][] = [
    ["right answer first", summary.right],
    ["right among the first three, shown as an answer or not", summary.amongThree],
    ["not answered, though the documents do", summary.missed],
    ["wrong answer shown, of all questions", summary.wrong],
    ["refused, of those without an answer", summary.refused],
  ];
  const bad = judged.filter(({ outcome }) => outcome === "wrong" || outcome === "missed");
  const lines = rows.map(([name, share]) => `${name.padEnd(56)}${describe(share)}`);
  if (bad.length > 0) lines.push("", `What went wrong (${bad.length}):`, ...bad.flatMap(whyOf));
  if (suggested !== null) {
    const { threshold, cost, costNow } = suggested;
    lines.push(
      "",
      `THRESHOLD=${threshold} would suit these questions better: a wrong answer counted as three kept back, ${cost} instead of ${costNow}. That is measured on the very questions it was chosen by: set it, and ask others to see.`,
    );
  }
  return withoutControls(lines.join("\n"));
}

/** What was asked for and not reached, a line each. Percent, of those that have an answer and of all. */
export function shortOf(
  { right, wrong }: Summary,
  { minRight, maxWrong }: { readonly minRight: number | undefined; readonly maxWrong: number | undefined },
): string[] {
  const percent = ({ count, of }: Share) => (of === 0 ? 0 : (100 * count) / of);
  const short: string[] = [];
  if (minRight !== undefined && percent(right) < minRight)
    short.push(`${describe(right)} answered rightly: under the ${minRight}% of --min-right`);
  if (maxWrong !== undefined && percent(wrong) > maxWrong)
    short.push(`${describe(wrong)} answered wrongly: over the ${maxWrong}% of --max-wrong`);
  return short;
}

function describe({ count, of, low, high }: Share): string {
  if (of === 0) return "no such question";
  const percent = (value: number) => Math.round(100 * value);
  return `${count} of ${of}, ${percent(count / of)}% (${percent(low)}–${percent(high)})`;
}

function whyOf({ question, answer, outcome, rank }: Judged): string[] {
  const [best] = answer.excerpts;
  const confidence = answer.confidence.toFixed(2);
  const nearest =
    best === undefined
      ? "nothing was found"
      : `“${shorten(slice(best.text, best.answer).replace(/\s+/g, " "), MAX_QUOTED)}” (${spot(best.answerLocation)})`;
  const reasons: string[] = [];
  if (outcome === "wrong") reasons.push(`answered with ${confidence}: ${nearest}`);
  else if (rank === 0) reasons.push(`kept back with ${confidence}, though right: ${nearest}`);
  else reasons.push(`not answered, ${confidence}; the nearest: ${nearest}`);
  if (rank > 0) reasons.push(`the right words are number ${rank + 1}`);
  if (question.places.length === 0) reasons.push("the documents do not answer it");
  if (answer.missingTerms.length > 0) reasons.push(`in no document: ${answer.missingTerms.join(", ")}`);
  return [`  line ${question.line}: ${question.question}`, ...reasons.map((reason) => `    ${reason}`)];
}
