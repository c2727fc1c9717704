import { App, webApi } from "@slack/bolt";
import type { Adapter, Bot } from "../bot.ts";
import type { Log } from "../log.ts";
import { handleButtons } from "./buttons.ts";
import { checkToken, type Identity } from "./check.ts";
import { handleCommands } from "./commands.ts";
import { openConnection, type Transport } from "./connection.ts";
import { messageOf, toBoltLogger } from "./log.ts";
import { handleMessages } from "./messages.ts";
import { handleShortcut } from "./shortcut.ts";
import { createWork } from "./work.ts";

export interface SlackOptions {
  readonly bot: Bot;
  readonly log: Log;
  /** Bot User OAuth Token. */
  readonly token: string;
  readonly transport: Transport;
  /** Stands before each slash command's name, for a workspace that has those names already: "docs-" gives /docs-ask. */
  readonly prefix?: string;
  /** Ids of the channels to answer in; none means all. Direct messages are always answered. */
  readonly channels?: readonly string[];
  /** Slack's Web API; for tests. */
  readonly api?: string;
}

/** Milliseconds. */
const CALL_TIMEOUT = 10_000;
const STOP_TIMEOUT = 10_000;
/** After a failed call: three more, over a few seconds. A 429 waits as long as Slack says. */
const RETRIES = { retries: 3, factor: 2, minTimeout: 250, maxTimeout: 4_000, randomize: true };

/** The bot in one Slack workspace. */
export function createSlackAdapter(options: SlackOptions): Adapter {
  const { bot, log, token, transport, prefix = "", channels = [] } = options;
  const logger = toBoltLogger(log);
  const clientOptions: webApi.WebClientOptions = {
    logger,
    retryConfig: RETRIES,
    timeout: CALL_TIMEOUT,
    ...(options.api === undefined ? {} : { slackApiUrl: options.api }),
  };
  const client = new webApi.WebClient(token, clientOptions);
  const connection = openConnection(transport, { log, logger, clientOptions });
  let identity: Identity | undefined;
  const whoAmI = (): Identity => {
    if (identity === undefined) throw new Error("the Slack adapter has not started");
    return identity;
  };
  const app = new App({
    receiver: connection.receiver,
    authorize: async () => ({ botToken: token, botId: whoAmI().bot, botUserId: whoAmI().user }),
    clientOptions,
    logger,
    // Keeps nothing of conversations in memory.
    convoStore: false,
  });
  app.error(async (error) => log.error("A delivery of Slack’s could not be handled", { error: messageOf(error) }));
  const work = createWork({ bot, log, client, identity: whoAmI, prefix, channels });
  handleMessages(app, work);
  handleCommands(app, work);
  handleShortcut(app, work);
  handleButtons(app, work);
  let started = false;

  return {
    name: "Slack",
    async start() {
      identity = await checkToken(client, log);
      await connection.start();
      started = true;
      log.info("Slack: ready", { bot: identity.name, mode: transport.mode });
    },
    async stop() {
      if (!started) return;
      started = false;
      await connection.stop();
      await work.settle(STOP_TIMEOUT);
    },
  };
}
