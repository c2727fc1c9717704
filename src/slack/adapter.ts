import { App, webApi } from "@slack/bolt";
import type { Adapter, Bot } from "../chat/bot.ts";
import type { SlackConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { checkToken, type Identity } from "./auth.ts";
import { handleButtons } from "./buttons.ts";
import { handleCommands } from "./commands.ts";
import { openConnection } from "./connection.ts";
import { createSlackContext } from "./context.ts";
import { messageOf, quiet, toBoltLogger } from "./log.ts";
import { handleMessages } from "./messages.ts";
import { handleShortcut } from "./shortcut.ts";

export interface SlackOptions {
  readonly bot: Bot;
  readonly log: Log;
  readonly config: SlackConfig;
  /** Milliseconds in which Slack is to acknowledge a call; for tests. */
  readonly callTimeout?: number;
}

/** Milliseconds. */
const CONNECT_TIMEOUT = 10_000;
/** Slack has taken 11 s to acknowledge a message that it had posted; asked again it would have posted it twice. */
const CALL_TIMEOUT = 30_000;
const STOP_TIMEOUT = 10_000;
/** For what a person is called: the answer waits for it. */
const NAME_TIMEOUT = 1_000;
/** After a call that failed at the start or while connecting: three more, over a few seconds. */
const RETRIES = { retries: 3, factor: 2, minTimeout: 250, maxTimeout: 4_000, randomize: true };

/** The bot in one Slack workspace. */
export function createSlackAdapter({ bot, log, config, callTimeout = CALL_TIMEOUT }: SlackOptions): Adapter {
  const { botToken: token, mode, commandPrefix: prefix, apiUrl, channels, askChannels, followUps, external } = config;
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
  const client = new webApi.WebClient(token, { ...once, timeout: callTimeout });
  const names = new webApi.WebClient(token, { ...once, timeout: NAME_TIMEOUT });
  const connection = openConnection(mode, { log, logger, clientOptions });
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
    callTimeout,
    identity: whoAmI,
    prefix,
    channels,
    askChannels,
    followUps,
    external,
    names,
  });
  handleMessages(app, work);
  handleCommands(app, work);
  handleShortcut(app, work);
  handleButtons(app, work);
  let connected = false;
  let stopped = false;

  return {
    name: "Slack",
    async start() {
      identity = await checkToken(new webApi.WebClient(token, clientOptions), log);
      if (stopped) return;
      connected = true;
      await connection.start();
      const organisation = identity.team === null ? { organisation: identity.enterprise } : {};
      log.info("Slack is connected", { bot: identity.name, mode: mode.kind, ...organisation });
    },
    async stop() {
      stopped = true;
      if (!connected) return;
      connected = false;
      await connection.stop();
      await work.settle(STOP_TIMEOUT);
    },
  };
}
