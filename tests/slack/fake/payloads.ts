import type { types } from "@slack/bolt";
import { BOT_USER, TEAM, type WebApi } from "./web-api.ts";

/** A person, and the channels of the walk-through. */
export const USER = "U1";
export const CHANNEL = "C1";
export const DIRECT = "D1";

let count = 0;
const next = () => String(++count).padStart(6, "0");
const ts = () => `1800000000.${next()}`;

/** An event in its envelope: docs.slack.dev/apis/events-api#callback-field */
function event(inner: object) {
  return {
    token: "verification",
    team_id: TEAM,
    api_app_id: "A1",
    type: "event_callback",
    event: inner,
    event_id: `Ev${next()}`,
    event_time: 1_800_000_000,
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
  };
}

type Over<T> = Partial<Omit<T, "type">>;

export function mention(words: string, over: Over<types.AppMentionEvent> = {}) {
  const at = ts();
  const inner = {
    type: "app_mention",
    user: USER,
    text: `<@${BOT_USER}> ${words}`,
    ts: at,
    channel: CHANNEL,
    event_ts: at,
  };
  return event({ ...inner, ...over });
}

export function message(
  words: string,
  over: Omit<Over<types.GenericMessageEvent>, "subtype"> & { subtype?: string } = {},
) {
  const at = ts();
  const inner = {
    type: "message",
    user: USER,
    text: words,
    ts: at,
    channel: CHANNEL,
    channel_type: "channel",
    event_ts: at,
  };
  return event({ ...inner, ...over });
}

/** A person edits a message, or Slack adds a preview to it: docs.slack.dev/reference/events/message/message_changed */
export function edit(
  before: string,
  after: string,
  { isPreview = false, channel = CHANNEL, channel_type = "channel", ...over }: Readonly<Record<string, unknown>> = {},
) {
  const at = ts();
  const written = { type: "message", user: USER, ts: at, client_msg_id: at, ...over };
  const edited = isPreview ? {} : { edited: { user: USER, ts: ts() } };
  return event({
    type: "message",
    subtype: "message_changed",
    hidden: true,
    channel,
    channel_type,
    ts: ts(),
    event_ts: ts(),
    message: { ...written, ...edited, text: after },
    previous_message: { ...written, text: before },
  });
}

/** What a workflow writes has no author: it comes with the id of a bot, and its own name. */
export function byWorkflow(words: string, channel = CHANNEL) {
  const at = ts();
  const text = `<@${BOT_USER}> ${words}`;
  const written = { subtype: "bot_message", username: "Stand-up", bot_id: "B7", app_id: "A7", text, ts: at, channel };
  return event({ type: "app_mention", ...written, event_ts: at });
}

export function direct(words: string, over: Omit<Over<types.GenericMessageEvent>, "subtype"> = {}) {
  return message(words, { channel: DIRECT, channel_type: "im", ...over });
}

export function homeOpened(tab: "home" | "messages") {
  return event({ type: "app_home_opened", user: USER, channel: DIRECT, tab, event_ts: ts() });
}

/** The app is removed from the workspace, or its tokens are taken back. */
export function uninstalled() {
  return event({ type: "app_uninstalled", event_ts: ts() });
}

export function tokensRevoked() {
  return event({ type: "tokens_revoked", tokens: { oauth: [], bot: [BOT_USER] }, event_ts: ts() });
}

const team = { id: TEAM, domain: "fake" };
const user = { id: USER, username: "ann", name: "ann", team_id: TEAM };
const trigger = () => `trigger.${next()}`;

export function command(api: WebApi, name: string, text: string, channel = CHANNEL) {
  return {
    token: "verification",
    team_id: TEAM,
    team_domain: "fake",
    channel_id: channel,
    channel_name: "general",
    user_id: USER,
    user_name: "ann",
    command: name,
    text,
    api_app_id: "A1",
    is_enterprise_install: "false",
    response_url: api.responseUrl(),
    trigger_id: trigger(),
  };
}

/** The person chooses the shortcut in the menu of a message. */
export function shortcut(
  api: WebApi,
  words: string,
  over: { channel?: string; thread_ts?: string; callback?: string } = {},
) {
  const at = ts();
  const { channel = CHANNEL, callback = "ask_about_message", thread_ts } = over;
  return {
    type: "message_action",
    token: "verification",
    callback_id: callback,
    action_ts: at,
    message_ts: at,
    trigger_id: trigger(),
    response_url: api.responseUrl(),
    team,
    user,
    channel: { id: channel, name: "general" },
    message: { type: "message", user: "U2", ts: at, text: words, ...(thread_ts === undefined ? {} : { thread_ts }) },
  };
}

/** The person sends a form. */
export function submit(view: { callback_id: string; private_metadata: string }, values: object) {
  return {
    type: "view_submission",
    token: "verification",
    api_app_id: "A1",
    team,
    user,
    trigger_id: trigger(),
    view: { id: `V${next()}`, type: "modal", ...view, state: { values } },
    response_urls: [],
  };
}

/** Where a button stands. */
export type Container =
  | { readonly kind: "message"; readonly channel: string; readonly ts: string; readonly thread_ts?: string }
  | { readonly kind: "ephemeral"; readonly channel: string; readonly thread_ts?: string }
  | { readonly kind: "view"; readonly id: string };

/** The person presses a button or a feedback button. @param found in blocks that the bot sent, by `findButton` */
export function press(api: WebApi, found: { action_id: string; value: string; type: string }, where: Container) {
  const shared = {
    type: "block_actions",
    token: "verification",
    api_app_id: "A1",
    team,
    user,
    trigger_id: trigger(),
    actions: [{ ...found, block_id: "b", action_ts: ts() }],
  };
  if (where.kind === "view") {
    const view = { id: where.id, type: "modal", hash: `h${next()}`, blocks: [], private_metadata: "", callback_id: "" };
    return { ...shared, container: { type: "view", view_id: where.id }, view };
  }
  const { channel, thread_ts } = where;
  const message_ts = where.kind === "message" ? where.ts : ts();
  const thread = thread_ts === undefined ? {} : { thread_ts };
  return {
    ...shared,
    response_url: api.responseUrl(),
    channel: { id: channel, name: "general" },
    container: {
      type: "message",
      message_ts,
      channel_id: channel,
      is_ephemeral: where.kind === "ephemeral",
      ...thread,
    },
  };
}

interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly value?: string;
  readonly text?: { readonly text: string };
  readonly positive_button?: { readonly value: string };
  readonly negative_button?: { readonly value: string };
}

/** The button with this label among blocks that the bot sent; "👍" and "👎" are found in feedback buttons. */
export function findButton(blocks: unknown, label: string): { action_id: string; value: string; type: string } {
  const elements = (blocks as { elements?: Element[] }[]).flatMap((block) => block.elements ?? []);
  for (const { type, action_id, value, text, positive_button, negative_button } of elements) {
    if (type === "feedback_buttons") {
      const vote = label === "👍" ? positive_button : label === "👎" ? negative_button : undefined;
      if (vote !== undefined) return { type, action_id, value: vote.value };
    } else if (type === "button" && text?.text === label) return { type, action_id, value: value ?? "" };
  }
  throw new Error(`no button “${label}”`);
}
