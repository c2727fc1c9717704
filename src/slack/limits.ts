/**
 * Slack's own limits, in characters unless said otherwise, named by Slack's words for the block and the field.
 * Pages are those below https://docs.slack.dev/reference/block-kit unless said otherwise.
 */
export const limits = {
  /** Blocks of a message: …/blocks */
  messageBlocks: 50,
  /** Blocks of a modal or a Home tab: the same page. */
  viewBlocks: 100,
  /**
   * Over all blocks of a message, by `weigh`. Slack documents no number; 13,200 characters of text fail, and with
   * rich text, whose containers count too, 11,341 did (github.com/slackapi/bolt-js issues 2509 and 2867).
   */
  messageWeight: 12_000,
  /**
   * The `text` beside a message's blocks: longer is advised against, and cut at 40,000.
   * https://docs.slack.dev/reference/methods/chat.postMessage
   */
  messageText: 4_000,
  /** Text of a header block: …/blocks/header-block */
  headerText: 150,
  /**
   * Text of a section block, …/blocks/section-block, and of any other text object that has no limit of its own, such as
   * those of a context block: …/composition-objects/text-object
   */
  sectionText: 3_000,
  /** …/blocks/context-block */
  contextElements: 10,
  /** …/blocks/actions-block */
  actionsElements: 25,
  /** …/block-elements/button-element, as are the next two. */
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  /** Of every element, the same page; unique within a message. */
  actionId: 255,
  /** Label of an input block: …/blocks/input-block */
  inputLabel: 2_000,
  /** The line below its field: the same page. */
  inputHint: 2_000,
  /** `max_length` at the most, and the initial value: …/block-elements/plain-text-input-element */
  plainTextInput: 3_000,
  /** Title, submit and close of a modal: https://docs.slack.dev/reference/views/modal-views */
  viewTitle: 24,
  /** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  suggestedPrompts: 4,
  /** Levels of a list in rich text, from 0: …/blocks/rich-text-block */
  richTextIndent: 8,
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
