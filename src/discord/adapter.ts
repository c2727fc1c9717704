import { setTimeout as sleep } from "node:timers/promises";
import { Client, type ClientOptions, Events, Options, Partials, Status } from "discord.js";
import type { Adapter, Bot } from "../chat/bot.ts";
import { tellWaiting } from "../chat/waiting.ts";
import { howToRun } from "../checkout.ts";
import { offeredIn } from "../command.ts";
import { AttacheError } from "../errors.ts";
import { type Log, sumUp } from "../log.ts";
import { isMentionAdded } from "./edits.ts";
import { watchGateway, watchRateLimits } from "./gateway.ts";
import { explainIntents, type Hearing, intentsFor } from "./intents.ts";
import { createInteractionHandler } from "./interactions.ts";
import { createMessageHandler } from "./messages.ts";
import { reportNamedChannels } from "./named-channels.ts";
import { compareCommands, isEmpty } from "./register.ts";
import { restOptions } from "./rest.ts";
import { type Application, causeOf, closingOf, inviteLink, REVOKED, readApplication, wrapFailure } from "./start-up.ts";

export interface DiscordOptions extends Hearing {
  readonly token: string;
  readonly bot: Bot;
  readonly log: Log;
  /** Ids of the channels to answer in; null means all. Direct messages are always answered. */
  readonly channels: readonly string[] | null;
  /** Ids of the people who operate the bot. */
  readonly admins?: readonly string[];
  /** Id of the channel in which people answer what the documents do not; null or absent for none. */
  readonly escalateTo?: string | null;
  /** Told when the connection is gone for good, long after the start. */
  readonly onFatal: (error: AttacheError) => void;
  /** Address of the API, without a slash at the end or a version; null for Discord's own. */
  readonly api: string | null;
  /** For tests. */
  readonly ws?: NonNullable<ClientOptions["ws"]>;
  /** Milliseconds until Discord is asked for patience with an answer. */
  readonly deferAfter?: number;
  /** Milliseconds until the log says what the start waits for; for tests. */
  readonly patience?: number;
}

/** Milliseconds: the rest of Discord's 3 s is for its own way and ours, and for all who wait at once. */
const DEFER_AFTER = 1_000;
/** Servers whose own commands are looked at, at the start. */
const MAX_SERVERS = 5;
/** Milliseconds in which work in flight may end once the bot is to stop. */
const GRACE = 10_000;
/** Milliseconds in which the connection may close. */
const CLOSING = 1_000;

/** Discord's connection. */
export function createDiscordAdapter(options: DiscordOptions): Adapter {
  const {
    token,
    bot,
    channels,
    askChannels,
    followUps,
    onFatal,
    api,
    ws,
    deferAfter = DEFER_AFTER,
    patience,
    admins = [],
    escalateTo = null,
  } = options;
  const commands = offeredIn(bot.commands, admins);
  const hearing: Hearing = { askChannels, followUps };
  const log = sumUp(options.log);
  let stopping = false;
  let connected = false;
  const client = new Client({
    intents: intentsFor(hearing),
    // The channel of a direct message comes with it only.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // Of earlier messages only the one that a message replies to is looked at, and it comes with that message.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 25 }),
    rest: restOptions(api, () => {
      if (connected && !stopping) onFatal(new AttacheError("discord", REVOKED));
    }),
    ...(ws === undefined ? {} : { ws }),
  });
  const inFlight = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    inFlight.add(work);
    void work.finally(() => inFlight.delete(work));
  };
  const isStopping = () => stopping;
  const onInteraction = createInteractionHandler({ bot, log, channels, escalateTo, deferAfter, isStopping });
  const onMessage = createMessageHandler({ bot, log, channels, escalateTo, ...hearing, isStopping });

  async function connect(): Promise<void> {
    client.rest.setToken(token);
    watchRateLimits(client, log);
    const application = await readApplication(client.rest);
    client.on(Events.InteractionCreate, (interaction) => track(onInteraction(interaction)));
    client.on(Events.MessageCreate, (message) => track(onMessage(message)));
    client.on(Events.MessageUpdate, (before, message) => {
      if (isMentionAdded(before, message)) track(onMessage(message));
    });
    const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    // Until the client listens for it, an error of the connection makes `login` fail.
    await client
      .login(token)
      .catch((error: unknown) => wrapFailure(explainIntents(closingOf(error), hearing) ?? error));
    watchGateway(client, { log, hearing, onFatal, isStopping });
    await ready;
    connected = true;
    const servers = [...client.guilds.cache.keys()];
    log.info(`Discord: connected as ${application.name}`, { servers: servers.length });
    if (servers.length === 0) {
      log.warn(`Discord: the bot is in no server yet; invite it: ${inviteLink(application.id)}`);
    }
    // Mere hints: the bot serves without them, and does not wait for them.
    if (client.isReady()) void reportNamedChannels(client, { channels, askChannels, escalateTo }, log);
    void checkCommands(application, servers).catch((error: unknown) => {
      if (!stopping)
        log.warn(
          `Discord does not list the commands, so it is not known whether ${howToRun("register")} is due`,
          causeOf(error),
        );
    });
  }

  /** What the start waits for. */
  function waitsFor(): string {
    const [shard] = client.ws.shards.values();
    if (client.token === null) return "Discord to say whose token DISCORD_TOKEN is (GET /applications/@me)";
    if (shard === undefined) return "Discord to say where its gateway is (GET /gateway/bot)";
    if (shard.status === Status.WaitingForGuilds) return "Discord to tell of the servers that the bot is in";
    const what = shard.status === Status.Identifying ? "the session that was asked for (READY)" : "its hello";
    return `Discord’s gateway, ${client.ws.gateway}: ${what}`;
  }

  /** Commands may be registered everywhere, or for a server to try them in. */
  async function checkCommands({ id }: Application, servers: readonly string[]): Promise<void> {
    const difference = await compareCommands(client.rest, id, commands, null);
    if (isEmpty(difference)) return;
    for (const server of servers.slice(0, MAX_SERVERS)) {
      if (isEmpty(await compareCommands(client.rest, id, commands, server))) return;
    }
    log.warn(`Discord does not know the commands as they are here: run ${howToRun("register")}`, { ...difference });
  }

  /** While discord.js waits for a gateway's hello, its `destroy` never ends. */
  async function disconnect(): Promise<void> {
    await Promise.race([client.destroy(), sleep(CLOSING, undefined, { ref: false })]);
  }

  return {
    name: "Discord",

    isConnected: () => connected && !stopping && client.isReady() && client.ws.status === Status.Ready,

    async start() {
      try {
        await tellWaiting(connect(), waitsFor, log, patience);
      } catch (error) {
        await disconnect();
        throw error;
      }
    },

    async stop() {
      stopping = true;
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, GRACE);
      await Promise.race([Promise.all(inFlight), late]);
      clearTimeout(timer);
      await disconnect();
      log.flush();
    },
  };
}
