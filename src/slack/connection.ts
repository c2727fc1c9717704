import { setTimeout as sleep } from "node:timers/promises";
import { HTTPReceiver, type Logger, SocketModeReceiver, type webApi } from "@slack/bolt";
import type { SlackConfig } from "../config.ts";
import { AttacheError } from "../errors.ts";
import type { Log } from "../log.ts";
import { isRevoked, startFault } from "./auth.ts";
import { messageOf, quiet } from "./log.ts";
import { ENDPOINT } from "./names.ts";

type Mode = SlackConfig["mode"];

export interface Connection {
  readonly receiver: SocketModeReceiver | HTTPReceiver;
  start(): Promise<void>;
  /** Whether a delivery would come through. */
  readonly isConnected: () => boolean;
  /** What `start` waits for at the moment. */
  readonly waitsFor: () => string;
  /** Takes no more deliveries. */
  stop(): Promise<void>;
}

interface Parts {
  readonly log: Log;
  readonly logger: Logger;
  readonly clientOptions: webApi.WebClientOptions;
  /** Milliseconds for Slack to say hello on a connection that it has taken. */
  readonly helloTimeout: number;
  /** Told when Slack will have the app no longer. */
  readonly onFatal: (error: AttacheError) => void;
}

export function openConnection(mode: Mode, parts: Parts): Connection {
  return mode.kind === "http" ? overHttp(mode, parts) : overSocket(mode, parts);
}

function overHttp({ signingSecret, port }: Extract<Mode, { kind: "http" }>, { logger }: Parts): Connection {
  const receiver = new HTTPReceiver({ signingSecret, port, logger, endpoints: [ENDPOINT] });
  let listens = false;
  return {
    receiver,
    async start() {
      await receiver.start(port).catch((error: NodeJS.ErrnoException) => {
        const inUse = "another program uses it; stop that one, or set another PORT";
        const reason = error.code === "EADDRINUSE" ? inUse : messageOf(error);
        throw new AttacheError("config", `PORT ${port} cannot be listened on: ${reason}`, { cause: error });
      });
      listens = true;
    },
    isConnected: () => listens,
    waitsFor: () => `PORT ${port}`,
    async stop() {
      if (!listens) return;
      listens = false;
      await receiver.stop();
    },
  };
}

/** Milliseconds between attempts to reconnect, growing to the second. */
const BACKOFF = [50, 30_000] as const;
/** Attempts that fail before that is said in the log. */
const PATIENCE = 4;
/** Attempts at which Slack refuses the token before it is taken at its word: some seconds. */
const REFUSALS = 6;
/** The setting, and where its value stands. */
const APP_TOKEN = [
  "SLACK_APP_TOKEN",
  "an App-Level Token, xapp-…, with the scope connections:write, under Basic Information",
] as const;
/** Milliseconds that Slack has to end a connection that it asked to be ended. */
const CLOSING = 1_000;

const NO_HELLO =
  "Slack takes the connection of Socket Mode but says nothing on it: check that a proxy or a firewall between lets web sockets through, then start again";

/**
 * Socket Mode. The SDK's own reconnecting waits 5 s and more, and a failure to reach Slack meanwhile becomes an unhandled
 * rejection; so it is switched off, and done here with the SDK's public calls.
 */
function overSocket({ appToken }: Extract<Mode, { kind: "socket" }>, parts: Parts): Connection {
  const { log, clientOptions, helloTimeout, onFatal } = parts;
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
  let hasAddress = false;

  async function hangUp(): Promise<void> {
    const closed = client.disconnect().then(() => true);
    if (!(await Promise.race([closed, sleep(CLOSING, false, { ref: false })]))) await client.disconnect();
  }

  /** Connects, or fails: the SDK would wait for Slack's hello for ever. */
  async function connect(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let isLate = false;
    const onAddress = () => {
      hasAddress = true;
      timer = setTimeout(() => {
        isLate = true;
        void hangUp();
      }, helloTimeout);
    };
    hasAddress = false;
    client.once("authenticated", onAddress);
    try {
      await client.start();
    } catch (error) {
      throw isLate ? new AttacheError("config", NO_HELLO, { cause: error }) : error;
    } finally {
      clearTimeout(timer);
      client.off("authenticated", onAddress);
    }
  }

  async function reconnect(): Promise<void> {
    const [first, longest] = BACKOFF;
    let refusals = 0;
    for (let wait: number = first, tries = 1; !stopping.signal.aborted; wait = Math.min(wait * 2, longest), tries++) {
      // Spread over half the time, so that many processes do not come back at one moment.
      await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        await connect();
        log.info("Connected to Slack again");
        return;
      } catch (error) {
        refusals = isRevoked(error) ? refusals + 1 : 0;
        if (refusals === REFUSALS) return onFatal(startFault(error, ...APP_TOKEN));
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
        await connect();
      } catch (error) {
        throw startFault(error ?? new Error("the connection was closed"), ...APP_TOKEN);
      } finally {
        connecting = false;
      }
    },
    isConnected: () => !connecting && !stopping.signal.aborted && client.websocket?.isActive() === true,
    waitsFor: () =>
      hasAddress
        ? "Slack’s hello on the connection of Socket Mode, which something between may hold back"
        : "an address for Socket Mode (apps.connections.open, SLACK_APP_TOKEN)",
    async stop() {
      stopping.abort();
      await hangUp();
    },
  };
}
