import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { AttacheError } from "../errors.ts";
import type { Metrics } from "./metrics.ts";

/** Whether each part that the bot needs is there, by its name. */
export type Readiness = Readonly<Record<string, boolean>>;

export interface HealthOptions {
  readonly port: number;
  /** Address to listen on; 127.0.0.1 keeps it to this machine. */
  readonly host: string;
  readonly metrics: Metrics;
  readonly readiness: () => Promise<Readiness>;
}

export interface Health {
  /** The one that was given, or the one that was free for 0. */
  readonly port: number;
  close(): Promise<void>;
}

/** Milliseconds for a part to say whether it is there. */
const PATIENCE = 2_000;

/**
 * Tells supervisors how it is: `GET /healthz`, 200 as long as the process turns; `GET /readyz`, 200 when all it needs is
 * there and 503 when not, with what is missing; `GET /metrics`, for Prometheus.
 *
 * @throws AttacheError "config" when the port cannot be listened on
 */
export async function startHealth({ port, host, metrics, readiness }: HealthOptions): Promise<Health> {
  const routes: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    "/healthz": async (response) => send(response, 200, "text/plain; charset=utf-8", "ok\n"),
    "/readyz": async (response) => {
      const parts = await within(readiness());
      const ready = parts !== null && Object.values(parts).every(Boolean);
      const body = JSON.stringify({ ready, ...(parts ?? { late: true }) });
      send(response, ready ? 200 : 503, "application/json", `${body}\n`);
    },
    "/metrics": async (response) => send(response, 200, metrics.contentType, await metrics.render()),
  };
  const server = createServer((request, response) => {
    const route = routes[pathOf(request)];
    if (route === undefined) return send(response, 404, "text/plain; charset=utf-8", "not found\n");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return send(response, 405, "text/plain; charset=utf-8", "GET, please\n");
    }
    route(response).catch(() => send(response, 500, "text/plain; charset=utf-8", "fault\n"));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE"
          ? "another program uses it; stop that one, or set another"
          : error.code === "EADDRNOTAVAIL"
            ? `this machine has no address ${host}: see HEALTH_HOST`
            : error.message;
      const message = `HEALTH_PORT ${port} cannot be listened on: ${reason}`;
      reject(new AttacheError("config", message, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] as string;
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}

async function within(parts: Promise<Readiness>): Promise<Readiness | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  try {
    return await Promise.race([parts, late]);
  } finally {
    clearTimeout(timer);
  }
}
