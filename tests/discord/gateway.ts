import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import { GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION, bot, guildCreate, guilds, type World } from "./world.ts";

interface Session {
  readonly id: string;
  readonly intents: number;
  /** The last events sent in this session, for those who resume. */
  readonly events: { s: number; t: string; d: unknown }[];
  socket: WebSocket | null;
}

interface Packet {
  readonly op: number;
  readonly d: unknown;
}

/** Events that are kept for who resumes: all of a test, and no more of a long run than a gateway would. */
const KEPT_EVENTS = 2_000;
/** Intents that must be allowed in the developer portal. */
const PRIVILEGED = GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;

/** The gateway of Discord's API, version 10, for one shard: https://docs.discord.com/developers/events/gateway */
export class FakeGateway {
  readonly #world: World;
  readonly #server: WebSocketServer;
  #session: Session | null = null;
  #waiting: (() => void)[] = [];
  /** How often a session was begun, and taken up again. */
  identified = 0;
  resumed = 0;
  /** Closes each new connection with this code, once it identifies. */
  refuseWith: number | null = null;
  /** Takes connections, and says nothing: from the start, or once the client identifies. */
  silentFrom: "the start" | "identify" | null = null;
  /** Whether the developer portal's switch for the message content intent is on. */
  grantsContent = false;
  /** Cuts so many new connections at once. */
  cut = 0;
  url = "";

  constructor(world: World, http: Server) {
    this.#world = world;
    this.#server = new WebSocketServer({ noServer: true });
    http.on("upgrade", (request: IncomingMessage, socket, head) => {
      this.#server.handleUpgrade(request, socket, head, (client) => this.#accept(client));
    });
  }

  /** Sends an event now, or to whoever resumes the session. */
  dispatch(t: string, d: unknown): void {
    if (this.#session === null) throw new Error(`There is no session to send ${t} to`);
    const { events, socket } = this.#session;
    const event = { s: (events.at(-1)?.s ?? 0) + 1, t, d };
    events.push(event);
    if (events.length > KEPT_EVENTS) events.shift();
    if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, ...event }));
  }

  /** Cuts the line as a failing network would. */
  drop(): void {
    this.#session?.socket?.terminate();
  }

  /** Asks the client to connect again, as Discord does before a restart (op 7). */
  askToReconnect(): void {
    this.#send({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Ends the session (op 9). */
  invalidate(resumable: boolean): void {
    const { socket } = this.#session ?? {};
    socket?.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: resumable }));
    if (!resumable) this.#session = null;
  }

  /** Closes the connection with one of Discord's codes. */
  close(code: number): void {
    this.#session?.socket?.close(code);
  }

  /** Waits until a client has begun or resumed a session after this call. */
  async nextSession(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    await promise;
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    if (this.#server.clients.size > 0) await once(this.#server, "close");
  }

  #send(packet: Packet): void {
    this.#session?.socket?.send(JSON.stringify(packet));
  }

  #accept(socket: WebSocket): void {
    if (this.cut > 0) {
      this.cut--;
      socket.terminate();
      return;
    }
    if (this.silentFrom === "the start") return;
    socket.on("message", (data) => this.#receive(socket, JSON.parse(String(data)) as Packet));
    socket.send(JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: 41_250 } }));
  }

  #receive(socket: WebSocket, { op, d }: Packet): void {
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        socket.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }));
        return;
      case GatewayOpcodes.Identify:
        this.#identify(socket, d as { token: string; intents: number; properties?: unknown });
        return;
      case GatewayOpcodes.Resume:
        this.#resume(socket, d as { token: string; session_id: string; seq: number });
        return;
      default:
        this.#world.problems.push(`gateway: an unexpected op ${op}`);
    }
  }

  #identify(
    socket: WebSocket,
    { token, intents, properties }: { token: string; intents: number; properties?: unknown },
  ) {
    if (this.silentFrom !== null) return;
    if (this.refuseWith !== null) return socket.close(this.refuseWith);
    if (token !== this.#world.token) return socket.close(4004, "Authentication failed.");
    const granted = this.grantsContent ? GatewayIntentBits.MessageContent : 0;
    if ((intents & PRIVILEGED & ~granted) !== 0) return socket.close(4014, "Disallowed intent(s).");
    if (typeof properties !== "object") this.#world.problems.push("gateway: identify without properties");
    this.#session = { id: randomBytes(16).toString("hex"), intents, events: [], socket };
    this.#world.readsAll = (intents & GatewayIntentBits.MessageContent) !== 0;
    this.identified++;
    this.dispatch("READY", {
      v: 10,
      user: bot,
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: this.#session.id,
      resume_gateway_url: this.url,
      shard: [0, 1],
      application: { id: APPLICATION, flags: 0 },
    });
    for (const guild of guilds) this.dispatch("GUILD_CREATE", guildCreate(guild));
    this.#arrived();
  }

  #resume(socket: WebSocket, { token, session_id, seq }: { token: string; session_id: string; seq: number }) {
    const session = this.#session;
    if (session === null || session.id !== session_id || token !== this.#world.token) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
      return;
    }
    session.socket = socket;
    this.resumed++;
    for (const event of session.events.filter(({ s }) => s > seq)) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, ...event }));
    }
    this.dispatch("RESUMED", {});
    this.#arrived();
  }

  #arrived(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
