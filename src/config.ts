import { z } from "zod";
import {
  DEFAULT_FOLDER,
  DEFAULT_STORE,
  invalid,
  NO_WATCH_MODE,
  readEncoder,
  readExclude,
  readSnapshot,
  type WatchMode,
  watchModes,
} from "./config/documents.ts";
import { apiUrl, channel, ids, indexFolder, onOrOff, secret, startsWith, threshold, whole } from "./config/fields.ts";
import { type LogLevel, logLevels } from "./log.ts";

export interface Config extends PlatformConfigs {
  /** Folder of the documents. */
  readonly knowledge: string;
  /** Patterns of files to leave out of it, in the syntax of .gitignore. */
  readonly exclude: readonly string[];
  /** Folder of a sentence encoder or a reranker; null for none. */
  readonly encoder: string | null;
  /** Confidence under which a question counts as unanswered; null for the one that was fitted. */
  readonly threshold: number | null;
  /** File of the store. */
  readonly store: string;
  /** File in which the index is kept from one start to the next; null for none. */
  readonly snapshot: string | null;
  /** Folder in which LanceDB keeps the index, in place of that file; null for none. */
  readonly lancedb: string | null;
  readonly retentionDays: number;
  /** Requests in a minute. */
  readonly ratePerUser: number;
  readonly ratePerChannel: number;
  readonly logLevel: LogLevel;
  /** How changes in the folder are noticed. */
  readonly watch: WatchMode;
  /** Where supervisors ask how it is; null for nowhere. */
  readonly health: { readonly port: number; readonly host: string } | null;
}

/** What each platform there is needs; null when it is not configured. The compiler names every place that lacks one. */
export interface PlatformConfigs {
  readonly discord: DiscordConfig | null;
  readonly slack: SlackConfig | null;
}

export interface DiscordConfig {
  readonly token: string;
  /** Channels it answers in; null for every one. */
  readonly channels: readonly string[] | null;
  /** Channels in which every question is meant for it, and the posts of forums. */
  readonly askChannels: readonly string[];
  /** Whether a question is answered that does not mention it, where it has answered before. */
  readonly followUps: boolean;
  /** People who operate the bot. */
  readonly admins: readonly string[];
  /** Channel in which people answer what the documents do not; null for none. */
  readonly escalateTo: string | null;
  /** Where Discord's API is, for example "http://127.0.0.1:8080/api"; null for Discord's own. */
  readonly apiUrl: string | null;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly mode:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string; readonly port: number };
  /** Channels it answers in; null for every one. */
  readonly channels: readonly string[] | null;
  /** Channels in which every question is meant for it. */
  readonly askChannels: readonly string[];
  /** Whether a question is answered that does not mention it, in a thread where it has answered before. */
  readonly followUps: boolean;
  /** Whether people of other organisations are answered in channels that are shared with them (Slack Connect). */
  readonly external: boolean;
  /** Whether a workflow or another app that mentions it is answered. */
  readonly bots: boolean;
  /** People who operate the bot. */
  readonly admins: readonly string[];
  /** Channel in which people answer what the documents do not; null for none. */
  readonly escalateTo: string | null;
  /** What stands before the name of each slash command: "docs-" makes /docs-ask. */
  readonly commandPrefix: string;
  /** Where Slack's API is, for example "http://127.0.0.1:8080/api/"; null for Slack's own. */
  readonly apiUrl: string | null;
}

const schema = z.object({
  KNOWLEDGE: z.string().trim().default(DEFAULT_FOLDER),
  EXCLUDE: z.string().optional(),
  ENCODER: z.string().trim().optional(),
  THRESHOLD: threshold.optional(),
  STORE: z.string().trim().default(DEFAULT_STORE),
  SNAPSHOT: z.string().trim().optional(),
  INDEX: indexFolder.optional(),
  RETENTION_DAYS: whole(1, 3_650).default(30),
  RATE_PER_USER: whole(1, 10_000).default(10),
  RATE_PER_CHANNEL: whole(1, 10_000).default(30),
  LOG_LEVEL: z.enum(logLevels, { error: `is to be one of ${logLevels.join(", ")}` }).default("info"),
  DISCORD_TOKEN: secret((value) =>
    value.split(".").length === 3 ? null : "is no bot token: copy it from your application’s page “Bot”, Reset Token",
  ).optional(),
  DISCORD_CHANNELS: ids("channels", /^\d{15,20}$/, "1234567890123456789").optional(),
  DISCORD_ASK_CHANNELS: ids("channels", /^\d{15,20}$/, "1234567890123456789").optional(),
  DISCORD_FOLLOW_UPS: onOrOff().optional(),
  DISCORD_ESCALATE_TO: channel(/^\d{15,20}$/, "1234567890123456789").optional(),
  DISCORD_ADMINS: ids("people", /^\d{15,20}$/, "1234567890123456789").optional(),
  DISCORD_API_URL: apiUrl.optional(),
  SLACK_BOT_TOKEN: secret(startsWith("xoxb-", "your app’s page “OAuth & Permissions”")).optional(),
  SLACK_APP_TOKEN: secret(
    startsWith("xapp-", "your app’s page “Basic Information”, App-Level Tokens, scope connections:write"),
  ).optional(),
  SLACK_SIGNING_SECRET: secret((value) =>
    /^x[a-z]+-/.test(value) ? "is no token: copy it from your app’s page “Basic Information”, App Credentials" : null,
  ).optional(),
  SLACK_CHANNELS: ids("channels", /^[CDG][A-Z0-9]{2,20}$/, "C0123456789").optional(),
  SLACK_ASK_CHANNELS: ids("channels", /^[CG][A-Z0-9]{2,20}$/, "C0123456789").optional(),
  SLACK_FOLLOW_UPS: onOrOff().optional(),
  SLACK_EXTERNAL: z.literal("allow", { error: "is to be allow, or empty" }).optional(),
  SLACK_BOTS: z.literal("allow", { error: "is to be allow, or empty" }).optional(),
  SLACK_COMMAND_PREFIX: z
    .string()
    .trim()
    .regex(/^[a-z0-9_-]{1,20}$/, {
      error: "is to be at most 20 of a-z, 0-9, _ and -, without the slash, such as docs-",
    })
    .optional(),
  SLACK_ESCALATE_TO: channel(/^[CG][A-Z0-9]{2,20}$/, "C0123456789").optional(),
  SLACK_ADMINS: ids("people", /^[UW][A-Z0-9]{1,20}$/, "U0123456789").optional(),
  SLACK_API_URL: apiUrl.optional(),
  PORT: whole(1, 65_535).default(3_000),
  WATCH: z.enum(watchModes, { error: NO_WATCH_MODE }).default("on"),
  HEALTH_PORT: whole(1, 65_535).optional(),
  HEALTH_HOST: z.string().trim().default("127.0.0.1"),
});

