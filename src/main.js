#!/usr/bin/env node
// JavaScript, as all that is loaded before the cache of compiled code is on: of TypeScript Node would load what takes its
// types out, at every start, and one that is too old could not read this far.
import process from "node:process";

/** What package.json asks for under "engines". */
const MIN_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < MIN_NODE) {
  process.stderr.write(
    `Attaché needs Node ${MIN_NODE} or later, and this is ${process.version}: install a newer one.\n`,
  );
  process.exit(2);
}
await import("./compile-cache.js");
// Only what is loaded from here on comes from the cache.
await import("./program.ts");
