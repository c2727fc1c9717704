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
    | "mpim:history";
  /** Whether the bot can do without: it then starts, and says what is lost. */
  readonly optional: boolean;
  readonly use: string;
}

export const scopes: readonly Scope[] = [
  { name: "chat:write", optional: false, use: "answers" },
  { name: "app_mentions:read", optional: false, use: "questions that mention it" },
  { name: "commands", optional: false, use: "slash commands and the message shortcut" },
  { name: "im:history", optional: false, use: "direct messages" },
  { name: "channels:history", optional: true, use: "follow-up questions in threads of public channels" },
  { name: "groups:history", optional: true, use: "follow-up questions in threads of private channels" },
  { name: "mpim:history", optional: true, use: "mentions in group direct messages" },
  { name: "assistant:write", optional: true, use: "the agent pane’s suggested questions and titles" },
];
