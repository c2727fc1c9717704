import { drawer } from "../random.ts";
import { chatter } from "./chatter.ts";

/** One message. */
export interface Line {
  /** Whether it is put to the bot, or said between people. */
  readonly toBot: boolean;
  readonly said: string;
  /** Who says it: 0 or 1. */
  readonly speaker: number;
  /** Which of several ways to say it is taken, where a platform has some. */
  readonly way: number;
}

/**
 * What is said in one place: "alone" in a channel, each for itself; in a "thread", which begins with what is asked of the
 * bot or with what somebody says; in "direct" messages; by "command".
 */
export interface Conversation {
  readonly place: "alone" | "thread" | "direct" | "command";
  readonly lines: readonly Line[];
}

/** What no document of this repository tells of: the bot says so. */
const UNANSWERABLE = ["how many goats live in the valley", "who won the regatta", "what does a season ticket cost"];

/**
 * A morning on a busy server: so many messages, a third of them chatter between people, in conversations.
 *
 * @param questions what is asked of the bot
 */
export function writeScript(messages: number, questions: readonly string[], seed: number): Conversation[] {
  if (questions.length === 0) throw new Error("a script needs questions that can be asked");
  const draw = drawer(seed);
  const said = chatter(Math.round(messages / 3), draw);
  const asked = Array.from({ length: messages - said.length }, (_, i) =>
    i % 10 === 9 ? pick(UNANSWERABLE, draw) : pick(questions, draw),
  );
  const script: Conversation[] = [];
  const line = (toBot: boolean): Line[] => {
    const text = (toBot ? asked : said).pop();
    return text === undefined ? [] : [{ toBot, said: text, speaker: draw(2), way: draw(3) }];
  };
  while (said.length + asked.length > 0) {
    const lines = (toBot: () => boolean, count: number) => Array.from({ length: count }, () => line(toBot())).flat();
    const places: readonly (() => Conversation)[] = [
      () => ({ place: "alone", lines: lines(() => false, 1) }),
      () => ({ place: "alone", lines: lines(() => true, 1 + draw(3)) }),
      () => ({ place: "thread", lines: lines(() => false, 1 + draw(4)) }),
      // What people say below an answer is what a bot takes for its own most easily.
      () => ({ place: "thread", lines: [...line(true), ...lines(() => draw(2) === 0, 2 + draw(6))] }),
      () => ({ place: "thread", lines: [...line(true), ...lines(() => draw(2) === 0, 2 + draw(6))] }),
      () => ({ place: "direct", lines: lines(() => true, 1 + draw(3)) }),
      () => ({ place: "command", lines: lines(() => true, 1 + draw(2)) }),
    ];
    const conversation = pick(places, draw)();
    if (conversation.lines.length > 0) script.push(conversation);
  }
  return script;
}

function pick<T>(from: readonly T[], draw: (n: number) => number): T {
  return from[draw(from.length)] as T;
}
