import process from "node:process";
import { afterAll, afterEach } from "vitest";

/** What was written past the runner since it was last looked at. */
const stray: string[] = [];

for (const method of ["log", "info", "debug", "warn", "error", "trace", "table", "dir"] as const) {
  console[method] = (...words: unknown[]) => {
    stray.push(`console.${method}: ${words.map(String).join(" ")}`);
  };
}
for (const name of ["stdout", "stderr"] as const) {
  process[name].write = (chunk: string | Uint8Array) => {
    stray.push(`process.${name}: ${String(chunk)}`);
    return true;
  };
}
const onWarning = (warning: Error) => {
  stray.push(`process warning: ${warning.stack ?? warning.message}`);
};
process.on("warning", onWarning);

function failOnStray(): void {
  const found = stray.splice(0);
  if (found.length > 0) throw new Error(`A test is to be quiet, but this was written:\n${found.join("\n")}`);
}

afterEach(failOnStray);
afterAll(async () => {
  // A warning is told on the next tick.
  await new Promise((resolve) => setImmediate(resolve));
  // The process goes on to the next file.
  process.off("warning", onWarning);
  failOnStray();
});
