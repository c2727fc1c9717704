import type { AuthorTeams } from "./outsiders.ts";

/** What is looked at of a message or mention, whatever its kind. */
export interface Said extends AuthorTeams {
  readonly channel: string;
  readonly channel_type?: string | undefined;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly text?: string | undefined;
  readonly attachments?: readonly object[] | undefined;
  readonly user?: string | undefined;
  /** Who began the thread. */
  readonly parent_user_id?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly app_id?: string | undefined;
  readonly bot_profile?: unknown;
  readonly subtype?: string | undefined;
  readonly edited?: unknown;
}

/** What Slack says of an event beside it: docs.slack.dev/apis/events-api */
export interface Envelope {
  readonly event_id: string;
  readonly team_id: string;
  readonly is_ext_shared_channel?: boolean;
}

/** Slackbot, which reminds people and answers to their words, and has no id of a bot's. */
const SLACKBOT = "USLACKBOT";
/** Written, rather than a notice of Slack's: a deletion, somebody who joined. */
const WRITTEN: readonly (string | undefined)[] = [undefined, "bot_message", "file_share", "thread_broadcast"];

/** Written by a workflow, another app or Slackbot: not every one of them has an id of a bot's. */
export function isBots({ subtype, bot_id, app_id, bot_profile, user }: Said): boolean {
  const named = [bot_id, app_id, bot_profile].some((mark) => mark !== undefined && mark !== null);
  return subtype === "bot_message" || named || user === SLACKBOT;
}

/** Written by a person just now: no app's, no edit, deletion, join or other notice of Slack's. */
export function isPersons(said: Said): said is Said & { user: string } {
  return isWritten(said) && !isBots(said) && said.user !== undefined;
}

/** Whether it is from a person or, where bots are answered, from one; the bot itself is never. */
export function isFrom(said: Said, bots: boolean, own: { readonly user: string; readonly bot: string }): boolean {
  if (said.user === own.user || said.bot_id === own.bot) return false;
  return isPersons(said) || (bots && isBots(said) && isWritten(said));
}

function isWritten({ subtype, edited }: Said): boolean {
  return WRITTEN.includes(subtype) && edited === undefined;
}
