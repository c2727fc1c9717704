import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import { describe, expect, it } from "vitest";
import { readThreshold, readWatch } from "../src/config/documents.ts";
import { readConfig, secretsOf } from "../src/config.ts";
import { AttacheError } from "../src/errors.ts";

// In the shape of real ones, made up.
const discord = { DISCORD_TOKEN: ["MTAwMDAwMDAwMDAwMDAw", "Gabcde", "abcdefghijklmnopqrstuvwxyz0"].join(".") };
const bot = { SLACK_BOT_TOKEN: "xoxb-1-abc" };
const app = { SLACK_APP_TOKEN: "xapp-1-abc" };
const signed = { SLACK_SIGNING_SECRET: "0123456789abcdef" };

function problemOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(AttacheError);
    expect((error as AttacheError).code).toBe("config");
    return (error as AttacheError).message;
  }
  throw new Error("It was taken.");
}

describe("the settings", () => {
  it("have defaults, and then no platform", () => {
    expect(readConfig({ KNOWLEDGE: " ", DISCORD_TOKEN: "", SLACK_BOT_TOKEN: " " })).toEqual({
      knowledge: "knowledge",
      exclude: [],
      encoder: null,
      threshold: null,
      store: "data/attache.sqlite",
      snapshot: "data/attache.sqlite.index",
      lancedb: null,
      retentionDays: 30,
      ratePerUser: 10,
      ratePerChannel: 30,
      logLevel: "info",
      watch: "on",
      health: null,
      discord: null,
      slack: null,
    });
  });

  it("keep the index beside the store, elsewhere, or nowhere", () => {
    expect(readConfig({ STORE: "/data/a.sqlite" }).snapshot).toBe("/data/a.sqlite.index");
    expect(readConfig({ STORE: "/data/a.sqlite", SNAPSHOT: " /tmp/b " }).snapshot).toBe("/tmp/b");
    expect(readConfig({ SNAPSHOT: "off" }).snapshot).toBeNull();
  });

  it("are the same where one is read for itself", () => {
    for (const value of [" 0.25 ", "1", "0", "1e-1"]) {
      expect(readThreshold({ THRESHOLD: value })).toBe(readConfig({ THRESHOLD: value }).threshold);
    }
    for (const value of ["on", "poll", "off", "", undefined]) {
      const environment = value === undefined ? {} : { WATCH: value };
      expect(readWatch(environment)).toBe(readConfig(environment).watch);
    }
    for (const value of ["1.1", "-0.1", "half", "NaN", "Infinity"]) {
      const wrong = { THRESHOLD: value };
      const error = "THRESHOLD is to be a number from 0 to 1 (see .env.example)";
      expect(() => readThreshold(wrong)).toThrow(error);
      expect(() => readConfig(wrong)).toThrow(error);
    }
    expect(() => readWatch({ WATCH: "often" })).toThrow("WATCH is to be on, poll or off (see .env.example)");
  });

  it("are all in .env.example, which is itself a valid .env that changes nothing", () => {
    const text = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const example = parse(text);
    expect(readConfig(example)).toEqual(readConfig({}));
    const source = readFileSync(new URL("../src/config.ts", import.meta.url), "utf8");
    const names = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(Object.keys(example).sort()).toEqual(names.sort());
  });

  it("are read as given", () => {
    expect(
      readConfig({
        KNOWLEDGE: "docs",
        EXCLUDE: "drafts/, *.old.md",
        ENCODER: "../models/minilm ",
        STORE: "/var/lib/attache.sqlite",
        SNAPSHOT: "/var/cache/attache.index",
        INDEX: "lancedb: /var/cache/rows",
        RETENTION_DAYS: "7",
        RATE_PER_USER: "1",
        RATE_PER_CHANNEL: "2",
        LOG_LEVEL: "warn",
        THRESHOLD: "0.7",
        HEALTH_PORT: "9090",
        HEALTH_HOST: "0.0.0.0",
        ...discord,
        DISCORD_CHANNELS: "100000000000000001, 100000000000000002",
        DISCORD_ASK_CHANNELS: "100000000000000003",
        DISCORD_FOLLOW_UPS: "off",
        DISCORD_ADMINS: "100000000000000004",
        DISCORD_ESCALATE_TO: "100000000000000005",
        DISCORD_API_URL: "http://127.0.0.1:8080/api",
        ...bot,
        ...app,
        SLACK_CHANNELS: "C0123456789",
        SLACK_ASK_CHANNELS: "C0123456789,C0123456780",
        SLACK_FOLLOW_UPS: "off",
        SLACK_EXTERNAL: "allow",
        SLACK_BOTS: "allow",
        SLACK_ESCALATE_TO: "C0123456781",
        SLACK_ADMINS: "U0123456789, W0123456789",
        SLACK_COMMAND_PREFIX: "docs-",
        SLACK_API_URL: "http://127.0.0.1:8080/api/",
      }),
    ).toEqual({
      knowledge: "docs",
      exclude: ["drafts/", "*.old.md"],
      encoder: "../models/minilm",
      threshold: 0.7,
      store: "/var/lib/attache.sqlite",
      snapshot: "/var/cache/attache.index",
      lancedb: "/var/cache/rows",
      retentionDays: 7,
      ratePerUser: 1,
      ratePerChannel: 2,
      logLevel: "warn",
      watch: "on",
      health: { port: 9090, host: "0.0.0.0" },
      discord: {
        token: discord.DISCORD_TOKEN,
        channels: ["100000000000000001", "100000000000000002", "100000000000000003"],
        askChannels: ["100000000000000003"],
        followUps: false,
        admins: ["100000000000000004"],
        escalateTo: "100000000000000005",
        apiUrl: "http://127.0.0.1:8080/api",
      },
      slack: {
        botToken: "xoxb-1-abc",
        mode: { kind: "socket", appToken: "xapp-1-abc" },
        channels: ["C0123456789", "C0123456780"],
        askChannels: ["C0123456789", "C0123456780"],
        followUps: false,
        external: true,
        bots: true,
        admins: ["U0123456789", "W0123456789"],
        escalateTo: "C0123456781",
        commandPrefix: "docs-",
        apiUrl: "http://127.0.0.1:8080/api/",
      },
    });
  });

  it("choose Slack's way in by what is set, Socket Mode first", () => {
    const modeOf = (environment: Record<string, string>) => readConfig(environment).slack?.mode;
    const http = { kind: "http", signingSecret: "0123456789abcdef", port: 3_000 };
    expect(modeOf({ ...bot, ...signed })).toEqual(http);
    expect(modeOf({ ...bot, ...signed, PORT: "80" })).toEqual({ ...http, port: 80 });
    expect(modeOf({ ...bot, ...signed, ...app })).toEqual({ kind: "socket", appToken: "xapp-1-abc" });
  });

  it("let follow-ups without a mention be, on Discord only where their intent is asked for anyway", () => {
    const slack = readConfig({ ...bot, ...app }).slack;
    expect(slack).toMatchObject({ followUps: true, askChannels: [], channels: null });
    const discordOf = (more: Record<string, string>) => readConfig({ ...discord, ...more }).discord;
    expect(discordOf({})).toMatchObject({ followUps: false, askChannels: [], channels: null });
    expect(discordOf({ DISCORD_FOLLOW_UPS: "on" })).toMatchObject({ followUps: true });
    const asked = { DISCORD_ASK_CHANNELS: "100000000000000003" };
    expect(discordOf(asked)).toMatchObject({ followUps: true, channels: null });
    expect(discordOf({ ...asked, DISCORD_FOLLOW_UPS: "off" })).toMatchObject({ followUps: false });
  });

  it("tell which of them are secret", () => {
    expect(secretsOf(readConfig({}))).toEqual([]);
    expect(secretsOf(readConfig({ ...discord, ...bot, ...app }))).toEqual([
      discord.DISCORD_TOKEN,
      "xoxb-1-abc",
      "xapp-1-abc",
    ]);
    expect(secretsOf(readConfig({ ...bot, ...signed }))).toEqual(["xoxb-1-abc", "0123456789abcdef"]);
  });
});

