// Run after `npm install` where the registry lacks some platforms' optional packages: npm then leaves them out of
// package-lock.json, and `npm ci` refuses its own lock (npm/cli#9846). Writes the entries npm would have written, but
// for the integrity hash, which only the registry knows. Optional packages that package.json names under "leaveOut" are
// taken out, with all that nothing else needs: npm has no way to go without them and keep the others.
//
//     npx node .ci/complete-lock.mjs [FOLDER]
import { readFileSync, writeFileSync } from "node:fs";

const folder = new URL(`../${process.argv[2] ?? "."}/`, import.meta.url);
const file = new URL("package-lock.json", folder);
const lock = JSON.parse(readFileSync(file, "utf8"));
const { leaveOut = [] } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
const platform =
  /-(android|darwin|freebsd|linux|openharmony|win32)-(x64|arm64|arm|ia32|ppc64|riscv64|s390x)(?:-(\w+))?$/;

/** @returns where a package is found that one at a place asks for by its name */
function find(place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/")))) {
    const found = `${at === "" || at.endsWith("/") ? at : `${at}/`}node_modules/${name}`;
    if (found in lock.packages) return found;
    if (at === "") return null;
  }
}

for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const name of leaveOut) delete optionalDependencies[name];
}
const needed = new Set([""]);
for (const place of needed) {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = lock.packages[place];
  for (const wanted of [dependencies, devDependencies, optionalDependencies, peerDependencies]) {
    for (const name of Object.keys(wanted ?? {})) {
      const found = find(place, name);
      if (found !== null) needed.add(found);
    }
  }
}
const removed = leaveOut.length === 0 ? [] : Object.keys(lock.packages).filter((place) => !needed.has(place));
for (const place of removed) delete lock.packages[place];

const added = [];
for (const [place, { dev, engines, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const [, os, cpu, libc = ""] = platform.exec(name) ?? [];
    const entry = `node_modules/${name}`;
    if (entry in lock.packages || `${place}/${entry}` in lock.packages || os === undefined) continue;
    lock.packages[entry] = {
      version,
      cpu: [cpu],
      ...(dev ? { dev } : {}),
      ...(os === "linux" && libc !== "" ? { libc: [libc.startsWith("musl") ? "musl" : "glibc"] } : {}),
      optional: true,
      os: [os],
      ...(engines ? { engines } : {}),
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(added.length === 0 ? "package-lock.json is whole\n" : `added ${added.join(", ")}\n`);
if (removed.length > 0) process.stdout.write(`left out ${removed.length} packages\n`);
