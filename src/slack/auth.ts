import { webApi } from "@slack/bolt";
import { howToRun } from "../checkout.ts";
import { AttacheError } from "../errors.ts";
import type { Log } from "../log.ts";
import { messageOf } from "./log.ts";
import { type Scope, scopes } from "./scopes.ts";

/** Who the bot is in its workspace. */
export interface Identity {
  readonly user: string;
  readonly name: string;
  readonly bot: string;
  /** The workspace; null where the app is installed for a whole organisation of Enterprise Grid. */
  readonly team: string | null;
  /** The organisation of Enterprise Grid; null where there is none. */
  readonly enterprise: string | null;
  /** Whether it may speak in the agent pane beyond answering: set titles and suggest questions. */
  readonly agent: boolean;
  /** Whether it may ask what people are called. */
  readonly names: boolean;
}

const REINSTALL = `Paste what \`${howToRun("manifest")}\` prints into the app’s manifest, then reinstall the app`;
/** The setting, and where its value stands. */
export const BOT_TOKEN = ["SLACK_BOT_TOKEN", "the Bot User OAuth Token, xoxb-…, under OAuth & Permissions"] as const;

/**
 * Asks Slack whose token this is and what it permits.
 *
 * @throws AttacheError "config" naming the setting or the scope, and the fix
 */
export async function checkToken(client: webApi.WebClient, log: Log): Promise<Identity> {
  const found = await client.auth.test().catch((error: unknown) => {
    throw startFault(error, ...BOT_TOKEN);
  });
  const { user_id: user, user: name = "me", bot_id: bot, response_metadata: metadata } = found;
  const enterprise = found.enterprise_id ?? null;
  // Of such an install, one for all workspaces, Slack names none of them.
  const forAll = found.is_enterprise_install === true || (found.team_id === undefined && enterprise !== null);
  const team = forAll ? null : found.team_id;
  if (user === undefined || bot === undefined) {
    throw new AttacheError(
      "config",
      "SLACK_BOT_TOKEN is no bot’s token: use the Bot User OAuth Token, which begins with xoxb-",
    );
  }
  if (team === undefined) {
    throw new AttacheError(
      "config",
      "Slack does not say which workspace SLACK_BOT_TOKEN is for: reinstall the app, and copy its Bot User OAuth Token again",
    );
  }
  // A proxy may keep Slack's header back; then the first refusal tells.
  const granted = new Set(metadata?.scopes ?? scopes.map(({ name }) => name));
  const missing = scopes.filter(({ name }) => !granted.has(name));
  const needed = missing.filter(({ optional }) => !optional);
  if (needed.length > 0) {
    throw new AttacheError("config", withoutScopes(needed));
  }
  for (const scope of missing) log.warn(withoutScopes([scope]));
  const agent = granted.has("assistant:write");
  return { user, name, bot, team, enterprise, agent, names: granted.has("users:read") };
}

/** Says what does not work without some scopes, and what to do. */
export function withoutScopes(missing: readonly Scope[]): string {
  const list = missing.map(({ name, use }) => `${name} (for ${use})`).join(", ");
  return `The Slack app lacks the ${missing.length === 1 ? "scope" : "scopes"} ${list}. ${REINSTALL}.`;
}

/** Words a failed first call to Slack so that the person who starts the bot knows what to mend. */
export function startFault(error: unknown, setting: string, where: string): AttacheError {
  const cause = { cause: error };
  const code = platformError(error);
  if (code === "missing_scope" || code === "not_allowed_token_type") {
    return new AttacheError("config", `${setting} does not permit what it is for (${code}): copy ${where}`, cause);
  }
  if (code !== null)
    return new AttacheError("config", `Slack does not accept ${setting} (${code}): copy ${where}`, cause);
  if (error instanceof AttacheError) return error;
  const what = isPage(error)
    ? "It is not Slack that answers, but a web page: a proxy or a login page stands between; check the network and SLACK_API_URL"
    : `Slack cannot be reached (${messageOf(error)}): check the network`;
  return new AttacheError("config", `${what}, then start again`, cause);
}

/** @returns Slack's own name of what went wrong, or null when it was not Slack that refused */
export function platformError(error: unknown): string | null {
  if (!(error instanceof webApi.WebAPIPlatformError)) return null;
  const { error: code } = error.data;
  return CODE.test(code) ? code : null;
}

/** What Slack's names of errors look like: where the answer is no JSON, its client gives all of it for one. */
const CODE = /^[\w.:-]{1,100}$/;

function isPage(error: unknown): boolean {
  const text =
    error instanceof webApi.WebAPIPlatformError
      ? error.data.error
      : error instanceof webApi.WebAPIHTTPError && error.statusCode < 500
        ? error.body
        : null;
  return typeof text === "string" && /^\s*</.test(text);
}

/** What Slack says of a token that is good for nothing any more: docs.slack.dev/reference/methods/auth.test#errors */
const REVOKED = new Set([
  "account_inactive",
  "invalid_auth",
  "not_allowed_token_type",
  "not_authed",
  "token_expired",
  "token_revoked",
]);

export function isRevoked(error: unknown): boolean {
  return REVOKED.has(platformError(error) ?? "");
}
