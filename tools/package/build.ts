import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/**
 * Builds what `npm pack` puts into the package: Node runs no TypeScript that stands in a folder of packages, so that has
 * to be JavaScript, with its types beside it. The repository itself needs no such step.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const FOLDERS = ["src", "commands", "encoder", "lancedb"];
const out = path.join(root, "dist");

rmSync(out, { recursive: true, force: true });
const { status } = spawnSync("tsc", ["--project", path.join(root, "tools/package/tsconfig.json")], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
if (status !== 0) process.exit(status ?? 1);

// What the compiler leaves as it is: where a worker's program stands, and where types come from.
for (const file of globSync("**/*.{js,d.ts}", { cwd: out })) {
  const place = path.join(out, file);
  const text = readFileSync(place, "utf8");
  const built = text
    .replace(/(?<=new URL\("[^"]+)\.ts(?=", import\.meta\.url\))/g, ".js")
    .replace(/(?<=(?:from |import\()"\.{1,2}\/[^"]+)\.ts(?=")/g, ".js");
  if (built !== text) writeFileSync(place, built);
}
// Tables, and whatever else is read at run time.
const isKept = (file: string) =>
  !/(?:\.[jt]s|\.wat|\.md|package(?:-lock)?\.json)$/.test(file) && !file.includes("node_modules");
for (const file of globSync(`{${FOLDERS.join(",")}}/**/*.*`, { cwd: root }).filter(isKept)) {
  mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
  copyFileSync(path.join(root, file), path.join(out, file));
}
chmodSync(path.join(out, "src/main.js"), 0o755);
