import { unmeasured } from "../../ranking/ranking.ts";
import type { Index } from "../../search/build-index.ts";
import { spanOf } from "../../search/sentence-place.ts";
import { slice } from "../../text/span.ts";
import { termSet } from "../../text/tokens.ts";
import type { Citation, Excerpt, Location } from "../answer.ts";
import { locate, toExcerpt, verify } from "../quote.ts";
import { findMatters } from "./find-matters.ts";
import type { MatterSide, Statement } from "./matters.ts";
import { type DifferenceKind, wordsOf } from "./values.ts";

/** One thing on which the sources differ. */
export interface Difference {
  /** "date" is a day, "time" one of the clock, "verb" how far somebody went: proposed, announced, ordered. */
  readonly on: DifferenceKind;
  /** Of a number: what is counted, in a document's word ("diplomats"); else null. */
  readonly topic: string | null;
  /** Two or more, by date of publication, the newest last. */
  readonly sides: readonly DifferenceSide[];
}

/** What one source says of it, and those that say the same. */
export interface DifferenceSide {
  /** The words by which it differs: "35", "at least 24", "announced". */
  readonly words: string;
  /** The sentence is what is marked. */
  readonly excerpt: Excerpt;
  readonly others: readonly OtherStatement[];
  /** Whether it was published after all other sides. */
  readonly isNewest: boolean;
  /** Whether it takes back what another side says. */
  readonly corrects: boolean;
}

/** A further source that says the same: its sentence, its very characters. */
export interface OtherStatement {
  readonly text: string;
  readonly source: Citation;
  readonly location: Location;
}

/**
 * Everything on which the documents differ, in the order of the files: each matter once, however many sources it has.
 * What is not surely of one matter is left out. Others are answered while it is worked out.
 *
 * @throws AttacheError "integrity" when a quote is not the document's own words, which would be a fault of ours
 */
export async function findDifferences(index: Index): Promise<Difference[]> {
  return (await findMatters(index)).map(({ on, topic, sides }) => ({
    on,
    topic,
    sides: sides.map((side) => toSide(index, side)),
  }));
}

function toSide(index: Index, { value, statements, isNewest, corrects }: MatterSide): DifferenceSide {
  const [first, ...others] = statements as [Statement, ...Statement[]];
  return {
    words: wordsOf(value),
    excerpt: toExcerpt(index, unmeasured(first.claims), new Map()),
    others: others.map(({ claims }) => {
      const { document } = claims;
      const span = spanOf(index, claims);
      verify(document, span);
      return { text: slice(document.text, span), source: document.source, location: locate(document, span) };
    }),
    isNewest,
    corrects,
  };
}

/**
 * Of some differences those that a question's words speak of, most of these words first.
 *
 * @param about words; none keep all
 */
export function narrowDifferences(differences: readonly Difference[], about: string): readonly Difference[] {
  const wanted = termSet(about);
  if (wanted.size === 0) return differences;
  const counted = differences.map((difference) => ({ difference, held: wanted.intersection(heldBy(difference)).size }));
  const most = Math.max(0, ...counted.map(({ held }) => held));
  return counted.filter(({ held }) => held > 0 && held === most).map(({ difference }) => difference);
}

function heldBy({ on, topic, sides }: Difference): Set<string> {
  const texts = sides.flatMap(({ excerpt: { text, answer, headings, source }, others }) => [
    slice(text, answer),
    ...headings,
    source.title,
    ...others.map((other) => other.text),
  ]);
  return termSet([on, topic ?? "", ...texts].join("\n"));
}
