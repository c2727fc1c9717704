import type { ActionsBlock, Button, HomeView, KnownBlock, ModalView, RichTextBlockElement } from "@slack/types";
import type { SourceSummary } from "../answering/knowledge.ts";
import { ASK } from "../chat/question.ts";
import { formatDate } from "../replies/citation.ts";
import type { Reply } from "../replies/reply.ts";
import { button, context, header, plain, richText, section, text } from "./blocks.ts";
import { limits } from "./limits.ts";
import { askForm } from "./names.ts";
import { renderSlack } from "./render.ts";
import { fullSource, sourceElement } from "./source.ts";

/** Sources on a page of the modal. */
const PAGE = 10;

/**
 * The modal behind "Sources": each in full, as it is to be cited.
 *
 * @param pressed value of the button that opened it: the buttons that turn the page send it along
 * @param page from 0; one there isn't is the nearest there is
 */
export function sourcesModal(reply: Reply, pressed: string, page: number): ModalView {
  const entries = reply.items.flatMap((item) => (item.kind === "sources" ? item.sources : []));
  const heading = reply.items.find((item) => item.kind === "heading");
  const pages = Math.max(1, Math.ceil(entries.length / PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const blocks: KnownBlock[] = [header(heading?.text ?? reply.summary)];
  for (const item of reply.items) if (item.kind === "notice") blocks.push(richText([section(text(item.text))]));
  blocks.push(...entries.slice(at * PAGE, (at + 1) * PAGE).flatMap(fullSource));
  if (entries.length === 0) blocks.push(richText([section(text("No source was cited."))]));
  if (pages > 1) {
    const turn: Button[] = [];
    if (at > 0) turn.push(button("Previous", "page_previous", `${pressed}:${at - 1}`));
    if (at < pages - 1) turn.push(button("Next", "page_next", `${pressed}:${at + 1}`));
    blocks.push({ type: "actions", elements: turn }, context([`Page ${at + 1} of ${pages}`], 100));
  }
  return modal("Sources", blocks);
}

/** An answer in a modal: what a button of the Home tab opens. */
export function answerModal(reply: Reply, press: ((index: number) => string) | null): ModalView {
  return modal("Answer", renderSlack(reply, { button: press, surface: "modal" }).blocks);
}

/** The modal behind "Context": the passage around a quote. */
export function contextModal(reply: Reply): ModalView {
  return modal("Context", renderSlack(reply, { button: null, surface: "modal" }).blocks);
}

function modal(title: string, blocks: KnownBlock[]): ModalView {
  return { type: "modal", title: plain(title, limits.viewTitle), close: plain("Close", limits.viewTitle), blocks };
}

/**
 * The form in which a person words what to ask about a message.
 *
 * @param most characters of the question, within Slack's own limit
 * @param metadata comes back with it
 */
export function askModal(initial: string, most: number, metadata: string): ModalView {
  return {
    type: "modal",
    callback_id: askForm.callback,
    private_metadata: metadata,
    title: plain("Ask about this message", limits.viewTitle),
    submit: plain("Ask", limits.viewTitle),
    close: plain("Cancel", limits.viewTitle),
    blocks: [
      {
        type: "input",
        block_id: askForm.block,
        label: plain("Your question", limits.inputLabel),
        hint: plain("The answer is posted in the message’s thread.", limits.inputHint),
        element: {
          type: "plain_text_input",
          action_id: askForm.input,
          multiline: true,
          max_length: most,
          ...(initial === "" ? {} : { initial_value: initial.slice(0, most).toWellFormed() }),
        },
      },
    ],
  };
}

export interface HomeOptions {
  readonly sources: readonly Pick<SourceSummary, "source" | "passageCount">[];
  /** Fingerprint of the index. */
  readonly index: string;
  /** Questions that the documents answer. */
  readonly examples: readonly string[];
  readonly formatCommand: (command: string) => string;
  readonly botName: string;
  /** What those who operate the bot are told; null for everybody else. */
  readonly report?: Reply | null;
}

/** Sources that the Home tab lists; the rest are a command away. */
const HOME_SOURCES = 20;
const HOME_DETAIL = { title: 200, line: 200, url: 1_000 };

/** The Home tab: what the bot knows, how fresh that is, and how to ask. */
export function homeView({ sources, index, examples, formatCommand, botName, report = null }: HomeOptions): HomeView {
  const dates = sources.flatMap(({ source }) => (source.published === null ? [] : [source.published])).sort();
  const newest = dates.at(-1);
  const count = sources.length === 1 ? "1 document" : `${sources.length} documents`;
  const fresh = newest === undefined ? "no document gives its date" : `the newest is of ${formatDate(newest)}`;
  const shown = sources.slice(0, HOME_SOURCES);
  const blocks: KnownBlock[] = [
    header("Ask, and read it in the documents’ own words"),
    richText([
      section(
        text(
          `I answer from ${count}; ${fresh}. Every answer is a quote with its source. When they don’t say, I tell you so.`,
        ),
      ),
    ]),
  ];
  if (report !== null) blocks.push(...renderSlack(report, { button: null, surface: "modal" }).blocks);
  if (examples.length > 0) blocks.push(header("Try one"), exampleButtons(examples));
  blocks.push(
    header("How to ask"),
    richText([
      way("In a channel", `mention @${botName} with your question, or type ${formatCommand(ASK)} and your question.`),
      way("In a thread", `mention @${botName}, or choose “Ask about this message” in a message’s menu.`),
      way("For you alone", `write to me under Messages, or type ${formatCommand(ASK)} --private and your question.`),
    ]),
    header("What I know"),
    ...shown.map((summary, i) => richText([sourceElement({ number: i + 1, ...summary }, HOME_DETAIL)])),
  );
  if (sources.length > shown.length) {
    blocks.push(context([`And ${sources.length - shown.length} more: ${formatCommand("sources")}`], 200));
  }
  blocks.push(context([`index ${index.slice(0, 7)}`], 100));
  return { type: "home", blocks };
}

function way(name: string, words: string): RichTextBlockElement {
  return section(text(`${name}: `, { bold: true }), text(words));
}

function exampleButtons(examples: readonly string[]): ActionsBlock {
  const elements = examples
    .slice(0, 5)
    .map((question, i) => button(question, `example_${i}`, question.slice(0, limits.buttonValue)));
  return { type: "actions", elements };
}
