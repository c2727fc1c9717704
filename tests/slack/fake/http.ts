import { createHmac } from "node:crypto";
import type { Acknowledged, Kind } from "./socket.ts";

export const SIGNING_SECRET = "fake-signing-secret";

export interface Signing {
  readonly secret?: string;
  /** Seconds that the time stamp lies in the past. */
  readonly age?: number;
}

/** Posts a delivery as Slack does. @returns the response */
export function post(url: string, type: Kind, payload: object, { secret = SIGNING_SECRET, age = 0 }: Signing = {}) {
  const body = encode(type, payload);
  const time = String(Math.floor(Date.now() / 1_000) - age);
  const signature = createHmac("sha256", secret).update(`v0:${time}:${body}`).digest("hex");
  return fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": type === "events_api" ? "application/json" : "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": time,
      "x-slack-signature": `v0=${signature}`,
    },
  });
}

/** Like `post`, for a delivery that is to be acknowledged. */
export async function deliver(url: string, type: Kind, payload: object): Promise<Acknowledged | null> {
  const sent = performance.now();
  const response = await post(url, type, payload);
  const after = performance.now() - sent;
  if (response.status !== 200) throw new Error(`a delivery got ${response.status}`);
  const text = await response.text();
  return { body: text === "" ? {} : JSON.parse(text), after };
}

function encode(type: Kind, payload: object): string {
  if (type === "events_api") return JSON.stringify(payload);
  if (type === "interactive") return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(payload as Record<string, string>).toString();
}
