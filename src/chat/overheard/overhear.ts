import type { Knowledge } from "../../answering/knowledge.ts";
import type { Visibility } from "../../dispatch.ts";
import type { Reply } from "../../replies/reply.ts";
import type { BestEffort } from "../best-effort.ts";
import type { Given, Keeper } from "../keep.ts";
import type { RateLimits, Sender } from "../rate-limits.ts";
import type { Requester } from "../requester.ts";
import { withQuestion } from "../sharing.ts";
import { readSmallTalk } from "../small-talk/read.ts";
import { createTellOnce } from "../tell-once.ts";
import type { Turns } from "../turns.ts";
import type { Floor } from "./floor.ts";
import { type Circumstances, isPutToNobody, standsAlone } from "./put-to-nobody.ts";
import { questionsIn } from "./questions-in.ts";
import { isSure } from "./sure.ts";

/** A message that does not speak to the bot. */
export interface Overheard extends Circumstances {
  /** As its readers see it. */
  readonly text: string;
  /** Of a new post in a forum: what it is headed with. */
  readonly title?: string;
  /** Whether it mentions somebody, or replies to a person. */
  readonly isForSomebody: boolean;
  /** Whether the bot began the conversation: the store need not be asked then whether it knows it. */
  readonly isBots?: boolean;
  /** Whether it replies to a message of the bot's, which it then may lean on. */
  readonly isReplyToBot?: boolean;
  /** Names the message among all of the platform's: one that is delivered twice is answered once. */
  readonly delivery: string;
}

/** A reply that is worth saying unasked. */
export interface Interjection {
  readonly reply: Reply;
  readonly exchange: string | null;
}

/** What running a question gives. */
interface Ran {
  readonly reply: Reply;
  readonly visibility: Visibility;
  readonly given: Given | undefined;
}

export interface OverhearOptions {
  readonly knowledge: Knowledge;
  readonly floor: Floor;
  readonly turns: Turns;
  readonly limits: RateLimits;
  readonly keeper: Keeper;
  readonly bestEffort: BestEffort;
  readonly knowsConversation: (requester: Requester) => Promise<boolean>;
  readonly isFirstDelivery: (key: string) => Promise<boolean>;
}

/**
 * @returns a function that answers a message which does not speak to the bot, where it is a question put to nobody else
 *   and the documents answer it for sure; else null, and nothing is said or kept
 */
export function createOverhear(options: OverhearOptions) {
  const { knowledge, floor, turns, limits, keeper, bestEffort, knowsConversation, isFirstDelivery } = options;
  const isNew = createTellOnce();

  return async (
    { text, title, isForSomebody, isBots = false, isReplyToBot = false, delivery, ...circumstances }: Overheard,
    requester: Requester,
    run: (question: string, history: readonly string[]) => Promise<Ran>,
  ): Promise<Interjection | null> => {
    const { where } = circumstances;
    const key = floorOf(requester);
    const { user } = requester;
    const isBotsTurn = isReplyToBot || floor.isBots(key);
    const isBetween = isReplyToBot || floor.isBetween(key, user);
    const questions = isForSomebody ? [] : asked(text, title, circumstances);
    if (questions.length === 0) {
      if (isForSomebody || !isSmallTalk(text)) floor.take(key);
      else floor.chime(key, user);
      return null;
    }
    floor.take(key);
    if (where === "thread" && !isBots && !isReplyToBot && !(await knowsConversation(requester))) return null;
    // In memory alone: of what meets with silence nothing is kept, and whoever adds the mention by an edit is answered then.
    if (!isNew(delivery)) return null;
    const isWithin = (sender: Sender) =>
      bestEffort("limit requests", async () => (await limits.take(sender)) === null, true);
    // Looking is work as well, and a flood of it would hold up those who ask: it counts for itself, by the same limits.
    if (!(await isWithin({ ...requester, platform: `${requester.platform} overheard` }))) return null;
    if (!(await turns.next())) return null;
    const history = await keeper.historyOf(requester);
    for (const question of questions) {
      const wantsAnswerBefore = (await knowledge.readFollowUp(question, history)) !== null;
      const { reply, visibility, given } = await run(question, history);
      const answer = given?.answer;
      const outcome = { question, where, reply, answer, wantsAnswerBefore, isBotsTurn, isBetween };
      if (visibility === "private" || !isSure(outcome)) continue;
      if (!(await isWithin(requester))) return null;
      if (!(await isFirstDelivery(delivery))) return null;
      const shown = question === text.trim() ? reply : withQuestion(reply, question);
      const answered = answer !== undefined && answer.leansOn === undefined;
      const kept = { question: answer?.question ?? null, answered, visibility, history };
      const exchange = await keeper.save(shown, requester, kept, requester.conversation, given);
      floor.give(key, user);
      return { reply: shown, exchange };
    }
    return null;
  };
}

/** Names a conversation among those of all platforms. */
export function floorOf({ platform, conversation, channel }: Requester): string {
  return `${platform}:${conversation ?? channel}`;
}

/** Characters of small talk at the most. */
const MAX_SMALL_TALK = 200;

function isSmallTalk(text: string): boolean {
  return text.length <= MAX_SMALL_TALK && readSmallTalk(text).smallTalk !== null;
}

function asked(text: string, title: string | undefined, circumstances: Circumstances): readonly string[] {
  if (title !== undefined) return questionsIn(text, title).filter(standsAlone);
  if (!isPutToNobody(text, circumstances)) return [];
  return circumstances.where === "thread" ? [text.trim()] : questionsIn(text).filter(standsAlone);
}
