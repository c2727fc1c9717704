import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Adapter } from "../../src/chat/bot.ts";
import { firstSignal, serve } from "../../src/chat/serve.ts";
import { AttacheError } from "../../src/errors.ts";

let calls: string[];
let lines: string[];
const record = (message: string, fields = {}) => lines.push(`${message} ${JSON.stringify(fields)}`);
const log = { info: record, warn: record, error: record };

beforeEach(() => {
  calls = [];
  lines = [];
});

function adapter(name: string, own: Partial<Adapter> = {}): Adapter {
  return {
    name,
    isConnected: () => true,
    async start() {
      calls.push(`start ${name}`);
    },
    async stop() {
      calls.push(`stop ${name}`);
    },
    ...own,
  };
}

const fails = (error: Error) => async () => {
  throw error;
};
const never = new Promise<void>(() => {});

describe("serving", () => {
  it("starts every adapter, and stops every one when told to", async () => {
    const { promise: stop, resolve } = Promise.withResolvers<void>();
    const served = serve([adapter("discord"), adapter("slack")], stop, log);
    await expect.poll(() => lines).toEqual([`Serving {"platforms":["discord","slack"]}`]);
    expect(calls).toEqual(["start discord", "start slack"]);
    resolve();
    await served;
    expect(calls.slice(2)).toEqual(["stop discord", "stop slack"]);
    expect(lines).toHaveLength(1);
  });

  it("says once that all serve, and not where one cannot", async () => {
    const { promise: stop, resolve } = Promise.withResolvers<void>();
    const onServing = vi.fn(resolve);
    await serve([adapter("discord"), adapter("slack")], stop, log, onServing);
    expect(onServing).toHaveBeenCalledOnce();
    const broken = adapter("slack", { start: fails(new AttacheError("config", "No")) });
    await serve([adapter("discord"), broken], never, log, onServing).catch(() => {});
    expect(onServing).toHaveBeenCalledOnce();
  });

  it("ends when one cannot start: a line for each that cannot, and the others stopped", async () => {
    const expected = new AttacheError("config", "DISCORD_TOKEN is wrong: reset it");
    const adapters = [
      adapter("discord", { start: fails(expected) }),
      adapter("slack", { start: fails(new TypeError("odd")) }),
      adapter("third"),
    ];
    const error = await serve(adapters, never, log).catch((cause) => cause);
    expect(error).toBeInstanceOf(AttacheError);
    expect(error.message.split("\n")[0]).toBe("DISCORD_TOKEN is wrong: reset it");
    expect(error.message.split("\n")[1]).toBe("Unexpected: TypeError: odd");
    expect(calls).toEqual(["start third", "stop discord", "stop slack", "stop third"]);
    expect(lines).toEqual([]);
  });

  it("takes a start that throws at once like one that fails later", async () => {
    const start = () => {
      throw new AttacheError("config", "No");
    };
    await expect(serve([adapter("discord", { start })], never, log)).rejects.toThrow("No");
    expect(calls).toEqual(["stop discord"]);
  });

  it("stops also while an adapter still starts", async () => {
    await serve([adapter("discord", { start: () => never })], Promise.resolve(), log);
    expect(calls).toEqual(["stop discord"]);
    expect(lines).toEqual([]);
  });

  it("stops the others when one cannot stop", async () => {
    const broken = adapter("discord", { stop: fails(new Error("stuck")) });
    await serve([broken, adapter("slack")], Promise.resolve(), log);
    expect(calls).toContain("stop slack");
    expect(lines.at(-1)).toMatch(/did not stop in order .*"discord"/);
  });

  it("goes on without one that fails for good, and ends with what the last one failed with", async () => {
    const [slack, discord] = [Promise.withResolvers<Error>(), Promise.withResolvers<Error>()];
    const adapters = [adapter("slack", { failed: slack.promise }), adapter("discord", { failed: discord.promise })];
    const served = serve(adapters, never, log);
    await expect.poll(() => lines).toHaveLength(1);
    slack.resolve(new AttacheError("config", "SLACK_BOT_TOKEN is revoked: copy it anew"));
    await expect.poll(() => calls).toContain("stop slack");
    expect(lines.at(-1)).toBe(`SLACK_BOT_TOKEN is revoked: copy it anew {"serving":["discord"]}`);
    discord.resolve(new AttacheError("discord", "DISCORD_TOKEN was reset"));
    await expect(served).rejects.toThrow("DISCORD_TOKEN was reset");
    expect(calls.slice(2)).toEqual(["stop slack", "stop discord"]);
    expect(lines).toHaveLength(2);
  });

  it("ends when the only one fails while it still starts", async () => {
    const failed = Promise.resolve(new AttacheError("discord", "closed for good"));
    await expect(serve([adapter("discord", { start: () => never, failed })], never, log)).rejects.toThrow("for good");
    expect(calls).toEqual(["stop discord"]);
  });

  it("gives up an adapter that does not stop, after 11 seconds", async () => {
    vi.useFakeTimers();
    const served = serve([adapter("discord", { stop: () => never })], Promise.resolve(), log);
    let ended = false;
    void served.then(() => {
      ended = true;
    });
    await vi.advanceTimersByTimeAsync(10_999);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toBe(true);
    expect(lines.at(-1)).toContain("given up");
    vi.useRealTimers();
  });
});

describe("a signal", () => {
  it("is told from a second one", async () => {
    const process = new EventEmitter();
    let again = 0;
    const first = firstSignal(process, () => again++);
    process.emit("SIGINT");
    await first;
    expect(again).toBe(0);
    process.emit("SIGTERM");
    expect(again).toBe(1);
  });

  it("that npm passes on as well is one; a second one is told from it all the same", async () => {
    const process = new EventEmitter();
    let [again, time] = [0, 1_000];
    const first = firstSignal(process, () => again++, { underNpm: true, now: () => time });
    process.emit("SIGINT");
    await first;
    time += 20;
    process.emit("SIGINT");
    expect(again).toBe(0);
    time += 1_000;
    process.emit("SIGINT");
    expect(again).toBe(1);
  });

  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill("SIGKILL");
  });

  async function start() {
    const script = fileURLToPath(new URL("serving.ts", import.meta.url));
    const started = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    child = started;
    let output = "";
    started.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    const saw = (text: string) => expect.poll(() => output).toContain(text);
    const ended = once(started, "exit");
    await saw("Serving");
    const port = Number(/port (\d+)/.exec(output)?.[1]);
    return { child: started, port, saw, ended, output: () => output };
  }

  it.each(["SIGTERM", "SIGINT"] as const)("%s ends the process in order, after what is in flight", async (signal) => {
    const { child, port, saw, ended, output } = await start();
    const client = connect(port, "127.0.0.1");
    await once(client, "connect");
    child.kill(signal);
    await saw("stopping");
    expect(output()).not.toContain("stopped");
    client.end();
    expect(await ended).toEqual([0, null]);
    expect(output()).toContain("stopped");
  });

  it("that comes twice ends the process at once", async () => {
    const { child, port, saw, ended, output } = await start();
    const client = connect(port, "127.0.0.1");
    await once(client, "connect");
    child.kill("SIGTERM");
    await saw("stopping");
    child.kill("SIGTERM");
    expect(await ended).toEqual([3, null]);
    expect(output()).not.toContain("stopped");
    client.destroy();
  });
});
