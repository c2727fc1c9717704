#!/usr/bin/env node
import process from "node:process";

/** What package.json asks for under "engines". */
const MIN_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < MIN_NODE) {
  process.stderr.write(
    `Attaché needs Node ${MIN_NODE} or later, and this is ${process.version}: install a newer one.\n`,
  );
  process.exit(2);
}
await import("./compile-cache.ts");
// Only what is loaded from here on comes from the cache of compiled code.
await import("./program.ts");
