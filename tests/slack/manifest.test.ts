import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands } from "../../commands/index.ts";
import { offeredIn } from "../../src/command.ts";
import { slackManifest } from "../../src/slack/manifest.ts";
import { shownCommands } from "../helpers/commands.ts";
import { methods } from "./fake/methods.ts";
import { SCOPES } from "./fake/web-api.ts";

const web = z.string().regex(/^https?:\/\//);

/** What we use of Slack's own: github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json */
const published = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    long_description: z.string().min(175).max(4_000).optional(),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/), always_online: z.boolean() }),
    agent_view: z.strictObject({ agent_description: z.string().max(300) }),
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.enum(["message", "global"]),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().startsWith("/").min(2).max(32),
          url: web.max(3_000).optional(),
          description: z.string().min(1).max(2_000),
          usage_hint: z.string().min(1).max(1_000).optional(),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string().max(50)).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: web.max(3_500).optional(),
      bot_events: z.array(z.string().max(50)).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: web.max(3_500).optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

describe("the manifest of the Slack app", () => {
  it.each([
    ["Socket Mode", null],
    ["HTTP", "https://bot.example.org"],
  ])("is one that Slack takes, for %s", (_, url) => {
    expect(() => published.parse(slackManifest({ commands, prefix: "", url }))).not.toThrow();
  });

  it("has every command that people see, under its prefix, and none that only buttons run", () => {
    const { features } = slackManifest({ commands: offeredIn(commands, []), prefix: "docs-", url: null });
    const names = features?.slash_commands?.map(({ command }) => command);
    expect(names).toEqual(shownCommands.map((name) => `/docs-${name}`));
    expect(names).toContain("/docs-ask");
    expect(names).not.toContain("/docs-feedback");
  });

  it("asks for the scopes that the methods and events need, and no other", () => {
    const { oauth_config, settings } = slackManifest({ commands, prefix: "", url: null });
    const events: Record<string, string | null> = {
      app_home_opened: null,
      app_mention: "app_mentions:read",
      "message.channels": "channels:history",
      "message.groups": "groups:history",
      app_uninstalled: null,
      tokens_revoked: null,
      "message.im": "im:history",
      "message.mpim": "mpim:history",
    };
    const needed = [
      "commands",
      ...Object.values(methods)
        .filter(({ isExtra }) => isExtra !== true)
        .map(({ scope }) => scope),
      ...(settings?.event_subscriptions?.bot_events ?? []).map((event) => events[event]),
    ];
    expect(oauth_config?.scopes?.bot).toEqual([...new Set(needed.filter((scope) => scope !== null))].sort());
    expect(oauth_config?.scopes?.bot).toEqual(SCOPES);
  });

  it("names the address of each request over HTTP, and none in Socket Mode", () => {
    const address = "https://bot.example.org/slack/events";
    const { features, settings } = slackManifest({ commands, prefix: "", url: "https://bot.example.org" });
    expect(settings).toMatchObject({ socket_mode_enabled: false, event_subscriptions: { request_url: address } });
    expect(features?.slash_commands?.every(({ url }) => url === address)).toBe(true);
    expect(JSON.stringify(slackManifest({ commands, prefix: "", url: null }))).not.toContain("url");
  });

  it("refuses a prefix with which a command is too long", () => {
    expect(() => slackManifest({ commands, prefix: "a".repeat(30), url: null })).toThrow(
      /SLACK_COMMAND_PREFIX is too long/,
    );
  });
});
