import { webApi } from "@slack/bolt";
import { AttacheError } from "../errors.ts";
import type { Log } from "../log.ts";
import { BOT_TOKEN, isRevoked, platformError, startFault, withoutScopes } from "./auth.ts";
import { scopes } from "./scopes.ts";

/** Notices that the bot's token, or a scope of it, was taken away while it runs. */
export interface Watch {
  /** Looks at what a call ended with. */
  readonly onFailure: (error: unknown) => void;
  /** Asks Slack whether the token is still good: an event, or a refusal, says that it is not. */
  readonly check: () => Promise<void>;
}

export interface WatchOptions {
  readonly log: Log;
  /** A client of its own, whose failures nobody watches. */
  readonly client: webApi.WebClient;
  /** Told when the bot can do nothing any more, by each call that shows it. */
  readonly onFatal: (error: AttacheError) => void;
}

export function watchToken({ log, client, onFatal }: WatchOptions): Watch {
  let checking: Promise<void> | null = null;

  /** One refusal may be a slip of Slack's: two in a row are none. */
  async function ask(): Promise<void> {
    try {
      await client.auth.test();
    } catch (error) {
      if (isRevoked(error)) onFatal(startFault(error, ...BOT_TOKEN));
    }
  }

  function check(): Promise<void> {
    checking ??= ask().finally(() => {
      checking = null;
    });
    return checking;
  }

  return {
    check,
    onFailure(error) {
      if (isRevoked(error)) void check();
      if (platformError(error) !== "missing_scope") return;
      const { needed } = (error as webApi.WebAPIPlatformError).data as { needed?: unknown };
      const scope = scopes.find(({ name }) => String(needed).split(",").includes(name));
      if (scope === undefined) return;
      if (scope.optional) log.warn(withoutScopes([scope]));
      else onFatal(new AttacheError("config", withoutScopes([scope])));
    },
  };
}

/** A client that tells what each call of it failed with. */
export class WatchedClient extends webApi.WebClient {
  #onFailure: Watch["onFailure"] = () => {};

  watchedBy(onFailure: Watch["onFailure"]): this {
    this.#onFailure = onFailure;
    return this;
  }

  override async apiCall(...call: Parameters<webApi.WebClient["apiCall"]>): Promise<webApi.WebAPICallResult> {
    try {
      return await super.apiCall(...call);
    } catch (error) {
      this.#onFailure(error);
      throw error;
    }
  }
}
