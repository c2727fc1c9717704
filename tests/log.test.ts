import { describe, expect, it, vi } from "vitest";
import { createLog, type LogLevel, redact, sumUp } from "../src/log.ts";
import fc from "./helpers/fast-check.ts";

// Made up, in the shape of the real ones; put together here so that no scanner takes them for real.
const discordToken = ["MTk4NjIyNDgzNDcxOTI1MjQ4", "Cl2FMQ", "ZnCjm1XVW7vRze4b7Cq4se7kKWsZnCjm1XVW7v"].join(".");
const tokens = [
  discordToken,
  ["xoxb", "1234567890", "1234567890123", "AbCdEfGhIjKlMnOpQrStUvWx"].join("-"),
  ["xoxe.xoxp", "1", "Mi0yLTEyMzQ1Njc4OTA"].join("-"),
  ["xapp", "1", "A0123456789", "1234567890123", "abcdef0123456789"].join("-"),
];

function record(level: LogLevel = "info", secrets: readonly string[] = []) {
  const lines: string[] = [];
  const now = () => new Date("2026-01-02T03:04:05.678Z");
  return { lines, log: createLog({ level, write: (line) => lines.push(line), secrets, now }) };
}

describe("the log", () => {
  it("writes a line: time, level, message, fields", () => {
    const { lines, log } = record();
    log.info("Serving", { platforms: ["discord"], sources: 3, none: undefined });
    log.warn("Careful");
    expect(lines).toEqual([
      '2026-01-02T03:04:05.678Z info  Serving platforms=["discord"] sources=3',
      "2026-01-02T03:04:05.678Z warn  Careful",
    ]);
  });

  it("says what its level says, and the graver", () => {
    const heard = (level: LogLevel) => {
      const { lines, log } = record(level);
      log.info("a");
      log.warn("b");
      log.error("c");
      return lines.map((line) => line.at(-1)).join("");
    };
    expect(["info", "warn", "error", "silent"].map((level) => heard(level as LogLevel))).toEqual([
      "abc",
      "bc",
      "c",
      "",
    ]);
  });

  it("stays on one line, whatever the message and the fields are", () => {
    const { lines, log } = record();
    log.error("two\nlines\u0000\u0085\u2028here", { text: "also\r\ntwo\u2028", big: 10n });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/\p{Cc}|\p{Zl}/u);
    expect(lines[0]).toContain("two lines here");
    expect(lines[0]).toContain('big="10"');
  });

  it("tells an error's name, message, code and cause", () => {
    const { lines, log } = record();
    const error = Object.assign(new TypeError("bad", { cause: new Error("deeper") }), { code: "E_BAD" });
    log.error("Failed", { cause: error, nested: { error } });
    expect(lines[0]).toContain(
      'cause={"name":"TypeError","message":"bad","code":"E_BAD","cause":{"name":"Error","message":"deeper"}}',
    );
    expect(lines[0]).toContain('nested={"error":{"name":"TypeError"');
  });

  it("survives fields that are no JSON", () => {
    const { lines, log } = record();
    const circle: Record<string, unknown> = {};
    circle["circle"] = circle;
    log.error("Failed", { circle, method: () => 1, after: 1 });
    expect(lines[0]).toMatch(/Failed .*after=1$/);
  });
});

