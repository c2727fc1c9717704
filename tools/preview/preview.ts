import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { discord } from "./discord.ts";
import { renderPage } from "./page.ts";
import { makeSamples } from "./samples.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "preview");
const file = join(folder, "index.html");

mkdirSync(folder, { recursive: true });
writeFileSync(file, renderPage(await makeSamples(join(root, "knowledge")), [discord]));
process.stdout.write(`${file}\n`);
