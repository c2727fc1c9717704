import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Column, renderPage } from "./page.ts";
import { platforms } from "./platforms.ts";
import { makeSamples } from "./samples.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "preview");
const file = join(folder, "index.html");

const columns: Column[] = [];
for (const platform of platforms) {
  columns.push({ platform, samples: await makeSamples(join(root, "knowledge"), platform.calls) });
}
mkdirSync(folder, { recursive: true });
writeFileSync(file, renderPage(columns));
process.stdout.write(`${file}\n`);
