import { z } from "zod";

/**
 * What Slack takes as blocks, as far as a bot of this kind may send them; anything else is refused, unknown fields too.
 * Numbers: docs.slack.dev/reference/block-kit, one page a block, element and object. Written apart from
 * src/slack/limits.ts, so that neither copies the other's mistake.
 */
const plainText = (max: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
const markup = (max: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });
const anyText = (max: number) => z.discriminatedUnion("type", [plainText(max), markup(max)]);

const actionId = z.string().min(1).max(255);
const blockId = z.string().min(1).max(255).optional();
const value = z.string().min(1).max(2_000);

const button = z.strictObject({
  type: z.literal("button"),
  text: plainText(75),
  action_id: actionId,
  value: value.optional(),
  url: z.url().max(3_000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const feedbackButton = z.strictObject({
  text: plainText(75),
  value,
  accessibility_label: z.string().max(75).optional(),
});
const feedbackButtons = z.strictObject({
  type: z.literal("feedback_buttons"),
  action_id: actionId,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

const style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial()
  .optional();
/** Slack also knows user, usergroup, broadcast and channel elements: those ping, so here they count as a mistake. */
const richElement = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal("link"),
    url: z.string().regex(/^https?:\/\/[^\s<>|]+$/),
    text: z.string().min(1).optional(),
    style,
  }),
  z.strictObject({
    type: z.literal("date"),
    timestamp: z.int(),
    format: z.string().regex(/\{date(?:_\w+)?\}/),
    fallback: z.string().min(1),
    style,
  }),
]);
/** Alone in its line, one pings whom an answer is for; beside words it could only come out of them. */
const pinged = z.tuple([z.strictObject({ type: z.literal("user"), user_id: z.string().regex(/^[UW][A-Z0-9]+$/) })]);
const richSection = z.strictObject({
  type: z.literal("rich_text_section"),
  elements: z.union([pinged, z.array(richElement).min(1)]),
});
const richBlockElement = z.discriminatedUnion("type", [
  richSection,
  z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(richElement).min(1) }),
  z.strictObject({
    type: z.literal("rich_text_preformatted"),
    border: z.union([z.literal(0), z.literal(1)]).optional(),
    elements: z.array(richElement).min(1),
  }),
  z.strictObject({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    border: z.union([z.literal(0), z.literal(1)]).optional(),
    elements: z.array(richSection).min(1),
  }),
]);

const rich = z.strictObject({
  type: z.literal("rich_text"),
  block_id: blockId,
  elements: z.array(richBlockElement).min(1),
});
const header = z.strictObject({ type: z.literal("header"), block_id: blockId, text: plainText(150) });
const divider = z.strictObject({ type: z.literal("divider"), block_id: blockId });
const section = z.strictObject({
  type: z.literal("section"),
  block_id: blockId,
  text: anyText(3_000),
  accessory: button.optional(),
});
const context = z.strictObject({
  type: z.literal("context"),
  block_id: blockId,
  elements: z.array(anyText(3_000)).min(1).max(10),
});
const actions = z.strictObject({
  type: z.literal("actions"),
  block_id: blockId,
  elements: z.array(button).min(1).max(25),
});
const contextActions = z.strictObject({
  type: z.literal("context_actions"),
  block_id: blockId,
  elements: z.array(feedbackButtons).min(1).max(5),
});
const input = z.strictObject({
  type: z.literal("input"),
  block_id: blockId,
  label: plainText(2_000),
  hint: plainText(2_000).optional(),
  optional: z.boolean().optional(),
  element: z.strictObject({
    type: z.literal("plain_text_input"),
    action_id: actionId,
    multiline: z.boolean().optional(),
    initial_value: z.string().max(3_000).optional(),
    min_length: z.int().min(0).max(3_000).optional(),
    max_length: z.int().min(1).max(3_000).optional(),
    placeholder: plainText(150).optional(),
    focus_on_load: z.boolean().optional(),
  }),
});

const shared = [rich, header, divider, section, context, actions] as const;
const messageBlocks = z.array(z.discriminatedUnion("type", [...shared, contextActions])).max(50);
const viewBlocks = z.array(z.discriminatedUnion("type", [...shared, input])).max(100);

/** A modal or a Home tab: docs.slack.dev/reference/views */
const view = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("modal"),
    title: plainText(24),
    close: plainText(24).optional(),
    submit: plainText(24).optional(),
    callback_id: z.string().max(255).optional(),
    private_metadata: z.string().max(3_000).optional(),
    blocks: viewBlocks,
  }),
  z.strictObject({
    type: z.literal("home"),
    callback_id: z.string().max(255).optional(),
    private_metadata: z.string().max(3_000).optional(),
    blocks: viewBlocks,
  }),
]);

/** @returns what Slack would refuse in a message's blocks, a line for each */
export function messageProblems(blocks: unknown): string[] {
  const parsed = messageBlocks.safeParse(blocks);
  return parsed.success ? together(parsed.data) : issues(parsed.error);
}

/** @returns what Slack would refuse in a view */
export function viewProblems(given: unknown): string[] {
  const parsed = view.safeParse(given);
  if (!parsed.success) return issues(parsed.error);
  const needsSubmit = parsed.data.blocks.some(({ type }) => type === "input");
  const problems = together(parsed.data.blocks);
  if (needsSubmit && parsed.data.type === "modal" && parsed.data.submit === undefined) {
    problems.push("an input needs a submit button");
  }
  return problems;
}

/** @returns what Slack would refuse in the top-level text, or let ping or link */
export function textProblems(text: unknown): string[] {
  if (typeof text !== "string" || text === "") return ["no_text"];
  const problems: string[] = [];
  if (text.length > 4_000) problems.push(`text has ${text.length} characters`);
  if (/[<>]/.test(text)) problems.push("text holds < or >, which could ping or link");
  if (/&(?!amp;|lt;|gt;)/.test(text)) problems.push("text holds a bare &");
  return problems;
}

function issues(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** What holds over all blocks: ids that stand once, and characters in total. */
function together(blocks: readonly unknown[]): string[] {
  const problems: string[] = [];
  for (const field of ["block_id", "action_id"]) {
    const ids = collect(blocks, field);
    for (const id of ids.filter((id, i) => ids.indexOf(id) < i)) problems.push(`${field} ${id} stands twice`);
  }
  // Undocumented: about 12,000, and containers of rich text count (github.com/slackapi/bolt-js/issues/2867).
  const characters = [...collect(blocks, "text"), ...collect(blocks, "url")].join("").length;
  const containers = collect(blocks, "type").length;
  if (characters + 10 * containers > 12_000) problems.push(`msg_blocks_too_long: ${characters} in ${containers}`);
  return problems;
}

/** Every string that stands under a key, at any depth. */
function collect(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === key && typeof item === "string" ? [item] : collect(item, key),
  );
}
