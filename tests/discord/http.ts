import { EventEmitter, once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type APIApplicationCommand, type APIMessage, type APIUser, MessageFlags } from "discord-api-types/v10";
import { checkAgainstDescription } from "./openapi.ts";
import { checkCallback, checkCommands, checkMessage } from "./rules.ts";
import {
  APPLICATION,
  ann,
  asSeenByBot,
  ben,
  bot,
  channels,
  directChannelOf,
  type FakeInteraction,
  guilds,
  type Shown,
  snowflake,
  type World,
} from "./world.ts";

type Json = Record<string, unknown>;

/** Discord's answer to a request. */
interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** In place of a body: a page of HTML. */
  readonly page?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is to happen to a request instead of, or before, its answer. */
export type Fault =
  /** "lost": nothing was done; "answer lost": it was done, but nobody hears of it. */
  | { readonly kind: "lost" }
  | { readonly kind: "answer lost" }
  | { readonly kind: "status"; readonly status: number; readonly body?: unknown }
  /** A proxy between answers with a page of its own. */
  | { readonly kind: "page"; readonly status: number; readonly page: string }
  | { readonly kind: "rate limited"; readonly seconds: number; readonly global?: boolean };

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: Json | null;
}

export class FakeHttp {
  readonly #world: World;
  readonly #arrivals = new EventEmitter();
  readonly requests: Recorded[] = [];
  readonly #faults: { matches: RegExp; fault: Fault; times: number }[] = [];
  /** Responses wait for this before they are sent: an acknowledgement that comes late. */
  hold: Promise<void> | null = null;
  gatewayUrl = "";
  /** Sessions that may still be begun today. */
  remaining = 999;

  readonly #patience: number;

  /** @param patience milliseconds for which an interaction may be responded to */
  constructor(world: World, patience: number) {
    this.#world = world;
    this.#patience = patience;
  }

  /** Lets the next so many requests fail whose "METHOD /path" matches. */
  fail(matches: RegExp, fault: Fault, times = 1): void {
    this.#faults.push({ matches, fault, times });
  }

  /** Settles once a request has come whose "METHOD /path" matches. */
  async seen(pattern: RegExp): Promise<void> {
    while (!this.requests.some(({ method, path }) => pattern.test(`${method} ${path}`))) {
      await once(this.#arrivals, "request");
    }
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = performance.now();
    const method = request.method ?? "GET";
    const [address = ""] = (request.url ?? "").split("?");
    const path = decodeURIComponent(address.replace(/^\/api\/v10/, ""));
    const body = await readJson(request);
    this.requests.push({ method, path, body });
    this.#arrivals.emit("request");
    const fault = this.#nextFault(`${method} ${path}`);
    if (fault?.kind === "lost") {
      request.socket.destroy();
      return;
    }
    const answer =
      fault !== undefined && fault.kind !== "answer lost"
        ? faulty(fault)
        : this.#route(request, method, path, body, arrived);
    if (this.hold !== null) await this.hold;
    if (fault?.kind === "answer lost") {
      request.socket.destroy();
      return;
    }
    const { status, page } = answer;
    if (page !== undefined) return void response.writeHead(status, { "content-type": "text/html" }).end(page);
    response.writeHead(status, {
      ...(answer.body === undefined ? {} : { "content-type": "application/json" }),
      ...answer.headers,
    });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  #nextFault(line: string): Fault | undefined {
    const found = this.#faults.find(({ matches, times }) => times > 0 && matches.test(line));
    if (found === undefined) return undefined;
    found.times--;
    return found.fault;
  }

  /** Answers, or refuses as Discord does, and remembers each refusal that is a mistake of the bot's. */
  #route(request: IncomingMessage, method: string, path: string, body: Json | null, arrived: number): Answer {
    const isInteraction = /^\/(?:interactions|webhooks)\//.test(path);
    if (!isInteraction && request.headers.authorization !== `Bot ${this.#world.token}`) {
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    }
    const problems = checkAgainstDescription(method, path, body);
    if (body !== null && !/^application\/json/.test(request.headers["content-type"] ?? "")) {
      problems.push(`${method} ${path}: a body that is not application/json`);
    }
    const answer = this.#dispatch(method, path, body ?? {}, problems, arrived);
    if (problems.length === 0) return answer();
    this.#world.problems.push(...problems);
    return { status: 400, body: { code: 50_035, message: "Invalid Form Body", errors: { _errors: problems } } };
  }

