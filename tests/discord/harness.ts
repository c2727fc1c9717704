import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ClientOptions, REST } from "discord.js";
import { commands } from "../../commands/index.ts";
import { type Adapter, createBot } from "../../src/chat/bot.ts";
import type { KeepAnswer } from "../../src/chat/people/people.ts";
import { createRateLimits } from "../../src/chat/rate-limits.ts";
import { offeredIn } from "../../src/command.ts";
import { createDiscordAdapter, type DiscordOptions } from "../../src/discord/adapter.ts";
import { registerCommands } from "../../src/discord/register.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { createLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { FakeDiscord, type FakeOptions } from "./fake.ts";

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** Discord lets a bot identify every 5 s; a test does not wait for that. */
const ws = {
  buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }),
} as unknown as NonNullable<ClientOptions["ws"]>;

export interface HarnessOptions
  extends FakeOptions,
    Partial<
      Pick<
        DiscordOptions,
        "channels" | "askChannels" | "followUps" | "admins" | "escalateTo" | "deferAfter" | "patience"
      >
    > {
  readonly limits?: { perUser: number; perChannel: number };
  /** What it answers from, instead of the documents of this repository. */
  readonly knowledge?: Knowledge;
  /** Gets between the bot and its store. */
  readonly wrapStore?: (store: Store) => Store;
  readonly keepAnswer?: KeepAnswer;
  readonly registered?: boolean;
}

/** One for all tests of a file: reading it takes longer than most of them. */
let opened: Promise<Knowledge> | undefined;
function openRepositorys(): Promise<Knowledge> {
  opened ??= openKnowledge({ folder: KNOWLEDGE });
  return opened;
}

/** A fake Discord with the real bot connected to it: real client, real sockets, real store in a file. */
export class Harness {
  readonly discord: FakeDiscord;
  readonly log: string[] = [];
  readonly #lines = new EventEmitter();
  readonly #fatal = Promise.withResolvers<Error>();
  readonly #options: HarnessOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), "attache-discord-"));
  #knowledge: Knowledge | undefined;
  #adapter: Adapter | undefined;
  store: Store | undefined;

  constructor(options: HarnessOptions = {}) {
    this.#options = options;
    this.discord = new FakeDiscord(options);
  }

  /** What ends the test, however it goes. Nothing that was sent may be what Discord refuses. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.disconnect();
    await this.discord.stop();
    // What `breakKnowledge` put before the class's own.
    if (this.#knowledge !== undefined) Reflect.deleteProperty(this.#knowledge, "ask");
    rmSync(this.#folder, { recursive: true });
    const { problems } = this.discord;
    if (problems.length > 0) throw new Error(`Discord would have refused:\n${problems.join("\n")}`);
  }

  get token(): string {
    return this.discord.world.token;
  }

  async start(): Promise<this> {
    await this.discord.start();
    if (this.#options.registered !== false) await this.register();
    await this.connect();
    return this;
  }

  register(guild: string | null = null): Promise<string[]> {
    const rest = new REST({ api: this.discord.api }).setToken(this.token);
    return registerCommands(rest, offeredIn(commands, this.#options.admins ?? []), guild);
  }

  /** Starts the bot, as a new process would: over the same file. */
  async connect(token = this.token, settings: Partial<Pick<DiscordOptions, "askChannels" | "followUps">> = {}) {
    const { limits = { perUser: 10_000, perChannel: 10_000 }, wrapStore = (store) => store } = this.#options;
    const { channels = null, askChannels = [], followUps = false } = { ...this.#options, ...settings };
    const { deferAfter, patience, admins = [], escalateTo = null, keepAnswer } = this.#options;
    this.#knowledge = this.#options.knowledge ?? (await openRepositorys());
    const log = createLog({ level: "info", write: (line) => this.#write(line), secrets: [this.token] });
    this.store = await openStore(join(this.#folder, "store.sqlite"), log);
    const bot = createBot({
      commands,
      knowledge: this.#knowledge,
      store: wrapStore(this.store),
      limits: createRateLimits(limits),
      log,
      operators: { discord: admins, slack: [] },
      escalatedOn: escalateTo === null ? [] : ["discord"],
      ...(keepAnswer === undefined ? {} : { keepAnswer }),
    });
    this.#adapter = createDiscordAdapter({
      token,
      bot,
      log,
      channels,
      askChannels,
      followUps,
      admins,
      escalateTo,
      api: this.discord.api,
      ws,
      onFatal: (error) => this.#fatal.resolve(error),
      ...(deferAfter === undefined ? {} : { deferAfter }),
      ...(patience === undefined ? {} : { patience }),
    });
    await this.#adapter.start();
  }

  /** Settles once a line of the log matches. */
  async logged(pattern: RegExp): Promise<void> {
    while (!this.log.some((line) => pattern.test(line))) await once(this.#lines, "line");
  }

  /** Settles once the bot says that it cannot go on. */
  nextFatal(): Promise<Error> {
    return this.#fatal.promise;
  }

  /** Lets every question from now on end in an unforeseen error. */
  breakKnowledge(): void {
    if (this.#knowledge === undefined) throw new Error("there is nothing to break yet");
    this.#knowledge.ask = () => {
      throw new Error("broken for the test");
    };
  }

  #write(line: string): void {
    this.log.push(line);
    this.#lines.emit("line");
  }

  /** Stops the bot in order. */
  async disconnect(): Promise<void> {
    await this.#adapter?.stop();
    await this.store?.close();
    this.#adapter = undefined;
    this.store = undefined;
  }
}

export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  return new Harness(options).start();
}
