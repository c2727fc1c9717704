/**
 * Slack's own limits, in characters unless said otherwise.
 * Sources: docs.slack.dev/reference/block-kit (blocks, block-elements, composition-objects), …/surfaces/modals,
 * …/reference/methods/chat.postMessage, …/interactivity/handling-user-interaction.
 */
export const limits = {
  /** Blocks of a message, and of a modal or a Home tab. */
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * Over all blocks of a message, by `weigh`. Slack documents no number; 13,200 characters of text fail, and with
   * rich text, whose containers count too, 11,341 did (github.com/slackapi/bolt-js issues 2509 and 2867).
   */
  messageWeight: 12_000,
  /** Top-level text: longer is advised against, and cut at 40,000. */
  text: 4_000,
  header: 150,
  plainText: 3_000,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  actionId: 255,
  viewTitle: 24,
  privateMetadata: 3_000,
  inputValue: 3_000,
  suggestedPrompts: 4,
  /** Levels of a list in rich text, from 0: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
  listIndent: 8,
} as const;

/** What an object of a block counts beside its text: an estimate on the safe side, see `messageWeight`. */
const CONTAINER = 16;

/** How much of `messageWeight` blocks use: their text and addresses, and their containers. */
export function weigh(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + weigh(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  let sum = CONTAINER;
  for (const [key, item] of Object.entries(value)) {
    if (key === "style") continue;
    sum += typeof item === "string" ? (key === "text" || key === "url" ? item.length : 0) : weigh(item);
  }
  return sum;
}
