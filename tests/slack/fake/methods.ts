import { z } from "zod";
import { messageProblems, textProblems, viewProblems } from "../blocks.ts";

/** A method of the Web API: the scope it needs, what it takes, and what it gives. */
export interface Method {
  readonly scope: string | null;
  /** Whether the bot does without, and its manifest does not ask for the scope: whoever runs it may add it. */
  readonly isExtra?: true;
  /** @returns what Slack would refuse, a line for each */
  problems(args: Readonly<Record<string, unknown>>): string[];
}

const channel = z.string().regex(/^[CDGUW][A-Z0-9]+$/);
const user = z.string().regex(/^[UW][A-Z0-9]+$/);
const ts = z.string().regex(/^\d{10}\.\d{6}$/);
const message = { channel, thread_ts: ts.optional(), text: z.unknown(), blocks: z.unknown().optional() };

function takes(shape: z.ZodRawShape, further: (args: Readonly<Record<string, unknown>>) => string[] = () => []) {
  const schema = z.strictObject(shape);
  return (args: Readonly<Record<string, unknown>>) => {
    const parsed = schema.safeParse(args);
    const own = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    return [...own, ...further(args)];
  };
}

/** Without blocks, a text is a message too: what is sent where Slack did not take the blocks. */
const messageOf = ({ text, blocks }: Readonly<Record<string, unknown>>) => [
  ...textProblems(text),
  ...(blocks === undefined ? [] : messageProblems(blocks)),
];
const viewOf = ({ view }: Readonly<Record<string, unknown>>) => viewProblems(view);
const modalOf = (args: Readonly<Record<string, unknown>>) => [
  ...viewOf(args),
  ...((args["view"] as { type?: unknown })?.type === "modal" ? [] : ["only a modal is opened so"]),
];

/** Those that the bot has a use for; any other is one that Slack does not have. docs.slack.dev/reference/methods */
export const methods: Readonly<Record<string, Method>> = {
  "auth.test": { scope: null, problems: takes({}) },
  "chat.postMessage": {
    scope: "chat:write",
    problems: takes(
      {
        ...message,
        unfurl_links: z.literal(false),
        unfurl_media: z.literal(false),
        mrkdwn: z.boolean().optional(),
      },
      messageOf,
    ),
  },
  "chat.postEphemeral": { scope: "chat:write", problems: takes({ ...message, user }, messageOf) },
  // Slack asks for no scope: docs.slack.dev/reference/methods/chat.getPermalink
  "chat.getPermalink": { scope: null, problems: takes({ channel, message_ts: ts }) },
  "reactions.add": {
    scope: "reactions:write",
    problems: takes({ channel, timestamp: ts, name: z.string().regex(/^[a-z0-9_+-]+$/) }),
  },
  "conversations.history": {
    scope: "channels:history",
    problems: takes({ channel, oldest: ts, latest: ts, limit: z.string().regex(/^\d{1,3}$/) }),
  },
  "conversations.replies": {
    scope: "channels:history",
    problems: takes({
      channel,
      ts,
      latest: ts.optional(),
      limit: z.string().regex(/^\d{1,4}$/),
      cursor: z.string().optional(),
    }),
  },
  "users.info": { scope: "users:read", isExtra: true, problems: takes({ user }) },
  "views.open": { scope: null, problems: takes({ trigger_id: z.string(), view: z.unknown() }, modalOf) },
  "views.push": { scope: null, problems: takes({ trigger_id: z.string(), view: z.unknown() }, modalOf) },
  "views.update": {
    scope: null,
    problems: takes({ view_id: z.string(), hash: z.string().optional(), view: z.unknown() }, modalOf),
  },
  "views.publish": {
    scope: null,
    problems: takes({ user_id: user, view: z.unknown() }, (args) => [
      ...viewOf(args),
      ...((args["view"] as { type?: unknown })?.type === "home" ? [] : ["only a Home tab is published"]),
    ]),
  },
  "assistant.threads.setStatus": {
    scope: "chat:write",
    problems: takes({ channel_id: channel, thread_ts: ts, status: z.string().max(100) }),
  },
  "assistant.threads.setTitle": {
    scope: "assistant:write",
    problems: takes({ channel_id: channel, thread_ts: ts, title: z.string().min(1).max(255) }),
  },
  // With thread_ts it does nothing in an app with an agent view, and says nothing: so that is refused here.
  "assistant.threads.setSuggestedPrompts": {
    scope: "assistant:write",
    problems: takes({
      channel_id: channel,
      title: z.string().optional(),
      prompts: z
        .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
        .min(1)
        .max(4),
    }),
  },
};

const response = z.strictObject({
  response_type: z.enum(["ephemeral", "in_channel"]),
  replace_original: z.literal(false),
  thread_ts: ts.optional(),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
  mrkdwn: z.boolean().optional(),
  text: z.unknown(),
  blocks: z.unknown().optional(),
});

/** @returns what Slack would refuse at a `response_url` */
export function responseProblems(body: Readonly<Record<string, unknown>>): string[] {
  const parsed = response.safeParse(body);
  return [...(parsed.success ? [] : parsed.error.issues.map(({ message: text }) => text)), ...messageOf(body)];
}
