import { escapeHtml } from "./html.ts";
import type { Sample } from "./samples.ts";

/** How one platform would draw a reply: from the payload that is sent to it, never from the reply itself. */
export interface Platform {
  readonly name: string;
  /** Style of its drawings, each rule below `.<lower-case name>`. */
  readonly css: string;
  /** @returns the payload, and the HTML of what a reader sees of it */
  draw(sample: Sample): { readonly payload: unknown; readonly html: string };
}

/** @returns a page that needs nothing else, with a row for each sample and a column for each platform */
export function renderPage(samples: readonly Sample[], platforms: readonly Platform[]): string {
  const rows = samples.map((sample) => {
    const cells = platforms.map((platform) => {
      const { payload, html } = platform.draw(sample);
      const json = escapeHtml(JSON.stringify(payload, null, 2));
      return `<div class="cell"><div class="${platform.name.toLowerCase()}">${html}</div>
<details><summary>payload</summary><pre>${json}</pre></details></div>`;
    });
    return `<section><h2>${escapeHtml(sample.title)}</h2><div class="row">${cells.join("\n")}</div></section>`;
  });
  const heads = platforms.map(({ name }) => `<div class="cell head">${escapeHtml(name)}</div>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Replies as each platform draws them</title>
<style>
body { margin: 24px; font: 16px/1.4 system-ui, sans-serif; background: #fff; color: #222; }
h1 { font-size: 22px; } h2 { font-size: 16px; margin: 32px 0 8px; }
.row { display: grid; grid-template-columns: repeat(${platforms.length}, minmax(0, 680px)); gap: 24px; align-items: start; }
.head { font-weight: 600; }
.cell { min-width: 0; }
details { margin-top: 4px; color: #666; font-size: 12px; }
pre { overflow: auto; max-height: 400px; background: #f4f4f4; padding: 8px; }
${platforms.map(({ css }) => css).join("\n")}
</style>
<h1>Replies as each platform draws them</h1>
<p>Drawn from the payloads. A plain likeness: fonts and spacing differ from the real thing.</p>
<div class="row">${heads.join("")}</div>
${rows.join("\n")}
</html>
`;
}