  /** @returns what is done when the request has no problems */
  #dispatch(method: string, path: string, body: Json, problems: string[], arrived: number): () => Answer {
    const [, first = "", second = "", third = "", ...rest] = path.split("/");
    const key = `${method} /${first}`;
    if (path === "/gateway/bot") return () => ({ status: 200, body: this.#gatewayInformation() });
    if (path === "/applications/@me") return () => ({ status: 200, body: { id: APPLICATION, name: bot.username } });
    if (key === "GET /channels" && third === "") return () => readChannel(second);
    if (first === "applications" && path.endsWith("/commands")) return this.#commands(method, path, body, problems);
    if (key === "POST /interactions") return this.#callback(second, third, body, problems, arrived);
    if (first === "webhooks") return this.#webhook(method, third, rest, body, problems);
    if (path === "/users/@me/channels") return () => this.#openDirect(String(body["recipient_id"]));
    if (key === "POST /channels" && third === "messages") return this.#createMessage(second, body, problems);
    if (key === "PUT /channels" && rest[1] === "reactions") return this.#react(second, rest, problems);
    if (key === "GET /channels" && third === "messages" && rest.length === 1) {
      return () => this.#readMessage(second, rest[0] ?? "");
    }
    problems.push(`a request that the fake does not know: ${method} ${path}`);
    return () => ({ status: 404, body: { message: "404: Not Found", code: 0 } });
  }

  #gatewayInformation() {
    return {
      url: this.gatewayUrl,
      shards: 1,
      session_start_limit: { total: 1_000, remaining: this.remaining, reset_after: 14_400_000, max_concurrency: 1 },
    };
  }

