import { EventEmitter, once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

export type Kind = "events_api" | "interactive" | "slash_commands";

export interface Acknowledged {
  /** What the acknowledgement carried, if anything. */
  readonly body: unknown;
  /** Milliseconds from sending to being acknowledged. */
  readonly after: number;
}

/** Slack's end of Socket Mode: docs.slack.dev/apis/events-api/using-socket-mode */
export class SocketMode {
  readonly url: string;
  /** Connections so far. */
  connections = 0;
  /** Whether new connections are taken and nothing is said on them. */
  isSilent = false;
  readonly #server: WebSocketServer;
  readonly #changed = new EventEmitter();
  readonly #waiting = new Map<string, (body: unknown) => void>();
  #open: WebSocket[] = [];
  #envelopes = 0;

  constructor(http: Server) {
    this.#server = new WebSocketServer({ server: http, path: "/link" });
    this.url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/link`;
    this.#changed.setMaxListeners(0);
    this.#server.on("connection", (socket) => this.#accept(socket));
  }

  get isConnected(): boolean {
    return this.#open.length > 0;
  }

  /** Waits until a client is connected, and has been greeted. */
  async connected(): Promise<WebSocket> {
    for (;;) {
      const socket = this.#open.at(-1);
      if (socket !== undefined) return socket;
      await once(this.#changed, "open");
    }
  }

  /** Sends a delivery. @returns its acknowledgement, or null when the connection ends before that comes */
  async deliver(type: Kind, payload: object): Promise<Acknowledged | null> {
    const socket = await this.connected();
    const envelope_id = `envelope-${++this.#envelopes}`;
    const sent = performance.now();
    const acknowledged = new Promise<Acknowledged | null>((resolve) => {
      const end = () => resolve(null);
      socket.once("close", end);
      this.#waiting.set(envelope_id, (body) => {
        socket.off("close", end);
        resolve({ body, after: performance.now() - sent });
      });
    });
    const interactive = type !== "events_api";
    socket.setMaxListeners(0);
    socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: interactive }));
    return acknowledged;
  }

  /** Ends the connection as a network that fails. */
  async drop(): Promise<void> {
    (await this.connected()).terminate();
  }

  /** Asks the client to connect anew. @param refuse whether to leave its closing unanswered */
  async refresh({ refuse }: { refuse: boolean }): Promise<void> {
    const socket = await this.connected();
    // The library answers a close frame by calling this.
    if (refuse) socket.close = () => {};
    this.#open = this.#open.filter((other) => other !== socket);
    socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: { host: "fake" } }));
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #accept(socket: WebSocket): void {
    this.connections++;
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#open = this.#open.filter((other) => other !== socket);
    });
    socket.on("message", (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      this.#waiting.get(envelope_id)?.(payload);
      this.#waiting.delete(envelope_id);
    });
    if (this.isSilent) return;
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" } }));
    this.#open.push(socket);
    this.#changed.emit("open");
  }
}
