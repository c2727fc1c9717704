import { withoutQuotes } from "../chat/overheard/quoting.ts";
import { wordsOf } from "./content.ts";
import { requester, type SlackContext } from "./context.ts";
import { conversationIn, threadOf } from "./incoming.ts";
import { mentions } from "./mentions.ts";
import { originOfEvent } from "./outsiders.ts";
import type { Envelope, Said } from "./said.ts";

/** A person or everybody is spoken to: `<@U…>`, `<!here>`, `<!subteam^…>`. A date of Slack's own is nobody. */
const FOR_SOMEBODY = /<@|<!(?!date\^)/;

/**
 * Looks at a message in a channel that does not speak to the bot: it may be a question in a thread where the bot has
 * answered, or in a channel where every question is the bot's. A mention of the bot is an event of its own, before or after
 * this one.
 */
export async function overhear(work: SlackContext, said: Said & { user: string }, body: Envelope): Promise<void> {
  const { bot, formatCommand } = work;
  const { channel, ts, thread_ts, user, parent_user_id } = said;
  if (mentions(said.text, work.identity().user)) return;
  const where = thread_ts !== undefined && thread_ts !== ts ? "thread" : "ask channel";
  if (where === "thread" ? !work.followUps : !work.isAskChannel(channel)) return;
  if (!work.answersIn(channel) || !work.knows(originOfEvent(said, body))) return;
  const thread = threadOf(said);
  const place = { channel, thread, user, responseUrl: null };
  const { text, isQuoting } = withoutQuotes(wordsOf(said).text);
  // Of what is shared, those are for whom its own words are; among people, a quote answers whoever is quoted.
  const isForSomebody =
    (isQuoting && where === "thread") || [said.text ?? "", text].some((words) => FOR_SOMEBODY.test(words));
  const overheard = {
    // Of what is for somebody else nobody's name is looked up.
    text: isForSomebody ? text : await work.read(text),
    where,
    names: [],
    isForSomebody,
    // Of the answer to a slash command Slack does not tell the message; a thread below it is the bot's all the same.
    isBots: parent_user_id === work.identity().user,
    delivery: `slack:${channel}:${ts}`,
  } as const;
  const from = requester(work, place, conversationIn(channel, thread), body.team_id);
  const reply = await bot.overhear(overheard, from, { formatCommand });
  if (reply !== null) await work.deliver.post(place, reply);
}