describe("secrets", () => {
  it.each(tokens)("are hidden wherever they stand: %#", (token) => {
    const { lines, log } = record();
    const error = new Error(`401 for ${token}`, { cause: { headers: { Authorization: `Bot ${token}` } } });
    log.error(`Could not log in with ${token}: "${token}"`, {
      token,
      list: [token],
      error,
      url: `https://x.test/?token=${token}&a=1`,
      headers: { authorization: `Bearer ${token}` },
      text: `{"botToken":"${token}"}`,
    });
    expect(lines.join("\n")).not.toContain(token);
    expect(lines.join("\n")).not.toContain(token.slice(-12));
    expect(lines[0]).toContain("Could not log in with [hidden]");
  });

  it("are hidden by their name, at any depth", () => {
    const { lines, log } = record();
    log.info("x", {
      signingSecret: "plain",
      a: { b: [{ Authorization: "Basic abc", set_cookie: "c1" }] },
      author: "me",
    });
    expect(lines[0]).not.toMatch(/plain|abc|c1/);
    expect(lines[0]).toContain('author="me"');
  });

  it("are hidden by their value, when it has no shape", () => {
    const { lines, log } = record("info", ["8f742231b10e8888abcd99yyyzzz85a5", ""]);
    log.info("signed with 8f742231b10e8888abcd99yyyzzz85a5.");
    expect(lines[0]).toMatch(/signed with \[hidden]\.$/);
  });

  it.each([
    ["https://discord.com/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb246/messages/@original", "aW50ZXJhY3Rpb246"],
    ["https://discord.com/api/v10/interactions/123456789012345678/aW50ZXJhY3Rpb246/callback", "aW50ZXJhY3Rpb246"],
    ["https://hooks.slack.com/commands/T1/2/abcdef", "abcdef"],
    ["wss://wss-primary.slack.com/link/?ticket=0a1b2c3d&app_id=x", "0a1b2c3d"],
    ["Authorization: Bot abcdefgh", "abcdefgh"],
    ["authorization=abcdefgh", "abcdefgh"],
  ])("are hidden in %s", (text, secret) => {
    expect(redact(text)).not.toContain(secret);
    expect(redact(text)).toContain("[hidden]");
  });

  it("are hidden behind a line break, which JSON writes as a letter", () => {
    const { lines, log } = record();
    log.info("x", { text: "headers:\nBearer abcdefghij0123456789", error: new Error("\nBearer abcdefghij0123456789") });
    expect(lines[0]).not.toContain("abcdefghij");
  });

  it("leave everything else as it is", () => {
    for (const text of [
      "The store data/attache.sqlite cannot be used: 3.53.4",
      "index 4f5c2a1d9e… at foreign-policy.md@b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
      "the Bot answered; Basic English",
      "SLACK_APP_TOKEN is to start with xapp-: copy it",
      "12.345.678",
    ]) {
      expect(redact(text)).toBe(text);
    }
  });

  it("stay hidden between any other words", () => {
    fc.assert(
      fc.property(fc.constantFrom(...tokens), fc.string(), fc.string(), (token, before, after) => {
        const { lines, log } = record();
        log.info(`${before}${token} ${after}`, { text: `${before}\n${token}'${after}` });
        return !lines.join("").includes(token);
      }),
    );
  });
});

describe("what happens over and over", () => {
  it("is told at once the first time, and then once a minute with how often", async () => {
    vi.useFakeTimers();
    const { lines, log } = record();
    const summed = sumUp(log);
    const late = (id: number) => summed.warn("Late", { code: 10062, id });
    for (let i = 0; i < 5; i++) late(i);
    summed.warn("Late", { code: 50013 });
    summed.error("Late", { code: 10062 });
    for (let i = 0; i < 2; i++) summed.info("Fine");
    const told = () => lines.splice(0).map((line) => line.slice(25));
    expect(told()).toEqual([
      "warn  Late code=10062 id=0",
      "warn  Late code=50013",
      "error Late code=10062",
      "info  Fine",
      "info  Fine",
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).toEqual(["warn  Late code=10062 id=4 again=4"]);
    late(5);
    late(6);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).toEqual(["warn  Late code=10062 id=6 again=2"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).toEqual([]);
    // A minute without any: the next is a first one.
    late(7);
    expect(told()).toEqual(["warn  Late code=10062 id=7"]);
    late(8);
    summed.flush();
    expect(told()).toEqual(["warn  Late code=10062 id=8 again=1"]);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it("of a thousand kinds is not kept in memory", () => {
    const { lines, log } = record();
    const summed = sumUp(log);
    for (let i = 0; i < 1_100; i++) summed.warn("Odd", { cause: `reason ${i}` });
    for (let i = 0; i < 1_100; i++) summed.warn("Odd", { cause: `reason ${i}` });
    expect(lines).toHaveLength(1_100 + 100);
    summed.flush();
    expect(lines).toHaveLength(1_200 + 1_000);
  });
});
