import { once } from "node:events";
import { createServer } from "node:net";
import { commands } from "../../../commands/index.ts";
import { type Adapter, type Bot, createBot } from "../../../src/chat/bot.ts";
import type { KeepAnswer } from "../../../src/chat/people/people.ts";
import { createRateLimits } from "../../../src/chat/rate-limits.ts";
import type { SlackConfig } from "../../../src/config.ts";
import { dispatch } from "../../../src/dispatch.ts";
import { type Knowledge, openKnowledge } from "../../../src/index.ts";
import type { Log } from "../../../src/log.ts";
import { actionsOf } from "../../../src/replies/actions.ts";
import { createSlackAdapter, type SlackOptions } from "../../../src/slack/adapter.ts";
import { ENDPOINT } from "../../../src/slack/names.ts";
import { openSqliteStore } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import { deliver, SIGNING_SECRET } from "./http.ts";
import { type Acknowledged, type Kind, SocketMode } from "./socket.ts";
import { APP_TOKEN, BOT_TOKEN, WebApi } from "./web-api.ts";

/** Lines that the program logged. */
export interface Logged {
  readonly level: "info" | "warn" | "error";
  readonly message: string;
  readonly fields: unknown;
}

export interface World {
  readonly api: WebApi;
  /** Only in Socket Mode. */
  readonly socket: SocketMode;
  readonly store: Store;
  readonly bot: Bot;
  readonly adapter: Adapter;
  /** Settles once the bot says that it cannot go on. */
  readonly failed: Promise<Error>;
  readonly logged: Logged[];
  /** Where Slack posts to, in HTTP mode. */
  readonly url: string;
  deliver(type: Kind, payload: object): Promise<Acknowledged | null>;
  /** Another adapter on the same store, as a second process or after a restart. */
  another(): Adapter;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly mode: "socket" | "http";
  readonly file?: string;
  readonly perMinute?: number;
  /** What `auth.test` says of where the app is installed. */
  readonly install?: Readonly<Record<string, unknown>>;
  readonly scopes?: readonly string[];
  /** What it answers from, instead of the documents of this repository. */
  readonly knowledge?: Knowledge;
  readonly slack?: Partial<SlackConfig>;
  readonly keepAnswer?: KeepAnswer;
  readonly timing?: SlackOptions["timing"];
}

const worlds: World[] = [];

/** Opens a world and starts its adapter, in Socket Mode unless said otherwise; `closeWorlds` ends it. */
export async function startWorld(options: Partial<WorldOptions> = {}): Promise<World> {
  const world = await openWorld({ mode: "socket", ...options });
  worlds.push(world);
  await world.adapter.start();
  return world;
}

/** Ends what `startWorld` began. @returns what Slack refused as malformed: there must be none */
export async function closeWorlds(): Promise<string[]> {
  const ended = worlds.splice(0);
  for (const world of ended) await world.close();
  return ended.flatMap(({ api }) => api.problems);
}

let read: Promise<Knowledge> | undefined;
/** The documents of this repository, read once. */
function knowledgeOfTests(): Promise<Knowledge> {
  read ??= openKnowledge({ folder: "knowledge" });
  return read;
}

/** The real adapter, bot and store, before a Slack of our own. The adapter is not started yet. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { mode, file = ":memory:", perMinute = 10_000, slack, install, scopes, timing = {} } = options;
  const api = new WebApi();
  if (install !== undefined) api.install = install;
  if (scopes !== undefined) api.scopes = scopes;
  await api.listen();
  const socket = new SocketMode(api.server);
  api.socket = socket.url;
  const logged: Logged[] = [];
  const log = logInto(logged);
  const store = await openSqliteStore(file);
  const limits = createRateLimits({ perUser: perMinute, perChannel: perMinute });
  const knowledge = options.knowledge ?? (await knowledgeOfTests());
  const bot = createBot({
    commands,
    knowledge,
    store,
    limits,
    log,
    operators: { discord: [], slack: options.slack?.admins ?? [] },
    escalatedOn: options.slack?.escalateTo == null ? [] : ["slack"],
    ...(options.keepAnswer === undefined ? {} : { keepAnswer: options.keepAnswer }),
  });
  const port = mode === "http" ? await freePort() : 0;
  const url = `http://127.0.0.1:${port}${ENDPOINT}`;
  const config: SlackConfig = {
    botToken: BOT_TOKEN,
    mode: mode === "socket" ? { kind: mode, appToken: APP_TOKEN } : { kind: mode, signingSecret: SIGNING_SECRET, port },
    channels: null,
    askChannels: [],
    followUps: true,
    external: false,
    bots: false,
    admins: [],
    escalateTo: null,
    commandPrefix: "",
    apiUrl: `${api.origin}/api/`,
    ...slack,
  };
  const { promise: failed, resolve: onFatal } = Promise.withResolvers<Error>();
  const create = () => createSlackAdapter({ bot, log, config, onFatal, timing });
  const adapter = create();
  return {
    api,
    socket,
    store,
    bot,
    adapter,
    failed,
    logged,
    url,
    deliver: (type, payload) => (mode === "socket" ? socket.deliver(type, payload) : deliver(url, type, payload)),
    another: create,
    async close() {
      await adapter.stop();
      socket.close();
      api.close();
      await store.close();
    },
  };
}

/** One whose answer does not fit on a page, however passages are ranked at present. */
export async function questionWithMore(): Promise<string> {
  const knowledge = await knowledgeOfTests();
  const context = { knowledge, history: [], formatCommand: (name: string) => `/${name}`, feedback: { vote() {} } };
  const candidates = [
    "who was expelled",
    "what did Putin say",
    "what did Putin decide about American diplomats",
    "Putin",
  ];
  for (const question of [...candidates, ...(await knowledge.answeredQuestions())]) {
    const request = { command: "ask", input: { values: { question } } };
    const { reply } = await dispatch(commands, request, context, () => {});
    if (actionsOf(reply).some(({ label }) => label === "More")) return question;
  }
  throw new Error("every answer fits on a page");
}

function logInto(logged: Logged[]): Log {
  const at = (level: Logged["level"]) => (message: string, fields?: unknown) => {
    logged.push({ level, message, fields });
  };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
