/** A permission of the app, and what does not work without it. Manifest and start-up check both go by this list. */
export interface Scope {
  readonly name:
    | "app_mentions:read"
    | "assistant:write"
    | "channels:history"
    | "chat:write"
    | "commands"
    | "groups:history"
    | "im:history"
    | "mpim:history"
    | "reactions:write";
  /** Whether the bot can do without: it then starts, and says what is lost. */
  readonly optional: boolean;
  readonly use: string;
}

export const scopes: readonly Scope[] = [
  { name: "chat:write", optional: false, use: "answers" },
  { name: "app_mentions:read", optional: false, use: "questions that mention it" },
  { name: "commands", optional: false, use: "slash commands and the message shortcut" },
  { name: "im:history", optional: false, use: "direct messages" },
  {
    name: "channels:history",
    optional: true,
    use: "answer without a mention in public channels (SLACK_FOLLOW_UPS, SLACK_ASK_CHANNELS)",
  },
  {
    name: "groups:history",
    optional: true,
    use: "answer without a mention in private channels (SLACK_FOLLOW_UPS, SLACK_ASK_CHANNELS)",
  },
  { name: "mpim:history", optional: true, use: "mentions in group direct messages" },
  { name: "assistant:write", optional: true, use: "the agent pane’s suggested questions and titles" },
  { name: "reactions:write", optional: true, use: "reaction in place of a line to thanks and the like" },
];
