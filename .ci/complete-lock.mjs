// Run after `npm install` where the registry lacks some platforms' optional packages: npm then leaves them out of
// package-lock.json, and `npm ci` refuses its own lock (npm/cli#9846). Writes the entries npm would have written, but
// for the integrity hash, which only the registry knows.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const platform =
  /-(android|darwin|freebsd|linux|openharmony|win32)-(x64|arm64|arm|ia32|ppc64|riscv64|s390x)(?:-(\w+))?$/;
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
