import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { discord } from "../../tools/preview/discord.ts";
import { renderPage } from "../../tools/preview/page.ts";
import { platforms } from "../../tools/preview/platforms.ts";
import { makeSamples } from "../../tools/preview/samples.ts";
import { textsOf, visibleText } from "../discord/visible-text.ts";
import { chromiumPath, launch } from "./chromium.ts";

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));

test("the preview shows every reply whole, runs nothing and fetches nothing", { timeout: 60_000 }, async (context) => {
  if (chromiumPath === null) {
    context.skip(
      "there is no Chromium on this machine: set CHROMIUM, or install it (Debian: apt-get install chromium)",
    );
  }
  const columns = await Promise.all(
    platforms.map(async (platform) => ({ platform, samples: await makeSamples(KNOWLEDGE, platform.calls) })),
  );
  const samples = columns.find(({ platform }) => platform === discord)?.samples ?? [];
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => complaints.push(request.url()));
    page.on("dialog", (dialog) => {
      complaints.push(dialog.message());
      void dialog.dismiss();
    });
    await page.setContent(renderPage(columns));
    expect(complaints).toEqual([]);
    expect(samples.length).toBeGreaterThan(0);
    expect(await page.locator("section").count()).toBe(samples.length);
    expect(await page.locator("script, img, iframe, mark").count()).toBe(0);

    for (const [i, sample] of samples.entries()) {
      const drawing = page.locator("section").nth(i).locator(".discord");
      // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, so without what is hidden
      const seen = squeeze(await drawing.innerText());
      for (const text of textsOf((discord.draw(sample).payload as { components: object[] }).components)) {
        for (const line of text.split("\n")) {
          // What opens and ends code is drawn as its box.
          if (line === "```") continue;
          const shown = visibleText(line.replace(/^(?:> |-# |### )/, ""));
          expect(seen, sample.title).toContain(squeeze(shown));
        }
      }
    }

    const wide = await page
      .locator(".cell > div, .container, .container *")
      .evaluateAll(
        (elements) =>
          elements.filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0).length,
      );
    expect(wide).toBe(0);
  } finally {
    await browser.close();
  }
});

function squeeze(text: string): string {
  return text.replace(/[\p{Cf}\s]+/gu, "");
}
