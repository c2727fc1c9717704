import { readSmallTalk } from "../chat/small-talk/read.ts";

/** How a question opens that lacks its mark; "which is great", "what a mess" and "will do" are none. */
const OPENING =
  /^(?:(?:and|but|so|ok|okay|then|also)[\s,]+)*(?:(?:who|whom|whose|what|when|where|why|how)(?:['’]s|\s+(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|said|else|exactly|many|much|long|often))\b|(?:tell|show) me\b)/i;
/** Speech between people: "what do you think", "should we deploy", "can I go". */
const PEOPLE = /\b(?:you|your|yours|u|we|us|our|ours|i|i'm|i’m|me|my|mine|let's|let’s)\b/i;
/** What a person says to a bot with those words in it. */
const POLITE =
  /\b(?:(?:can|could|would|will) (?:you|u) (?:please )?(?:tell|show|say|find|explain)(?: me| us)?|(?:tell|show|give) (?:me|us))\b/i;
/** Somebody or some channel is spoken to: `<@U…>`, `<!here>`, `<!subteam^…>`, or a name first: "Anna, did he…". */
const ADDRESSED = /<[@!]|^@|^(?:hey |hi )?\p{Lu}[\p{Ll}'’-]+,\s/u;
/** A person's aside rather than a question: longer ones are somebody's thoughts. */
const MAX_LENGTH = 300;

/**
 * Tells whether a message in a thread where the bot has answered is a question to nobody else. Where in doubt it says
 * no: whoever wants an answer can mention the bot.
 *
 * @param text as Slack sends it, with its mentions
 */
export function isQuestionToNobodyElse(text: string): boolean {
  const message = text.trim();
  if (message.length > MAX_LENGTH || ADDRESSED.test(message)) return false;
  if (!message.endsWith("?") && !OPENING.test(message)) return false;
  if (readSmallTalk(message).smallTalk !== null) return false;
  return !PEOPLE.test(message.replace(POLITE, " "));
}
