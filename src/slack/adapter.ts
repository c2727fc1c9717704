import { App, webApi } from "@slack/bolt";
import type { Adapter, Bot } from "../chat/bot.ts";
import { tellWaiting } from "../chat/waiting.ts";
import type { SlackConfig } from "../config.ts";
import type { AttacheError } from "../errors.ts";
import { type Log, sumUp } from "../log.ts";
import { handlePeople } from "./ask-people.ts";
import { checkToken, type Identity } from "./auth.ts";
import { handleButtons } from "./buttons.ts";
import { handleCommands } from "./commands.ts";
import { openConnection } from "./connection.ts";
import { createSlackContext } from "./context.ts";
import { messageOf, quiet, toBoltLogger } from "./log.ts";
import { handleMessages } from "./messages.ts";
import { reportNamedChannels } from "./named-channels.ts";
import { WatchedClient, watchToken } from "./revoked.ts";
import { handleShortcut } from "./shortcut.ts";

export interface SlackOptions {
  readonly bot: Bot;
  readonly log: Log;
  readonly config: SlackConfig;
  /** Told when Slack will have the bot no longer, long after the start. */
  readonly onFatal: (error: AttacheError) => void;
  /** Milliseconds; for tests. */
  readonly timing?: Partial<Timing>;
}

interface Timing {
  /** For Slack to acknowledge a call. */
  readonly call: number;
  /** For Slack to give the messages of a thread that the bot was pointed to: who points waits for them. */
  readonly reading: number;
  /** For Slack to say hello on a connection that it has taken. */
  readonly hello: number;
  /** Until the log says what the start waits for; unless given, as `tellWaiting` has it. */
  readonly patience?: number;
}

/** Milliseconds. */
const CONNECT_TIMEOUT = 10_000;
/** Slack has taken 11 s to acknowledge a message that it had posted; asked again it would have posted it twice. */
const TIMING: Timing = { call: 30_000, reading: 5_000, hello: 20_000 };
const STOP_TIMEOUT = 10_000;
/** For what a person is called: the answer waits for it. */
const NAME_TIMEOUT = 1_000;
/** After a call that failed at the start or while connecting: three more, over a few seconds. */
const RETRIES = { retries: 3, factor: 2, minTimeout: 250, maxTimeout: 4_000, randomize: true };

/** The bot in one Slack workspace. */
export function createSlackAdapter({ bot, config, onFatal, ...options }: SlackOptions): Adapter {
  const log = sumUp(options.log);
  const timing = { ...TIMING, ...options.timing };
  const {
    botToken: token,
    mode,
    commandPrefix: prefix,
    apiUrl,
    channels,
    askChannels,
    followUps,
    external,
    bots,
    escalateTo,
  } = config;
  const logger = toBoltLogger(log);
  const clientOptions: webApi.WebClientOptions = {
    logger: quiet,
    retryConfig: RETRIES,
    timeout: CONNECT_TIMEOUT,
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  };
  // Try nothing again by themselves: `insist` does, where that is safe, and without holding up other calls.
  const once: webApi.WebClientOptions = {
    ...clientOptions,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  const watch = watchToken({ log, client: new webApi.WebClient(token, clientOptions), onFatal });
  const client = new WatchedClient(token, { ...once, timeout: timing.call }).watchedBy(watch.onFailure);
  const names = new webApi.WebClient(token, { ...once, timeout: NAME_TIMEOUT });
  const connection = openConnection(mode, { log, logger, clientOptions, helloTimeout: timing.hello, onFatal });
  let identity: Identity | undefined;
  const whoAmI = (): Identity => {
    if (identity === undefined) throw new Error("the Slack adapter has not started");
    return identity;
  };
  const app = new App({
    receiver: connection.receiver,
    authorize: async () => ({ botToken: token, botId: whoAmI().bot, botUserId: whoAmI().user }),
    // The app sets its own logger in them.
    clientOptions: { ...clientOptions },
    logger,
    // Keeps nothing of conversations in memory.
    convoStore: false,
  });
  app.error(async (error) => log.error("A delivery of Slack’s could not be handled", { error: messageOf(error) }));
  const work = createSlackContext({
    bot,
    log,
    client,
    callTimeout: timing.call,
    readingTimeout: timing.reading,
    identity: whoAmI,
    prefix,
    channels,
    askChannels,
    followUps,
    external,
    bots,
    escalateTo,
    names,
  });
  handleMessages(app, work);
  handleCommands(app, work);
  handleShortcut(app, work);
  handleButtons(app, work);
  handlePeople(app, work);
  // Asked rather than believed: Slack repeats an event for an hour, and the app may be back by then.
  for (const event of ["app_uninstalled", "tokens_revoked"]) app.event(event, watch.check);
  let connected = false;
  let stopped = false;

  return {
    name: "Slack",
    isConnected: () => connected && connection.isConnected(),
    async start() {
      const first = new webApi.WebClient(token, clientOptions);
      first.on(webApi.WebClientEvent.RATE_LIMITED, (seconds: number) =>
        log.warn("Slack asks to wait before it says whose token this is", { seconds }),
      );
      const toTell = "Slack to say whose token SLACK_BOT_TOKEN is (auth.test)";
      identity = await tellWaiting(checkToken(first, log), () => toTell, log, timing.patience);
      if (stopped) return;
      connected = true;
      await tellWaiting(connection.start(), connection.waitsFor, log, timing.patience);
      const organisation = identity.team === null ? { organisation: identity.enterprise } : {};
      void reportNamedChannels(names, { channels, askChannels, escalateTo }, log);
      log.info("Slack is connected", { bot: identity.name, mode: mode.kind, ...organisation });
    },
    async stop() {
      stopped = true;
      if (!connected) return;
      connected = false;
      await connection.stop();
      await work.settle(STOP_TIMEOUT);
      log.flush();
    },
  };
}
