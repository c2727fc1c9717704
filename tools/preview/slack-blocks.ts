import type {
  ContextActionsBlock,
  ContextBlock,
  InputBlock,
  KnownBlock,
  RichTextBlockElement,
  RichTextElement,
  TextObject,
} from "@slack/types";
import { escapeHref, escapeHtml } from "./html.ts";

/** Draws blocks as Slack would, each as the reader sees it; one that we do not send yet is an error. */
export function drawBlocks(blocks: readonly KnownBlock[]): string {
  return blocks.map(drawBlock).join("");
}

function drawBlock(block: KnownBlock): string {
  switch (block.type) {
    case "header":
      return `<div class="header">${drawText(block.text)}</div>`;
    case "divider":
      return "<hr>";
    case "context":
      return `<div class="context">${block.elements.map(drawContext).join(" ")}</div>`;
    case "rich_text":
      return `<div class="rich">${block.elements.map(drawRich).join("")}</div>`;
    case "actions":
      return `<div class="buttons">${block.elements.map(drawButton).join("")}</div>`;
    case "context_actions":
      return `<div class="feedback">${block.elements.map(drawFeedback).join("")}</div>`;
    case "input":
      return drawInput(block);
    default:
      throw new Error(`The preview does not draw blocks of type ${block.type} yet`);
  }
}

function drawRich(element: RichTextBlockElement): string {
  switch (element.type) {
    case "rich_text_section":
      return `<div class="section">${element.elements.map(drawWords).join("")}</div>`;
    case "rich_text_quote":
      return `<blockquote>${element.elements.map(drawWords).join("")}</blockquote>`;
    case "rich_text_list": {
      const tag = element.style === "ordered" ? "ol" : "ul";
      const items = element.elements.map((item) => `<li>${drawRich(item)}</li>`).join("");
      const margin = ` style="margin-left:${1.5 * (element.indent ?? 0)}em"`;
      const { offset = 0 } = element as { readonly offset?: number };
      const start = offset === 0 ? "" : ` start="${offset + 1}"`;
      const list = `<${tag}${start}${margin}>${items}</${tag}>`;
      return element.border === 1 ? `<blockquote>${list}</blockquote>` : list;
    }
    case "rich_text_preformatted":
      return `<pre>${element.elements.map(drawWords).join("")}</pre>`;
    default:
      throw new Error(`The preview does not draw ${(element as { type: string }).type} yet`);
  }
}

/** As "{date_long}" is shown. */
const longDate = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" });

function drawWords(element: RichTextElement): string {
  if (element.type === "date") return `<b>${escapeHtml(longDate.format(new Date(element.timestamp * 1_000)))}</b>`;
  if (element.type !== "text" && element.type !== "link")
    throw new Error(`${element.type} would ping or is not drawn yet`);
  const { bold, italic } = element.style ?? {};
  const words = escapeHtml(element.text ?? "").replaceAll("\n", "<br>");
  const styled = `${bold ? "<b>" : ""}${italic ? "<i>" : ""}${words}${italic ? "</i>" : ""}${bold ? "</b>" : ""}`;
  return element.type === "link" ? `<a href="${escapeHref(element.url)}">${styled}</a>` : styled;
}

function drawContext(element: ContextBlock["elements"][number]): string {
  if (element.type === "image") throw new Error("The preview does not draw images yet");
  return `<span>${drawText(element)}</span>`;
}

/** Markup would have to be read here as Slack reads it; we send none. */
function drawText({ type, text }: TextObject): string {
  if (type !== "plain_text") throw new Error("The preview does not read mrkdwn yet");
  return escapeHtml(text);
}

function drawButton(element: { readonly type: string }): string {
  if (element.type !== "button" || !("text" in element)) throw new Error(`${element.type} is not drawn yet`);
  return `<span class="button">${drawText(element.text as TextObject)}</span>`;
}

function drawFeedback(element: ContextActionsBlock["elements"][number]): string {
  if (element.type !== "feedback_buttons") throw new Error(`${element.type} is not drawn yet`);
  return `<span>${drawText(element.positive_button.text)}</span><span>${drawText(element.negative_button.text)}</span>`;
}

function drawInput({ label, hint, element }: InputBlock): string {
  const value = "initial_value" in element && typeof element.initial_value === "string" ? element.initial_value : "";
  const below = hint === undefined ? "" : `<div class="context">${drawText(hint)}</div>`;
  return `<div class="section"><b>${drawText(label)}</b></div><div class="input">${escapeHtml(value)}</div>${below}`;
}