  #commands(method: string, path: string, body: unknown, problems: string[]): () => Answer {
    const [, , , kind, guild] = path.split("/");
    const scope = kind === "guilds" ? (guild as string) : "everywhere";
    if (scope !== "everywhere" && !guilds.some((id) => id === scope)) {
      return () => ({ status: 403, body: { message: "Missing Access", code: 50_001 } });
    }
    if (method === "GET") return () => ({ status: 200, body: this.#world.commands.get(scope) ?? [] });
    problems.push(...checkCommands(body as never));
    return () => {
      const registered = (body as Json[]).map((command) => asRegistered(command, scope));
      this.#world.commands.set(scope, registered);
      return { status: 200, body: registered };
    };
  }

  #callback(id: string, token: string, body: Json, problems: string[], arrived: number): () => Answer {
    const interaction = this.#world.interactions.get(token);
    if (interaction === undefined || interaction.id !== id || interaction.expired) return unknownInteraction;
    if (arrived - interaction.sent > this.#patience) return unknownInteraction;
    if (interaction.responses > 0) {
      return () => ({ status: 400, body: { code: 40_060, message: "Interaction has already been acknowledged." } });
    }
    problems.push(...checkCallback(body, interaction.kind));
    return () => {
      interaction.responses++;
      interaction.responded = arrived;
      const data = (body["data"] ?? {}) as Json;
      const flags = Number(data["flags"] ?? 0);
      interaction.ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
      if (body["type"] === 5) interaction.deferred = true;
      if (body["type"] === 4) this.#show(interaction, data);
      if (body["type"] === 6) interaction.resolve({ kind: "nothing" });
      if (body["type"] === 8) interaction.resolve({ kind: "choices", choices: data["choices"] as never });
      if (body["type"] === 9) interaction.resolve({ kind: "modal", modal: data });
      return { status: 204 };
    };
  }

  #webhook(method: string, token: string, rest: string[], body: Json, problems: string[]): () => Answer {
    const interaction = this.#world.interactions.get(token);
    if (interaction === undefined) return unknownWebhook;
    if (rest.length === 0 && method === "POST") {
      problems.push(...checkMessage(body));
      if (interaction.deferred && interaction.original === null) {
        problems.push("the first follow-up of a deferred response takes its place, and its visibility");
      }
      return () => {
        interaction.ephemeral = (Number(body["flags"] ?? 0) & MessageFlags.Ephemeral) !== 0;
        return { status: 200, body: this.#show(interaction, body) };
      };
    }
    if (rest[1] !== "@original") return unknownWebhook;
    if (method === "DELETE") {
      return () => {
        interaction.deferred = false;
        interaction.original = null;
        return { status: 204 };
      };
    }
    if (interaction.responses === 0) return unknownWebhook;
    problems.push(...checkMessage(body, { edit: true }));
    return () => ({ status: 200, body: this.#show(interaction, body) });
  }

  #show(interaction: FakeInteraction, data: Json): APIMessage {
    const message = this.#messageOf(data, interaction.channel);
    interaction.original = message;
    const { ephemeral, deferred } = interaction;
    if (ephemeral) message.flags = (message.flags ?? 0) | MessageFlags.Ephemeral;
    const shown: Shown = { kind: "message", message, ephemeral, deferred };
    interaction.resolve(shown);
    return message;
  }

  #openDirect(person: string): Answer {
    const recipient = [ann, ben].find(({ id }) => id === person);
    if (recipient === undefined) return { status: 400, body: { code: 50_033, message: "Invalid Recipient(s)" } };
    return {
      status: 200,
      body: { id: directChannelOf(recipient), type: 1, last_message_id: null, recipients: [recipient], flags: 0 },
    };
  }

  #createMessage(channel: string, body: Json, problems: string[]): () => Answer {
    problems.push(...checkMessage(body));
    if ((Number(body["flags"] ?? 0) & MessageFlags.Ephemeral) !== 0) {
      problems.push("an ephemeral message outside of an interaction");
    }
    if (this.#world.closed.has(channel)) {
      return () => ({ status: 403, body: { code: 50_007, message: "Cannot send messages to this user" } });
    }
    const refusal = this.#world.refusing.get(channel);
    if (refusal !== undefined) {
      return () => ({ status: refusal.status, body: { code: refusal.code, message: "refused" } });
    }
    if (this.#world.noHistory.has(channel) && body["message_reference"] !== undefined) {
      const message = "Cannot reply without permission to read message history";
      return () => ({ status: 403, body: { code: 160_002, message } });
    }
    return () => {
      const nonce = body["enforce_nonce"] === true ? String(body["nonce"]) : null;
      const before = nonce === null ? undefined : this.#world.nonces.get(nonce);
      if (before !== undefined) return { status: 200, body: before };
      const message = this.#messageOf(body, channel);
      if (nonce !== null) this.#world.nonces.set(nonce, message);
      const named = nonce !== null && this.#world.waiting.has(nonce) ? nonce : this.#lastAsked(channel);
      const asked = (message.message_reference?.message_id ?? named) as string | undefined;
      if (asked !== undefined) this.#world.waiting.get(asked)?.(message);
      return { status: 200, body: message };
    };
  }

