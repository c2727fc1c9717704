import { AttacheError } from "../../errors.ts";
import type { Encoder } from "./encoder.ts";

/** Questions, each with a sentence that answers it. */
export const SCALE_PAIRS = [
  ["when does the office open on Monday", "On weekdays the desk is staffed from nine in the morning."],
  ["how much is a ticket for a child", "Children under twelve pay half: six euros."],
  ["who leads the choir", "Since last spring Ines Falk has conducted our singers."],
  ["where can I leave my bicycle", "There are racks for bikes behind the station."],
  ["why was the match called off", "Heavy rain had flooded the pitch, so nobody could play."],
  ["may I bring my dog", "Pets are not allowed inside the building."],
  ["what do I need to open an account", "Please show your passport and a proof of address."],
  ["how do I reset my password", "Choose “Forgotten” below the login, and follow the link that is mailed to you."],
  ["how many members does the board have", "Seven people sit on the committee."],
  ["what is served for lunch", "At noon there are soup, salad and a hot dish."],
  ["which languages does the app support", "It can be used in English, French and Polish."],
  ["how long does delivery take", "Parcels arrive within three working days."],
] as const;
/** Sentences that each question is compared with beside its own. */
const OTHERS = 3;

/** What an encoder tells of a text that answers, and of one that has nothing to do with the question, on average. */
export interface Scale {
  readonly answers: number;
  readonly unrelated: number;
}

/**
 * Takes the measure of an encoder: one calls 0.85 what another calls 0.5.
 *
 * @throws AttacheError "encoder" when it does not tell what answers from what does not
 */
export async function measureScale(encoder: Encoder): Promise<Scale> {
  const scale = { answers: 0, unrelated: 0 };
  for (const [i, [question]] of SCALE_PAIRS.entries()) {
    const texts = Array.from({ length: 1 + OTHERS }, (_, k) => SCALE_PAIRS[(i + k) % SCALE_PAIRS.length]?.[1] ?? "");
    const [own = 0, ...others] = await encoder.likeness(question, texts);
    scale.answers += own / SCALE_PAIRS.length;
    scale.unrelated += others.reduce((sum, value) => sum + value, 0) / OTHERS / SCALE_PAIRS.length;
  }
  if (scale.answers > scale.unrelated) return scale;
  throw new AttacheError(
    "encoder",
    `The encoder finds a sentence that answers no nearer to a question (${scale.answers.toFixed(3)}) than others (${scale.unrelated.toFixed(3)}): take a model that was made to compare sentences in English`,
  );
}

/** @returns a likeness as it would be of an encoder that tells 1 of what answers and 0 of what is unrelated */
export function toScale({ answers, unrelated }: Scale, likeness: number): number {
  return (likeness - unrelated) / (answers - unrelated);
}
