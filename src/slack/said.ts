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
  readonly subtype?: string | undefined;
  readonly edited?: unknown;
}

/** What Slack says of an event beside it: docs.slack.dev/apis/events-api */
export interface Envelope {
  readonly event_id: string;
  readonly team_id: string;
  readonly is_ext_shared_channel?: boolean;
}

/** Written by a person just now: no bot's, not the bot's own, no edit, deletion, join or other notice of Slack's. */
export function isPersons(said: Said): said is Said & { user: string } {
  const plain = said.subtype === undefined || said.subtype === "thread_broadcast" || said.subtype === "file_share";
  return plain && said.bot_id === undefined && said.user !== undefined && said.edited === undefined;
}
