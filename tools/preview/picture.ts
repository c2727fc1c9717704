import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { launch } from "../../tests/preview/chromium.ts";
import { platforms } from "./platforms.ts";
import { makeSample } from "./samples.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The picture at the top of README, and what it was made of. */
export const PICTURE = join(root, "docs/answer.png");
export const MADE_OF = join(root, "docs/answer.sha256");

const QUESTION = "who proposed expelling 35 diplomats";
/** CSS pixels of a platform's drawing. */
const WIDTH = 620;

/** @returns a page with one answer as each platform draws it */
export async function pictureHtml(): Promise<string> {
  const drawings = await Promise.all(
    platforms.map(async ({ name, calls, draw }) => {
      const sample = await makeSample(join(root, "knowledge"), QUESTION, calls);
      return `<div class="${name.toLowerCase()}">${draw(sample).html}</div>`;
    }),
  );
  // How long it took differs each time.
  const shown = drawings.join("\n").replace(/\d+ ms/g, "38 ms");
  return `<!doctype html>
<meta charset="utf-8">
<style>
body { margin: 0; padding: 12px; display: grid; grid-template-columns: repeat(${platforms.length}, ${WIDTH}px); gap: 12px; align-items: start; background: #fff; width: max-content; }
${platforms.map(({ css }) => css).join("\n")}
.notification { display: none; }
</style>
${shown}
`;
}

/** SHA-256, in hex, of what a picture is made of. */
export function hashOf(html: string): string {
  return createHash("sha256").update(html).digest("hex");
}

if (import.meta.main) {
  const html = await pictureHtml();
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 2 * WIDTH + 36, height: 600 } });
    await page.setContent(html);
    mkdirSync(join(root, "docs"), { recursive: true });
    writeFileSync(PICTURE, await page.locator("body").screenshot());
    writeFileSync(MADE_OF, `${hashOf(html)}\n`);
  } finally {
    await browser.close();
  }
  process.stdout.write(`${PICTURE}\n`);
}
