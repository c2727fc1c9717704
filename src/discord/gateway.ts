import { type Client, Events } from "discord.js";
import { AttacheError } from "../errors.ts";
import type { Log } from "../log.ts";
import { explainIntents, type Hearing } from "./intents.ts";
import { closingOf, explainClosing } from "./start-up.ts";

/** Milliseconds in which one route's waiting is told once. */
const QUIET = 60_000;

export interface GatewayOptions {
  readonly log: Log;
  readonly hearing: Hearing;
  /** Told when the connection is gone for good. */
  readonly onFatal: (error: AttacheError) => void;
  /** Whether the connection is being closed from here. */
  readonly isStopping: () => boolean;
}

/** Says in the log when the connection is lost and when it is back, once each; the client itself mends it. */
export function watchGateway(client: Client, { log, hearing, onFatal, isStopping }: GatewayOptions): void {
  let lost = false;
  const lose = (message: string, fields?: Readonly<Record<string, unknown>>) => {
    if (!lost && !isStopping()) log.warn(message, fields);
    lost = true;
  };
  const back = () => {
    if (lost) log.info("Discord is connected again");
    lost = false;
  };
  client.on(Events.ShardReconnecting, () => lose("The connection to Discord is lost; connecting again"));
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, back);
  client.on(Events.ShardError, (error) => {
    // A connection that is closed for good fails first, and is told when it is gone.
    if (closingOf(error) !== null) return;
    lose("The connection to Discord failed; connecting again", { cause: error.message });
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (isStopping()) return;
    onFatal(explainIntents(code, hearing) ?? new AttacheError("discord", explainClosing(code)));
  });
  client.on(Events.Error, (error) => log.error("Discord's client failed", { cause: error.message }));
  client.on(Events.Invalidated, () => {
    onFatal(new AttacheError("discord", "Discord ended the session for good: start again"));
  });
}

/** Says in the log when Discord asks to send less, once a minute for each route. */
export function watchRateLimits(client: Client, log: Log): void {
  const told = new Set<string>();
  client.rest.on("rateLimited", ({ route, method, global, retryAfter }) => {
    const key = `${method} ${route}`;
    if (told.has(key)) return;
    told.add(key);
    setTimeout(() => told.delete(key), Math.max(retryAfter, QUIET)).unref();
    log.warn("Discord asks to send less; waiting", { route, method, global, wait: retryAfter });
  });
}