type Environment = z.infer<typeof schema>;

/** The people who operate the bot on Slack: what a manifest is made for, whatever else is set. */
export function readSlackAdmins(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const value = environment["SLACK_ADMINS"]?.trim() || undefined;
  return schema.shape.SLACK_ADMINS.safeParse(value).data ?? [];
}

/**
 * Reads the settings, once.
 *
 * @param environment for example `process.env`; an empty value counts as not set
 * @throws AttacheError "config" with a line for each variable that is wrong, and the fix; never with its secret
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    throw invalid(...problems);
  }
  const { data } = parsed;
  return {
    knowledge: data.KNOWLEDGE,
    exclude: readExclude({ EXCLUDE: data.EXCLUDE }),
    encoder: readEncoder({ ENCODER: data.ENCODER }),
    threshold: data.THRESHOLD ?? null,
    store: data.STORE,
    snapshot: readSnapshot(environment),
    lancedb: data.INDEX ?? null,
    retentionDays: data.RETENTION_DAYS,
    ratePerUser: data.RATE_PER_USER,
    ratePerChannel: data.RATE_PER_CHANNEL,
    logLevel: data.LOG_LEVEL,
    watch: data.WATCH,
    health: data.HEALTH_PORT === undefined ? null : { port: data.HEALTH_PORT, host: data.HEALTH_HOST },
    discord: toDiscord(data),
    slack: toSlack(data),
  };
}

/** Every secret of a configuration: what a log must never show. */
export function secretsOf({ discord, slack }: Config): readonly string[] {
  const secrets: Record<keyof PlatformConfigs, readonly string[]> = {
    discord: discord === null ? [] : [discord.token],
    slack: slack === null ? [] : slackSecrets(slack),
  };
  return Object.values(secrets).flat();
}

function slackSecrets({ mode, botToken }: SlackConfig): string[] {
  return [botToken, mode.kind === "socket" ? mode.appToken : mode.signingSecret];
}

/** Whether people are served on a chat platform: without one, the program is a chat in the terminal. */
export function hasPlatform({ discord, slack }: Config): boolean {
  const platforms: PlatformConfigs = { discord, slack };
  return Object.values(platforms).some((platform) => platform !== null);
}

function toDiscord(data: Environment): DiscordConfig | null {
  if (data.DISCORD_TOKEN === undefined) return null;
  const { DISCORD_ASK_CHANNELS: askChannels = [], DISCORD_FOLLOW_UPS: followUps } = data;
  return {
    token: data.DISCORD_TOKEN,
    channels: withAskChannels(data.DISCORD_CHANNELS, askChannels),
    askChannels,
    // They need the message content intent, which is asked for only where somebody wants what needs it.
    followUps: followUps === undefined ? askChannels.length > 0 : followUps === "on",
    admins: data.DISCORD_ADMINS ?? [],
    escalateTo: data.DISCORD_ESCALATE_TO ?? null,
    apiUrl: data.DISCORD_API_URL ?? null,
  };
}

/** Where every question is meant for the bot, it answers. */
function withAskChannels(channels: readonly string[] | undefined, ask: readonly string[]): readonly string[] | null {
  return channels === undefined ? null : [...new Set([...channels, ...ask])];
}

function toSlack(data: Environment): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = data;
  if (botToken === undefined) {
    const lonely =
      appToken !== undefined ? "SLACK_APP_TOKEN" : signingSecret !== undefined ? "SLACK_SIGNING_SECRET" : null;
    if (lonely !== null) throw invalid(`${lonely} is set but SLACK_BOT_TOKEN is not: set both, or neither`);
    return null;
  }
  const askChannels = data.SLACK_ASK_CHANNELS ?? [];
  const shared = {
    botToken,
    channels: withAskChannels(data.SLACK_CHANNELS, askChannels),
    askChannels,
    followUps: data.SLACK_FOLLOW_UPS !== "off",
    external: data.SLACK_EXTERNAL === "allow",
    bots: data.SLACK_BOTS === "allow",
    admins: data.SLACK_ADMINS ?? [],
    escalateTo: data.SLACK_ESCALATE_TO ?? null,
    commandPrefix: data.SLACK_COMMAND_PREFIX ?? "",
    apiUrl: data.SLACK_API_URL ?? null,
  };
  if (appToken !== undefined) return { ...shared, mode: { kind: "socket", appToken } };
  if (signingSecret !== undefined) return { ...shared, mode: { kind: "http", signingSecret, port: data.PORT } };
  throw invalid(
    "SLACK_BOT_TOKEN alone is not enough: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP",
  );
}
