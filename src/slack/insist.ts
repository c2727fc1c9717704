import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";

/** Milliseconds before each further attempt at what Slack could not do just then. */
const PAUSES = [250, 1_000, 3_000];
/** Milliseconds for which a call is tried, however often Slack asks for less. */
const PATIENCE = 120_000;

/** Slack's own faults, told with `ok: false`: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const PASSING = new Set(["internal_error", "fatal_error", "service_unavailable", "request_timeout"]);
const LIMITED = new Set(["ratelimited", "rate_limited"]);

/**
 * Tries a call again where Slack asks for less or has a fault of its own, and where it was not reached. One that Slack
 * does not acknowledge in time is not tried again: it may well have been done. Each call waits for itself alone, while
 * Slack's client, left to do this, holds up every other call as well.
 *
 * @param patience milliseconds after which no further attempt is begun
 * @throws what the last attempt threw
 */
export async function insist<T>(call: () => Promise<T>, patience = PATIENCE): Promise<T> {
  const until = performance.now() + patience;
  for (let faults = 0; ; ) {
    try {
      return await call();
    } catch (error) {
      const limited = limitOf(error);
      const pause = limited ?? (isPassing(error) ? PAUSES[faults++] : undefined);
      if (pause === undefined || performance.now() + pause > until) throw error;
      // Spread a little, so that those who wait for one channel do not come back at one moment.
      await sleep(pause * (1 + Math.random() / 10));
    }
  }
}

/** Whether the same call may succeed a little later: Slack asks for less, has a fault of its own or was not reached. */
export function mayPass(error: unknown): boolean {
  return limitOf(error) !== null || isPassing(error) || isUnacknowledged(error);
}

/** Milliseconds that Slack asks to wait; null when it does not ask. */
function limitOf(error: unknown): number | null {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1_000;
  return error instanceof webApi.WebAPIPlatformError && LIMITED.has(error.data.error) ? 1_000 : null;
}

function isPassing(error: unknown): boolean {
  if (error instanceof webApi.WebAPIPlatformError) return PASSING.has(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return error.statusCode >= 500;
  return error instanceof webApi.WebAPIRequestError && !isUnacknowledged(error);
}

/** Whether a request was sent, and nothing was heard of it for too long. */
export function isUnacknowledged(error: unknown): boolean {
  if (!(error instanceof webApi.WebAPIRequestError)) return false;
  const { name, cause } = error.original;
  const { code } = (cause ?? {}) as { code?: unknown };
  return name === "TimeoutError" || code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT";
}
