import type { ContextActionsBlock, KnownBlock, RichTextBlockElement } from "@slack/types";
import { formatDate } from "../replies/citation.ts";
import { shorten } from "../replies/excerpt.ts";
import { oneLine } from "../replies/one-line.ts";
import { questionLine } from "../replies/question-line.ts";
import type { Action, DateItem, Field, Reply, ReplyItem } from "../replies/reply.ts";
import { behindDate, describeDate, momentOf, weekdayOf } from "../replies/shown-date.ts";
import { button, context, escapeMarkup, header, own, plain, richText, section, text, webAddress } from "./blocks.ts";
import { type Layout, layouts } from "./layout.ts";
import { limits, weigh } from "./limits.ts";
import { quoteElements, sourceLines } from "./quote.ts";
import { sourceElement } from "./source.ts";

/** Where blocks are shown: Slack takes 50 of them in a message, 100 in a modal, and feedback buttons in a message only. */
export type Surface = "message" | "modal";

export interface RenderOptions {
  /** What a button sends, by the position of its action in the reply; null when nothing would answer it. */
  readonly button: ((index: number) => string) | null;
  readonly surface?: Surface;
}

export interface SlackMessage {
  /** The notification, and what a client without blocks shows. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Renders a reply for Slack, with less of its quotes and then of its titles until it fits the limits. */
export function renderSlack(reply: Reply, options: RenderOptions): SlackMessage {
  const room = options.surface === "modal" ? limits.viewBlocks : limits.messageBlocks;
  let blocks: KnownBlock[] = [];
  for (const layout of layouts) {
    blocks = renderBlocks(reply, options, layout);
    if (blocks.length <= room && weigh(blocks) <= limits.messageWeight) break;
  }
  return { text: notification(reply.summary), blocks };
}

/** The longest run of the summary that fits once it is escaped. */
export function notification(summary: string): string {
  const line = oneLine(summary.toWellFormed()).trim() || "–";
  const escaped = escapeMarkup(shorten(line, limits.messageText));
  return escaped.length <= limits.messageText
    ? escaped
    : escapeMarkup(shorten(line, Math.floor(limits.messageText / 5)));
}

type Drawn = { readonly rich: RichTextBlockElement[] } | { readonly blocks: KnownBlock[] };

function renderBlocks(reply: Reply, options: RenderOptions, layout: Layout): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let actions = 0;
  for (const [i, item] of reply.items.entries()) {
    const from = actions;
    const follows = item.kind === "excerpt" && item.role !== "entry" && reply.items[i - 1]?.kind === "excerpt";
    if (follows && !layout.dense) blocks.push({ type: "divider" });
    if (item.kind === "actions") actions += item.actions.length;
    for (const drawn of renderItem(item, layout, options, from)) {
      if ("blocks" in drawn) blocks.push(...drawn.blocks);
      else if (drawn.rich.length > 0) addRichText(blocks, drawn.rich, layout.dense);
    }
  }
  return blocks;
}

function addRichText(blocks: KnownBlock[], elements: RichTextBlockElement[], join: boolean): void {
  const last = blocks.at(-1);
  if (join && last?.type === "rich_text") last.elements.push(...elements);
  else blocks.push(richText(elements));
}

/** @param from position of an actions item's first action in the reply */
function renderItem(item: ReplyItem, layout: Layout, options: RenderOptions, from: number): Drawn[] {
  switch (item.kind) {
    case "question":
      return small([own(questionLine(item), Math.max(120, layout.own))], layout);
    case "heading":
      if (layout.dense) return [{ rich: [section(text(own(item.text, limits.headerText), { bold: true }))] }];
      return [{ blocks: [header(item.text)] }];
    case "prose":
      return [{ rich: [section(text(own(item.text, layout.own)))] }];
    case "notice":
      return [{ rich: [section(text(`${signs[item.tone]}${own(item.text, layout.own)}`))] }];
    case "footer":
      return small([own(item.text, layout.own)], layout);
    case "excerpt":
      return [
        { rich: quoteElements(item, layout) },
        ...(item.role === "entry" ? [] : small(sourceLines(item, layout), layout)),
      ];
    case "date":
      return [{ rich: [dateElement(item, layout)] }];
    case "sources":
      return item.sources.map((entry) => ({ rich: [sourceElement(entry, layout)] }));
    case "fields":
      return [{ rich: fieldElements(item.fields, layout) }];
    case "actions":
      return options.button === null ? [] : [{ blocks: actionBlocks(item.actions, from, options.button, options) }];
    default:
      return item satisfies never;
  }
}

/** A whole day in Slack's own form, which each reader sees as their language and time zone have it. */
function dateElement(item: DateItem, layout: Layout): RichTextBlockElement {
  const { iso } = item.date;
  const words = own(describeDate(item), layout.own);
  if (weekdayOf(iso) === "") return section(text(words, { bold: true }));
  const fallback = `${weekdayOf(iso)} ${formatDate(iso)}`;
  const date = {
    type: "date",
    timestamp: momentOf(iso),
    format: "{date_long}",
    fallback,
    style: { bold: true },
  } as const;
  const behind = behindDate(item);
  return section(date, ...(behind === "" ? [] : [text(own(behind, layout.own))]));
}

const signs = { info: "", warning: "⚠️ ", error: "⛔ " } as const;

/** Small lines: a block of their own, or with the text above where room is scarce. */
function small(lines: readonly string[], { dense }: Layout): Drawn[] {
  if (dense) return [{ rich: [section(text(lines.join(" · "), { italic: true }))] }];
  return [{ blocks: [context([lines.join(" · ")], limits.sectionText)] }];
}

/** Longest name with which values stand in the same line. */
const SHORT_NAME = 15;

function fieldElements(fields: readonly Field[], layout: Layout): RichTextBlockElement[] {
  const between = fields.every(({ name }) => name.length <= SHORT_NAME) ? ": " : "\n";
  return fields.map(({ name, value }) => {
    const words = own(value, layout.own);
    const url = webAddress(value);
    const shown = url === null || url.length > layout.url ? text(words) : { type: "link" as const, url, text: words };
    return section(text(`${own(name, layout.own)}${between}`, { bold: true }), shown);
  });
}

function actionBlocks(
  actions: readonly Action[],
  from: number,
  value: (index: number) => string,
  { surface }: RenderOptions,
): KnownBlock[] {
  const up = actions.findIndex(({ role }) => role === "vote-up");
  const down = actions.findIndex(({ role }) => role === "vote-down");
  const votes = surface !== "modal" && up !== -1 && down !== -1 ? [up, down] : [];
  const buttons = actions.flatMap(({ label }, i) =>
    votes.includes(i) ? [] : [button(label, `press_${from + i}`, value(from + i))],
  );
  const blocks: KnownBlock[] = [];
  for (let i = 0; i < buttons.length; i += limits.actionsElements) {
    blocks.push({ type: "actions", elements: buttons.slice(i, i + limits.actionsElements) });
  }
  if (votes.length > 0) blocks.push(feedback({ up: from + up, down: from + down }, value));
  return blocks;
}

function feedback({ up, down }: { up: number; down: number }, value: (index: number) => string): ContextActionsBlock {
  return {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        action_id: `press_${up}`,
        positive_button: { text: plain("👍", 75), accessibility_label: "This helped", value: value(up) },
        negative_button: { text: plain("👎", 75), accessibility_label: "This did not help", value: value(down) },
      },
    ],
  };
}
