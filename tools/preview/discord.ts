import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from "discord-api-types/v10";
import { calls } from "../../src/discord/place.ts";
import { renderDiscord } from "../../src/discord/render.ts";
import { markdownToHtml } from "./discord-markdown.ts";
import { escapeHref, escapeHtml } from "./html.ts";
import type { Platform } from "./page.ts";

const css = `
.discord { background: #313338; color: #dbdee1; font: 16px/1.375 "gg sans", "Noto Sans", "Helvetica Neue", Arial, sans-serif; padding: 12px 16px; border-radius: 6px; }
.discord .name { color: #f2f3f5; font-weight: 600; margin-bottom: 4px; }
.discord .app { background: #5865f2; color: #fff; font-size: 10px; font-weight: 700; border-radius: 3px; padding: 1px 4px; vertical-align: middle; }
.discord .container { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px; padding: 14px 16px; max-width: 600px; box-sizing: border-box; display: grid; gap: 8px; overflow-wrap: anywhere; }
.discord .container > * { min-width: 0; }
.discord blockquote { margin: 0; padding-left: 12px; border-left: 4px solid #4e5058; border-radius: 2px; }
.discord pre { background: #1e1f22; border: 1px solid #3f4147; border-radius: 4px; margin: 0; }
.discord .small { font-size: 13px; color: #949ba4; }
.discord .h1, .discord .h2, .discord .h3 { font-weight: 700; color: #f2f3f5; }
.discord .h1 { font-size: 24px; } .discord .h2 { font-size: 20px; } .discord .h3 { font-size: 17px; }
.discord hr { border: 0; border-top: 1px solid #3f4147; margin: 4px 0; width: 100%; }
.discord .part { display: flex; gap: 12px; justify-content: space-between; align-items: flex-start; }
.discord .part > div { min-width: 0; }
.discord .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
.discord .button { background: #4e5058; color: #fff; border-radius: 8px; padding: 6px 14px; font-size: 14px; font-weight: 500; text-decoration: none; white-space: nowrap; flex: none; }
.discord a { color: #00a8fc; text-decoration: none; } .discord a.button { color: #fff; }
.discord code { background: #1e1f22; border-radius: 4px; padding: 0 3px; }
.discord mark { background: #c00; color: #fff; }
.discord .alone { font-size: 12px; color: #949ba4; margin-top: 6px; }
`;

/** Discord, from the components that are sent to it. */
export const discord: Platform = {
  name: "Discord",
  css,
  calls,
  draw({ reply, visibility }) {
    const payload = renderDiscord(reply, "abcdefghijklmnopqrstuvwx");
    const alone = visibility === "private" ? '<div class="alone">👁 Only you can see this · Dismiss message</div>' : "";
    const name = '<div class="name">Attaché <span class="app">APP</span></div>';
    return { payload, html: `${name}${payload.components.map(draw).join("")}${alone}` };
  },
};

function draw(component: APIMessageTopLevelComponent | APIComponentInContainer): string {
  switch (component.type) {
    case ComponentType.Container: {
      const color = (component.accent_color ?? 0x2b2d31).toString(16).padStart(6, "0");
      return `<div class="container" style="border-left-color:#${color}">${component.components.map(draw).join("")}</div>`;
    }
    case ComponentType.TextDisplay:
      return `<div>${markdownToHtml(component.content)}</div>`;
    case ComponentType.Section:
      return `<div class="part"><div>${component.components.map(draw).join("")}</div>${drawButton(component.accessory)}</div>`;
    case ComponentType.Separator:
      return "<hr>";
    case ComponentType.ActionRow:
      return `<div class="buttons">${component.components.map(drawButton).join("")}</div>`;
    default:
      throw new Error(`The preview does not draw components of type ${component.type} yet`);
  }
}

function drawButton(component: object): string {
  const { label = "", style, url } = component as { label?: string; style?: number; url?: string };
  const text = escapeHtml(label);
  if (style !== ButtonStyle.Link) return `<span class="button">${text}</span>`;
  return `<a class="button" href="${escapeHref(url ?? "")}">${text} ↗</a>`;
}