describe("a wrong setting is named with its fix", () => {
  it.each([
    [{ RETENTION_DAYS: "0" }, "RETENTION_DAYS is to be a whole number from 1 to 3650"],
    [{ RATE_PER_USER: "ten" }, "RATE_PER_USER is to be a whole number from 1 to 10000"],
    [{ RATE_PER_CHANNEL: "1.5" }, "RATE_PER_CHANNEL is to be a whole number"],
    [{ INDEX: "data/index" }, "INDEX is to be lancedb: and a folder, such as lancedb:data/index"],
    [{ INDEX: "lancedb: " }, "INDEX is to be lancedb: and a folder, such as lancedb:data/index"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is to be one of info, warn, error, silent"],
    [{ PORT: "65536" }, "PORT is to be a whole number from 1 to 65535"],
    [{ DISCORD_TOKEN: `"${discord.DISCORD_TOKEN}"` }, "DISCORD_TOKEN has quotes in it: write it without"],
    [{ DISCORD_TOKEN: `Bot ${discord.DISCORD_TOKEN}` }, "DISCORD_TOKEN has a space or a line break in it"],
    [{ DISCORD_TOKEN: `${discord.DISCORD_TOKEN}\n` }, "DISCORD_TOKEN has a space or a line break in it"],
    [{ DISCORD_TOKEN: "0123456789abcdef" }, "DISCORD_TOKEN is no bot token: copy it from"],
    [{ ...discord, DISCORD_CHANNELS: "100000000000000001,general" }, "“general” is none"],
    [{ ...discord, DISCORD_ASK_CHANNELS: "#questions" }, "DISCORD_ASK_CHANNELS is to be ids of channels"],
    [{ ...discord, DISCORD_FOLLOW_UPS: "yes" }, "DISCORD_FOLLOW_UPS is to be on or off"],
    [{ DISCORD_API_URL: "127.0.0.1" }, "DISCORD_API_URL is to be an address"],
    [{ SLACK_BOT_TOKEN: "xapp-1-abc", ...app }, "SLACK_BOT_TOKEN is to start with xoxb-"],
    [{ SLACK_BOT_TOKEN: "'xoxb-1-abc'", ...app }, "SLACK_BOT_TOKEN has quotes in it"],
    [{ ...bot, SLACK_APP_TOKEN: "xoxb-1-abc" }, "SLACK_APP_TOKEN is to start with xapp-: copy it from"],
    [{ ...bot, SLACK_SIGNING_SECRET: "xapp-1-abc" }, "SLACK_SIGNING_SECRET is no token"],
    [bot, "set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP"],
    [app, "SLACK_APP_TOKEN is set but SLACK_BOT_TOKEN is not"],
    [signed, "SLACK_SIGNING_SECRET is set but SLACK_BOT_TOKEN is not"],
    [{ ...bot, ...app, SLACK_CHANNELS: "#general" }, "SLACK_CHANNELS is to be ids of channels"],
    [{ ...bot, ...app, SLACK_ASK_CHANNELS: "D0123456789" }, "“D0123456789” is none"],
    [{ ...bot, ...app, SLACK_FOLLOW_UPS: "no" }, "SLACK_FOLLOW_UPS is to be on or off"],
    [{ ...bot, ...app, SLACK_EXTERNAL: "yes" }, "SLACK_EXTERNAL is to be allow, or empty"],
    [{ ...bot, ...app, SLACK_COMMAND_PREFIX: "/docs" }, "SLACK_COMMAND_PREFIX is to be at most 20"],
  ])("%j", (environment, problem) => {
    expect(problemOf(environment as Record<string, string>)).toContain(problem);
    expect(problemOf(environment as Record<string, string>)).toContain(".env.example");
  });

  it("each on a line of its own, and no line with the secret", () => {
    const problem = problemOf({
      RETENTION_DAYS: "x",
      DISCORD_TOKEN: "my secret token",
      SLACK_BOT_TOKEN: "oops-secret",
    });
    expect(problem.split("\n")).toHaveLength(3);
    expect(problem).not.toMatch(/my secret|oops/);
  });
});
