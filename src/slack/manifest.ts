import type { webApi } from "@slack/bolt";
import type { Command } from "../command.ts";
import { AttacheError } from "../errors.ts";
import { ENDPOINT, SHORTCUT } from "./names.ts";
import { scopes } from "./scopes.ts";

export type Manifest = webApi.AppsManifestCreateArguments["manifest"];

/** The SDK's list of them lacks assistant:write. */
type BotScope = NonNullable<NonNullable<NonNullable<Manifest["oauth_config"]>["scopes"]>["bot"]>[number];

export interface ManifestOptions {
  readonly commands: readonly Command[];
  /** Stands before each slash command's name. */
  readonly prefix: string;
  /** Public address of this program, for HTTP; null for Socket Mode, which needs none. */
  readonly url: string | null;
}

/** Characters of a slash command, with its slash: github.com/slackapi/manifest-schema, version 2.0.0, as all else here. */
const MAX_COMMAND = 32;

/**
 * What Slack is to know of the app: its commands, what it listens to and the least that it must be permitted.
 *
 * @throws AttacheError "config" when a prefix makes a command's name too long
 */
export function slackManifest({ commands, prefix, url }: ManifestOptions): Manifest {
  const request = url === null ? null : new URL(ENDPOINT, url).href;
  const requestUrl = request === null ? {} : { request_url: request };
  return {
    display_information: {
      name: "Attaché",
      description: "Answers questions in the documents’ own words, each quote with its source.",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "attache", always_online: true },
      agent_view: {
        agent_description:
          "Ask a question: the answer is a quote from the documents, with its source and where it stands.",
      },
      shortcuts: [
        {
          name: "Ask about this message",
          type: "message",
          callback_id: SHORTCUT,
          description: "Look up in the documents what this message asks or says",
        },
      ],
      slash_commands: commands
        .filter(({ hidden }) => hidden !== true)
        .map((command) => slashCommand(command, prefix, request)),
    },
    oauth_config: { scopes: { bot: scopes.map(({ name }) => name as BotScope).sort() } },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: [
          "app_home_opened",
          "app_mention",
          "app_uninstalled",
          "message.channels",
          "message.groups",
          "message.im",
          "message.mpim",
          "tokens_revoked",
        ],
      },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

function slashCommand({ name, description, options }: Command, prefix: string, url: string | null) {
  const command = `/${prefix}${name}`;
  if (command.length > MAX_COMMAND) {
    throw new AttacheError("config", `SLACK_COMMAND_PREFIX is too long: ${command} is over ${MAX_COMMAND} characters`);
  }
  const shown = Object.entries(options).filter(([, { hidden }]) => hidden !== true);
  const words = shown.map(([option, { kind, required }]) => {
    const word = kind === "text" ? option : kind === "flag" ? `--${option}` : `--${option} N`;
    return required === true ? word : `[${word}]`;
  });
  return {
    command,
    description,
    ...(words.length === 0 ? {} : { usage_hint: words.join(" ") }),
    should_escape: false,
    ...(url === null ? {} : { url }),
  };
}
