import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord-api-types/v10";
import { buttonId } from "../chat/bot.ts";
import { shorten } from "../replies/excerpt.ts";
import { oneLine } from "../replies/one-line.ts";
import type { Reply } from "../replies/reply.ts";
import { type Block, blocksOf, type Room } from "./blocks.ts";
import { fit } from "./escape.ts";
import { limits } from "./limits.ts";

/** What is sent to Discord, for a reply of an interaction and for a message alike. */
export interface DiscordPayload {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: [] };
}

/** From roomy to tight: the quotes give way first, then what names the sources. */
const ROOMS: readonly Room[] = [
  ...[1, 0.7, 0.5, 0.35, 0.25, 0.15, 0.08].map((words) => ({ words, citations: 1 })),
  ...[0.7, 0.45, 0.35, 0.25, 0.15, 0.08, 0.04].map((citations) => ({ words: 0.06, citations })),
];
const TIGHTEST: Room = { words: 0.03, citations: 0.04 };
/** Buttons that leave room for everything else. */
const MAX_BUTTONS = 15;

const COLOR = { answer: 0x5865f2, quiet: 0x80848e, warning: 0xf0b232, error: 0xda373c } as const;

/**
 * Renders a reply as one container of Discord's components, within every limit. No source is left out.
 *
 * @param exchange what its buttons are named after; null draws none
 */
export function renderDiscord(reply: Reply, exchange: string | null): DiscordPayload {
  return {
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    components: [{ type: ComponentType.Container, accent_color: colorOf(reply), components: fitting(reply, exchange) }],
    allowed_mentions: { parse: [] },
  };
}

function fitting(reply: Reply, exchange: string | null): APIComponentInContainer[] {
  for (const layout of [spacious, compact]) {
    for (const room of ROOMS) {
      const components = layout(layOut(reply, room), exchange);
      if (fits(components)) return orSummary(components, reply);
    }
  }
  const blocks = layOut(reply, TIGHTEST);
  for (;;) {
    const components = compact(blocks, exchange);
    const last = blocks.findLastIndex((block) => block.kind === "text" && !block.cites);
    if (fits(components) || last === -1) return orSummary(components, reply);
    blocks.splice(last, 1);
  }
}

function layOut({ items }: Reply, room: Room): Block[] {
  return items.flatMap((item) => blocksOf(item, room));
}

/** Each text on its own, each link a button beside what it belongs to. */
function spacious(blocks: readonly Block[], exchange: string | null): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  const buttons = createButtons(exchange);
  for (const block of blocks) {
    if (block.kind === "buttons") components.push(...buttons(block.labels));
    else if (block.kind === "rule") {
      if (components.length > 0) components.push({ type: ComponentType.Separator });
    } else if (block.text.trim() !== "") components.push(textOf(block.text, block.link));
  }
  return components;
}

function textOf(content: string, link: string | null): APIComponentInContainer {
  const text = { type: ComponentType.TextDisplay, content } as const;
  if (link === null) return text;
  if (link.length > limits.buttonUrl) return { ...text, content: `${content}\n${maskedLink(link)}` };
  const button = { type: ComponentType.Button, style: ButtonStyle.Link, label: "Open", url: link } as const;
  return { type: ComponentType.Section, components: [text], accessory: button };
}

function maskedLink(link: string): string {
  return `-# [Open](<${link}>)`;
}

/** Neighbouring texts in one component, links in the text where they are short. */
function compact(blocks: readonly Block[], exchange: string | null): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  const buttons = createButtons(exchange);
  for (const block of blocks) {
    if (block.kind === "buttons") components.push(...buttons(block.labels));
    if (block.kind !== "text" || block.text.trim() === "") continue;
    const { link } = block;
    const text = link !== null && link.length <= 200 ? `${block.text} · [Open](<${link}>)` : block.text;
    const last = components.at(-1);
    if (last?.type === ComponentType.TextDisplay) last.content += `\n${text}`;
    else components.push({ type: ComponentType.TextDisplay, content: text });
  }
  return components;
}

/** @returns a function that turns the labels of each actions item, in order, into rows of buttons */
function createButtons(exchange: string | null): (labels: readonly string[]) => APIComponentInContainer[] {
  let next = 0;
  return (labels) => {
    const buttons = labels.map((label): APIButtonComponent & { custom_id: string } => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: shorten(oneLine(label).trim(), limits.buttonLabel) || "…",
      custom_id: buttonId(exchange ?? "", next++),
    }));
    const shown = exchange === null ? [] : buttons.slice(0, Math.max(0, MAX_BUTTONS - (next - labels.length)));
    const rows = Math.ceil(shown.length / limits.buttonsInRow);
    return Array.from({ length: rows }, (_, row) => ({
      type: ComponentType.ActionRow,
      components: shown.slice(row * limits.buttonsInRow, (row + 1) * limits.buttonsInRow),
    }));
  };
}

/** A message may not be empty. */
function orSummary(components: APIComponentInContainer[], { summary }: Reply): APIComponentInContainer[] {
  if (components.length > 0) return components;
  return [{ type: ComponentType.TextDisplay, content: fit(summary, limits.text) || "…" }];
}

function fits(components: readonly APIComponentInContainer[]): boolean {
  const container: APIContainerComponent = { type: ComponentType.Container, components: [...components] };
  const { count, text } = measure(container);
  return count <= limits.components && text <= limits.text;
}

/** Counts a component with all it holds, and the characters of its texts; labels count too, to be on the safe side. */
function measure(component: object): { count: number; text: number } {
  const { content = "", label = "", components = [], accessory } = component as Measured;
  const parts = [...components, ...(accessory === undefined ? [] : [accessory])].map(measure);
  const start = { count: 1, text: content.length + label.length };
  return parts.reduce((sum, { count, text }) => ({ count: sum.count + count, text: sum.text + text }), start);
}

interface Measured {
  readonly content?: string;
  readonly label?: string;
  readonly components?: readonly object[];
  readonly accessory?: object;
}

function colorOf({ items }: Reply): number {
  for (const item of items) {
    if (item.kind === "notice") return item.tone === "info" ? COLOR.quiet : COLOR[item.tone];
    if (item.kind === "excerpt") return item.role === "nearest" || item.role === "perhaps" ? COLOR.quiet : COLOR.answer;
  }
  return COLOR.answer;
}