  /** docs.discord.com/developers/resources/message#create-reaction */
  #react(channel: string, [message = "", , emoji = "", who]: string[], problems: string[]): () => Answer {
    if (who !== "@me") problems.push("a reaction in somebody else’s name");
    if (this.#world.noReactions.has(channel)) {
      return () => ({ status: 403, body: { code: 50_013, message: "Missing Permissions" } });
    }
    return () => {
      this.#world.reactions.push({ message, emoji });
      this.#world.reacting.get(message)?.(emoji);
      return { status: 204 };
    };
  }

  #readMessage(channel: string, id: string): Answer {
    const message = this.#world.messages.get(id);
    if (message === undefined || message.channel_id !== channel) {
      return { status: 404, body: { code: 10_008, message: "Unknown Message" } };
    }
    return { status: 200, body: asSeenByBot(this.#world, message) };
  }

  /** A direct message may answer without a reference: it answers the last one of that person. */
  #lastAsked(channel: string): string | undefined {
    return [...this.#world.waiting.keys()].findLast((id) => {
      const asked = this.#world.messages.get(id);
      return asked !== undefined && directChannelOf(asked.author) === channel;
    });
  }

  #messageOf(data: Json, channel: string): APIMessage {
    const reference = data["message_reference"] as { message_id: string } | undefined;
    const message = {
      id: snowflake(),
      channel_id: channel,
      author: bot,
      content: data["content"] ?? "",
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: mentionsOf(data),
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      type: reference === undefined ? 0 : 19,
      flags: Number(data["flags"] ?? 0),
      components: data["components"] ?? [],
      ...(reference === undefined ? {} : { message_reference: { ...reference, channel_id: channel } }),
    } as unknown as APIMessage;
    this.#world.messages.set(message.id, message);
    return message;
  }
}

/** Whom a message of the bot's tells of it: who stands in its text, and is allowed to be told. */
function mentionsOf({ content, components, allowed_mentions: allowed }: Json): APIUser[] {
  const { users = [] } = (allowed ?? {}) as { users?: readonly string[] };
  const text = JSON.stringify([content, components]);
  return [ann, ben].filter(({ id }) => users.includes(id) && text.includes(`<@${id}>`));
}

/** What the bot sees of a channel. */
function readChannel(id: string): Answer {
  const channel = channels[id];
  if (channel === undefined) return { status: 404, body: { code: 10_003, message: "Unknown Channel" } };
  return { status: 200, body: channel };
}

const unknownInteraction = (): Answer => ({ status: 404, body: { code: 10_062, message: "Unknown interaction" } });
const unknownWebhook = (): Answer => ({ status: 404, body: { code: 10_015, message: "Unknown Webhook" } });

function faulty(fault: Exclude<Fault, { kind: "lost" } | { kind: "answer lost" }>): Answer {
  if (fault.kind === "status") return { status: fault.status, body: fault.body ?? { message: "a fault", code: 0 } };
  if (fault.kind === "page") return fault;
  const { seconds, global = false } = fault;
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: seconds, global },
    headers: {
      "retry-after": String(Math.ceil(seconds)),
      "x-ratelimit-scope": global ? "global" : "shared",
      ...(global
        ? { "x-ratelimit-global": "true" }
        : {
            "x-ratelimit-limit": "5",
            "x-ratelimit-remaining": "0",
            "x-ratelimit-reset-after": String(seconds),
            "x-ratelimit-bucket": "fake",
          }),
    },
  };
}

/** Adds what Discord adds, and leaves out what it leaves out: a `false` that is the default. */
function asRegistered(command: Json, scope: string): APIApplicationCommand {
  const options = ((command["options"] ?? []) as Json[]).map((option) =>
    Object.fromEntries(Object.entries(option).filter(([, value]) => value !== false)),
  );
  return {
    id: snowflake(),
    application_id: APPLICATION,
    version: snowflake(),
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
    description: "",
    ...(scope === "everywhere" ? {} : { guild_id: scope }),
    ...command,
    ...(options.length === 0 ? {} : { options }),
  } as unknown as APIApplicationCommand;
}

async function readJson(request: IncomingMessage): Promise<Json | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? null : (JSON.parse(text) as Json);
}
