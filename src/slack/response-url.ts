import { webApi } from "@slack/bolt";
import { insist } from "./insist.ts";

/** What an address of Slack's for answering an interaction did not take, by Slack's own name of the reason. */
export class UrlRefusal extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`response_url: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Posts to a `response_url`, which takes 5 posts within 30 minutes; tries again like any other call.
 *
 * @throws UrlRefusal when Slack does not take it: "expired_url", "used_url", "invalid_blocks" and so on
 */
export function postToUrl(url: string, body: object, timeout: number): Promise<void> {
  return insist(() => post(url, body, timeout));
}

async function post(url: string, body: object, timeout: number): Promise<void> {
  const [response, said] = await send(url, body, timeout).catch((error: unknown) => {
    throw new webApi.WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
  });
  const { status, statusText, ok } = response;
  if (status === 429) throw new webApi.WebAPIRateLimitedError(Number(response.headers.get("retry-after") ?? 1));
  if (status >= 500) throw new webApi.WebAPIHTTPError(status, statusText, {}, said);
  const reason = /"error":\s*"(\w+)"/.exec(said)?.[1];
  if (!ok || /"ok":\s*false/.test(said)) throw new UrlRefusal(reason ?? (said.trim() || String(status)));
}

async function send(url: string, body: object, timeout: number): Promise<[Response, string]> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeout),
  });
  return [response, (await response.text()).slice(0, 200)];
}
