import { setTimeout as sleep } from "node:timers/promises";
import { HTTPReceiver, type Logger, SocketModeReceiver, type webApi } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import { AttacheError } from "../errors.ts";
import type { Log } from "../log.ts";
import { startFault } from "./auth.ts";
import { messageOf, quiet } from "./log.ts";
import { ENDPOINT } from "./names.ts";

type Mode = SlackConfig["mode"];

export interface Connection {
  readonly receiver: SocketModeReceiver | HTTPReceiver;
  start(): Promise<void>;
  /** Takes no more deliveries. */
  stop(): Promise<void>;
}

interface Parts {
  readonly log: Log;
  readonly logger: Logger;
  readonly clientOptions: webApi.WebClientOptions;
}

export function openConnection(mode: Mode, parts: Parts): Connection {
  return mode.kind === "http" ? overHttp(mode, parts) : overSocket(mode, parts);
}

function overHttp({ signingSecret, port }: Extract<Mode, { kind: "http" }>, { logger }: Parts): Connection {
  const receiver = new HTTPReceiver({ signingSecret, port, logger, endpoints: [ENDPOINT] });
  return {
    receiver,
    async start() {
      await receiver.start(port).catch((error: NodeJS.ErrnoException) => {
        const reason = error.code === "EADDRINUSE" ? "another program uses it" : messageOf(error);
        throw new AttacheError("config", `PORT ${port} cannot be listened on: ${reason}`, { cause: error });
      });
    },
    stop: () => receiver.stop(),
  };
}

/** Milliseconds between attempts to reconnect, growing to the second. */
const BACKOFF = [50, 30_000] as const;
/** Attempts that fail before that is said in the log. */
const PATIENCE = 4;
/** Milliseconds that Slack has to end a connection that it asked to be ended. */
const CLOSING = 1_000;

/**
 * Socket Mode. The SDK's own reconnecting waits 5 s and more, and a failure to reach Slack meanwhile becomes an unhandled
 * rejection; so it is switched off, and done here with the SDK's public calls.
 */
function overSocket({ appToken }: Extract<Mode, { kind: "socket" }>, parts: Parts): Connection {
  const { log, clientOptions } = parts;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quiet,
    autoReconnectEnabled: false,
    // Headers must not be set here: they would replace the app token.
    installerOptions: { clientOptions: { ...clientOptions } },
    processEventErrorHandler: async ({ error }) => {
      log.warn("A delivery of Slack’s was not acknowledged; Slack sends it again", { error: messageOf(error) });
      return false;
    },
  });
  const { client } = receiver;
  const stopping = new AbortController();
  let connecting = false;

  async function reconnect(): Promise<void> {
    const [first, longest] = BACKOFF;
    for (let wait: number = first, tries = 1; !stopping.signal.aborted; wait = Math.min(wait * 2, longest), tries++) {
      // Spread over half the time, so that many processes do not come back at one moment.
      await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        await client.start();
        log.info("Connected to Slack again");
        return;
      } catch (error) {
        if (tries === PATIENCE) log.error("Slack cannot be reached; still trying", { error: messageOf(error) });
      }
    }
  }

  client.on("disconnected", () => {
    if (connecting || stopping.signal.aborted) return;
    log.info("The connection to Slack ended; connecting again");
    connecting = true;
    void reconnect().finally(() => {
      connecting = false;
    });
  });
  client.on("ws_message", (data: unknown) => {
    if (typeof data !== "string" || !data.includes('"disconnect"')) return;
    const ending = client.websocket;
    // The SDK has said goodbye; where Slack does not answer, the second call ends the connection at once.
    const timer = setTimeout(() => {
      if (!connecting && client.websocket === ending && ending?.isActive() === false) void client.disconnect();
    }, CLOSING);
    timer.unref();
  });

  return {
    receiver,
    async start() {
      connecting = true;
      try {
        await client.start();
      } catch (error) {
        const where = "an App-Level Token, xapp-…, with the scope connections:write, under Basic Information";
        throw startFault(error ?? new Error("the connection was closed"), "SLACK_APP_TOKEN", where);
      } finally {
        connecting = false;
      }
    },
    async stop() {
      stopping.abort();
      const closed = client.disconnect().then(() => true);
      if (!(await Promise.race([closed, sleep(CLOSING, false, { ref: false })]))) await client.disconnect();
    },
  };
}
