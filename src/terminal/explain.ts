import type { Answer } from "../answering/answer.ts";
import type { Share } from "../answering/explain.ts";
import { spot } from "../replies/citation.ts";

/** Shares to print of each sum: the rest is small change. */
const SHOWN = 10;

/** Prints why an answer is as it is, for `--explain`. @returns lines without a newline at the end */
export function renderExplanation({ explanation, status, confidence, excerpts, missingTerms }: Answer): string {
  if (explanation === undefined) return "";
  const { threshold, bias } = explanation;
  const verdict =
    status === "answered"
      ? `answered: its confidence ${confidence} is not under ${threshold}`
      : `refused: its confidence ${confidence} is under ${threshold}`;
  const lines = [`Why it was ${verdict}.`, `${format(bias)}  to begin with`, ...table(explanation.confidence)];
  if (missingTerms.length > 0) lines.push(`In no document: ${missingTerms.join(", ")}.`);
  for (const [i, shares] of explanation.excerpts.entries()) {
    const where = excerpts[i] === undefined ? "" : spot(excerpts[i].answerLocation);
    lines.push("", `Why [${i + 1}], ${where}, scores ${excerpts[i]?.score}:`, ...table(shares));
  }
  return lines.join("\n");
}

function table(shares: readonly Share[]): string[] {
  const lines = shares.slice(0, SHOWN).map(({ name, meaning, value, share }) => {
    return `${format(share)}  ${name} ${value}: ${meaning}`;
  });
  const rest = shares.slice(SHOWN).reduce((sum, { share }) => sum + share, 0);
  if (shares.length > SHOWN) lines.push(`${format(rest)}  ${shares.length - SHOWN} more`);
  return lines;
}

function format(share: number): string {
  return `${share < 0 ? "−" : "+"}${Math.abs(share).toFixed(2)}`.padStart(8);
}
