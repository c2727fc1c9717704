import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { Agent } from "undici";

/**
 * Connections to Discord at the most. Without a bound each of a thousand responses at once opens one of its own, which
 * takes longer than the responses themselves, and more files than a process may have open.
 */
const CONNECTIONS = 100;

/** Requests that carry the token of an interaction in place of the bot's. */
const OWN_TOKEN = /\/(?:interactions|webhooks)\//;

/**
 * How requests are made. A connection that breaks under a request is tried again like one that is reset: undici names
 * the two differently, and discord.js knows one name only. Repeating does no harm, since Discord tells a repeated
 * response from a first one, and a repeated message by its nonce.
 *
 * @param api address of the API, without a slash at the end or a version; null for Discord's own
 * @param onUnauthorized told when Discord does not take the bot's token
 */
export function restOptions(api: string | null, onUnauthorized: () => void = () => {}): Partial<RESTOptions> {
  return {
    ...(api === null ? {} : { api }),
    agent: new Agent({ connections: CONNECTIONS }),
    async makeRequest(url, init) {
      try {
        const response = await DefaultRestOptions.makeRequest(url, init);
        if (response.status === 401 && !OWN_TOKEN.test(url)) onUnauthorized();
        return response;
      } catch (error) {
        if ((error as { code?: unknown }).code !== "UND_ERR_SOCKET") throw error;
        throw Object.assign(new Error("The connection broke", { cause: error }), { code: "ECONNRESET" });
      }
    },
  };
}
