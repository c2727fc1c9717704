import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readAll } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { methods, responseProblems } from "./methods.ts";

export const BOT_TOKEN = "xoxb-1-fake";
export const APP_TOKEN = "xapp-1-fake";
export const BOT_USER = "UBOT";
export const TEAM = "T1";
/** Every scope that the manifest asks for. */
export const SCOPES = [
  "app_mentions:read",
  "assistant:write",
  "channels:history",
  "chat:write",
  "commands",
  "groups:history",
  "im:history",
  "mpim:history",
  "reactions:write",
];

/** A call that arrived and was taken. */
export interface Call {
  /** A method, or "response" for a post to a `response_url`. */
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Milliseconds, as of `performance.now()`. */
  readonly at: number;
}

type Send = (status: number, content: object | string, headers?: Record<string, string>) => void;

interface Slow {
  readonly slow: number | Promise<void>;
  readonly onto?: () => void;
}

/** What befalls a call instead of an answer; `onto` is told when it does. */
type Fault = { readonly onto?: () => void } & (
  | { readonly status: 429; readonly after: number }
  | { readonly status: 500 }
  /** It is done, and acknowledged so many milliseconds later, or once that settles. */
  | Slow
  /** The connection breaks before anything is done. */
  | { readonly reset: true }
  /** `needed` goes with "missing_scope". */
  | { readonly error: string; readonly needed?: string }
  /** A proxy between answers with a page of its own. */
  | { readonly page: string; readonly status: number }
);

/** Slack's Web API: refuses what Slack would, and remembers the rest. */
export class WebApi {
  readonly calls: Call[] = [];
  /** What was refused as malformed: no test leaves any. */
  readonly problems: string[] = [];
  scopes: readonly string[] = SCOPES;
  /** What Slack says of the token once it is good for nothing any more. */
  revoked: string | null = null;
  /** Whether a proxy in between keeps back what Slack says of them. */
  hidesScopes = false;
  /** What `auth.test` says of where the app is installed. */
  install: Readonly<Record<string, unknown>> = { team_id: TEAM };
  /** What `users.info` knows. */
  readonly people = new Map<string, object>();
  /** What was written in threads, oldest first, by channel and thread: each thread begins with its parent. */
  readonly threads = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
  /** Channels that the bot is no member of. */
  readonly outside = new Set<string>();
  /** Trigger ids that are too old. */
  readonly expired = new Set<string>();
  /** Messages on a page of a thread at the most. */
  pageSize = 1_000;
  /** Channels into which Slack lets no message of the bot's, with its reason. */
  readonly refusing = new Map<string, string>();
  /** What has become of every `response_url`; null where they work. */
  urls: "expired_url" | "used_url" | "reset" | null = null;
  /** What befalls the next calls of a method, instead of an answer. */
  readonly faults = new Map<string, Fault[]>();
  /** Where a Socket Mode client is to connect. */
  socket = "";
  readonly server: Server;
  readonly #changed = new EventEmitter();
  readonly #uses = new Map<string, number>();
  #last = 0;

