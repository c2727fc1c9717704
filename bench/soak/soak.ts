import { setTimeout as sleep } from "node:timers/promises";
import type { Knowledge } from "../../src/index.ts";
import { memoryInUse } from "../memory.ts";
import type { Conversation } from "./script.ts";

/** What is said at once, in as many conversations: fewer than the bot lets wait for their turn. */
const AT_ONCE = 16;
/** Milliseconds after which a question counts as lost. */
const PATIENCE = 20_000;

/** A platform's far side, on which a script is played. */
export interface Stage {
  /** Plays a conversation line by line, each question once the one before is answered. */
  play(conversation: Conversation): Promise<void>;
  /** What has come of it so far; what the far side keeps of it is let go. */
  count(): Counts;
  close(): Promise<void>;
}

export interface Counts {
  /** Questions put to the bot, and those that it answered, be it by saying that the documents don't tell. */
  readonly questions: number;
  readonly answered: number;
  /** Answers to questions that had one already. */
  readonly twice: number;
  readonly chatter: number;
  /** What was said between people and was answered all the same. */
  readonly answeredChatter: readonly string[];
}

export interface Outcome extends Counts {
  /** Memory at the end over memory after the first tenth: what the far side keeps of the last events still fills in it. */
  readonly memory: number;
}

/**
 * Plays a script, several conversations at a time.
 *
 * @param quiet milliseconds after the last in which late answers still count
 */
export async function soak(stage: Stage, script: readonly Conversation[], quiet: number): Promise<Outcome> {
  const left = script.values();
  let played = 0;
  let early = 0;
  const worker = async () => {
    for (const conversation of left) {
      await stage.play(conversation);
      if (++played % 100 === 0) stage.count();
      if (played === Math.ceil(script.length / 10)) early = memoryInUse();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await sleep(quiet);
  const counts = stage.count();
  return { ...counts, memory: memoryInUse() / early };
}

/** What people ask: the bot's own suggestions, which its documents answer. */
export async function questionsOf(knowledge: Knowledge): Promise<readonly string[]> {
  return (await knowledge.answeredQuestions()).filter(({ length }) => length <= 100);
}

/** @returns whether it settled in time */
export async function inTime(answer: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(PATIENCE, false, { signal: timer.signal }).catch(() => false);
  const settled = await Promise.race([answer.then(() => true), late]);
  timer.abort();
  return settled;
}
