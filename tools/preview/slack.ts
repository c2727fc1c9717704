import type { HomeView, ModalView } from "@slack/types";
import { openKnowledge } from "../../src/index.ts";
import { renderSlack } from "../../src/slack/render.ts";
import { askModal, homeView, sourcesModal } from "../../src/slack/views.ts";
import { escapeHtml } from "./html.ts";
import type { Platform } from "./page.ts";
import type { Sample } from "./samples.ts";
import { drawBlocks } from "./slack-blocks.ts";

const css = `
.slack { background: #fff; color: #1d1c1d; font: 15px/1.46668 Lato, "Noto Sans", "Helvetica Neue", Arial, sans-serif; padding: 12px 16px; border: 1px solid #ddd; border-radius: 6px; overflow-wrap: anywhere; }
.slack .name { font-weight: 900; } .slack .app { background: #e8e8e8; color: #616061; font-size: 10px; font-weight: 700; border-radius: 2px; padding: 1px 3px; vertical-align: middle; }
.slack .header { font-size: 18px; font-weight: 900; margin: 8px 0; }
.slack .rich { margin: 4px 0; } .slack .section { min-height: 1px; }
.slack blockquote { margin: 4px 0; padding: 0 0 0 12px; border-left: 4px solid #ddd; }
.slack .context { font-size: 12px; line-height: 1.5; color: #616061; margin: 4px 0; }
.slack a { color: #1264a3; text-decoration: none; }
.slack .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
.slack .button { border: 1px solid #bbb; border-radius: 8px; padding: 4px 12px; font-size: 13px; font-weight: 700; }
.slack .feedback span { border-radius: 12px; padding: 2px 6px; font-size: 13px; } .slack .feedback { margin: 4px 0; }
.slack .alone { font-size: 12px; color: #616061; } .slack .notification { font-size: 12px; color: #616061; background: #f8f8f8; padding: 4px 8px; margin-top: 8px; border-radius: 4px; }
.slack .view { border: 1px solid #bbb; border-radius: 8px; padding: 12px 16px; margin-top: 12px; box-shadow: 0 2px 8px #0002; }
.slack .view .title { font-weight: 900; font-size: 18px; border-bottom: 1px solid #ddd; padding-bottom: 8px; margin-bottom: 8px; }
.slack .input { border: 1px solid #888; border-radius: 4px; padding: 8px; min-height: 48px; }
`;

const knowledge = await openKnowledge({ folder: "knowledge" });
const example = await knowledge.example();
const formatCommand = (name: string) => `/${name}`;
const button = (index: number) => `abcdefghijklmnopqrstuvwx.${index}`;

/** What is shown in a view of its own beside the message, by the sample's title. */
const views: Readonly<Record<string, (sample: Sample) => readonly (ModalView | HomeView)[]>> = {
  "The sources of an answer": ({ reply }) => [sourcesModal(reply, button(0), 0)],
  "60 sources": ({ reply }) => [sourcesModal(reply, button(0), 1)],
  "No question": () => [askModal("They were all to be sent home.", 1_000, "{}")],
  Help: () => {
    const { sources, fingerprint } = knowledge;
    return [
      homeView({
        sources,
        index: fingerprint,
        examples: [example, "who is Petro"],
        formatCommand,
        botName: "attache",
      }),
    ];
  },
};

/** Slack, from the blocks that are sent to it. */
export const slack: Platform = {
  name: "Slack",
  css,
  draw(sample) {
    const message = renderSlack(sample.reply, { button });
    const more = views[sample.title]?.(sample) ?? [];
    const alone = sample.visibility === "private" ? '<div class="alone">👁 Only visible to you</div>' : "";
    const name = '<div class="name">Attaché <span class="app">APP</span></div>';
    const notification = `<div class="notification">Notification: ${unescapeMarkup(message.text)}</div>`;
    const html = `${alone}${name}${drawBlocks(message.blocks)}${notification}${more.map(drawView).join("")}`;
    return { payload: more.length === 0 ? message : { message, views: more }, html };
  },
};

function drawView(view: ModalView | HomeView): string {
  if (view.type === "home")
    return `<div class="view"><div class="title">Home</div>${drawBlocks(view.blocks as never)}</div>`;
  const buttons = [view.close, view.submit].flatMap((text) => (text === undefined ? [] : [text.text]));
  const foot = buttons.map((text) => `<span class="button">${escapeHtml(text)}</span>`).join("");
  const title = `<div class="title">${escapeHtml(view.title.text)}</div>`;
  return `<div class="view">${title}${drawBlocks(view.blocks as never)}<div class="buttons">${foot}</div></div>`;
}

/** The text of a notification, whose three escapes HTML shares. */
function unescapeMarkup(text: string): string {
  return text.replaceAll('"', "&quot;");
}