  constructor() {
    this.server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        this.problems.push(String(error));
        response.writeHead(500).end();
      });
    });
    this.#changed.setMaxListeners(0);
  }

  async listen(): Promise<void> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The calls of a method so far. */
  of(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Waits until something holds that calls bring about. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await once(this.#changed, "call");
  }

  /** Waits for the call with that position, from 0, of its method. */
  async nth(method: string, position: number): Promise<Call> {
    await this.until(() => this.of(method).length > position);
    return this.of(method)[position] as Call;
  }

  /** A new `response_url`. */
  responseUrl(): string {
    return `${this.origin}/response/${this.#uses.size + 1_000 + ++this.#last}`;
  }

  timestamp(): string {
    return `1700000000.${String(++this.#last).padStart(6, "0")}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const path = new URL(request.url ?? "/", "http://slack").pathname;
    const method = path.replace(/^\/api\//, "");
    const send: Send = (status, content, headers = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(typeof content === "string" ? content : JSON.stringify(content));
    };
    const reset = () => request.socket.destroy();
    if (path.startsWith("/response/")) {
      if (this.urls === "reset") return void reset();
      if (this.urls !== null) return void response.writeHead(404).end(this.urls);
      const fault = this.#fault("response");
      if (fault !== undefined && "slow" in fault) {
        return this.#respond(path, body, response, fault);
      }
      return fault === undefined ? this.#respond(path, body, response) : this.#fail(fault, send, reset);
    }
    const token = request.headers.authorization?.replace(/^Bearer /, "");
    if (method === "apps.connections.open") {
      if (token !== APP_TOKEN)
        return send(200, { ok: false, error: token === undefined ? "not_authed" : "invalid_auth" });
      const fault = this.#fault(method);
      if (fault !== undefined) return this.#fail(fault, send, reset);
      return send(200, { ok: true, url: this.socket });
    }
    const known = methods[method];
    if (known === undefined) {
      this.problems.push(`Slack has no method ${method}`);
      return send(404, { ok: false, error: "unknown_method" });
    }
    if (token !== BOT_TOKEN)
      return send(200, { ok: false, error: token === undefined ? "not_authed" : "invalid_auth" });
    if (this.revoked !== null) return send(200, { ok: false, error: this.revoked });
    const fault = this.#fault(method);
    const slow = fault !== undefined && "slow" in fault ? fault : null;
    if (fault !== undefined && slow === null) return this.#fail(fault, send, reset);
    if (known.scope !== null && !this.scopes.includes(known.scope)) {
      return send(200, { ok: false, error: "missing_scope", needed: known.scope });
    }
    const args = parseForm(body);
    const problems = known.problems(args);
    if (problems.length > 0) {
      this.problems.push(...problems.map((problem) => `${method}: ${problem}`));
      return send(200, { ok: false, error: "invalid_arguments" });
    }
    const refusal = this.#refusal(args);
    if (refusal !== null) return send(200, { ok: false, error: refusal });
    this.#record(method, args);
    await this.#late(slow);
    send(
      200,
      { ok: true, ...this.#result(method, args) },
      this.hidesScopes ? {} : { "x-oauth-scopes": this.scopes.join(",") },
    );
  }

  #refusal({ channel, trigger_id: trigger }: Readonly<Record<string, unknown>>): string | null {
    if (typeof channel === "string" && this.outside.has(channel)) return "not_in_channel";
    const refused = typeof channel === "string" ? this.refusing.get(channel) : undefined;
    if (refused !== undefined) return refused;
    if (typeof trigger === "string" && this.expired.has(trigger)) return "expired_trigger_id";
    return null;
  }

  #result(method: string, args: Readonly<Record<string, unknown>>): object {
    if (method === "auth.test") {
      return {
        url: "https://fake.slack.com/",
        team: "Fake",
        user: "attache",
        user_id: BOT_USER,
        bot_id: "B1",
        ...this.install,
      };
    }
    if (method === "users.info") return { user: this.people.get(String(args["user"])) };
    if (method === "conversations.replies") return this.#replies(args);
    if (method === "chat.getPermalink") {
      const at = String(args["message_ts"]).replace(".", "");
      return { channel: args["channel"], permalink: `https://fake.slack.com/archives/${args["channel"]}/p${at}` };
    }
    if (method.startsWith("chat.")) return { channel: args["channel"], ts: this.timestamp() };
    return method.startsWith("views.") ? { view: { id: `V${this.calls.length}` } } : {};
  }

  /** Oldest first, and the parent on each page, as far as they fit on a page: docs.slack.dev/reference/methods/conversations.replies */
  #replies({ channel, ts, latest, limit, cursor }: Readonly<Record<string, unknown>>): object {
    const all = this.threads.get(`${channel}:${ts}`) ?? [];
    const until = all.filter((message) => latest === undefined || String(message["ts"]) < String(latest));
    const from = Number(cursor ?? 0);
    const next = from + Math.min(Number(limit), this.pageSize);
    const hasMore = next < until.length;
    const metadata = hasMore ? { response_metadata: { next_cursor: String(next) } } : {};
    const parent = from > 0 ? until.slice(0, 1) : [];
    return { messages: [...parent, ...until.slice(from, next)], has_more: hasMore, ...metadata };
  }

  #fault(method: string): Fault | undefined {
    return this.faults.get(method)?.shift();
  }

  #fail(fault: Fault, send: Send, reset: () => void): void {
    fault.onto?.();
    if ("slow" in fault) throw new Error("what is slow is done all the same");
    if ("page" in fault) send(fault.status, fault.page, { "content-type": "text/html" });
    else if ("reset" in fault) reset();
    else if ("error" in fault) {
      const { error, needed } = fault;
      send(200, { ok: false, error, ...(needed === undefined ? {} : { needed }) });
    } else if (fault.status === 500) send(500, { ok: false });
    else send(429, { ok: false, error: "ratelimited" }, { "retry-after": String(fault.after) });
  }

  async #late(fault: Slow | null): Promise<void> {
    if (fault === null) return;
    fault.onto?.();
    await (typeof fault.slow === "number" ? sleep(fault.slow) : fault.slow);
  }

  async #respond(path: string, body: string, response: ServerResponse, slow: Slow | null = null): Promise<void> {
    const uses = (this.#uses.get(path) ?? 0) + 1;
    this.#uses.set(path, uses);
    const args = JSON.parse(body) as Record<string, unknown>;
    const problems = responseProblems(args);
    if (uses > 5) problems.push("a response_url was used more than 5 times");
    if (problems.length > 0) {
      this.problems.push(...problems.map((problem) => `response_url: ${problem}`));
      response.writeHead(uses > 5 ? 404 : 400).end(uses > 5 ? "used_url" : "invalid_payload");
      return;
    }
    this.#record("response", args);
    await this.#late(slow);
    response.writeHead(200, { "content-type": "text/html" }).end("ok");
  }

  #record(method: string, args: Readonly<Record<string, unknown>>): void {
    this.calls.push({ method, args, at: performance.now() });
    this.#changed.emit("call");
  }
}

/** The SDK sends a form: what is no text in it is JSON. */
function parseForm(body: string): Record<string, unknown> {
  const json = new Set(["blocks", "view", "prompts", "unfurl_links", "unfurl_media", "mrkdwn"]);
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, json.has(key) ? JSON.parse(value) : value]),
  );
}
