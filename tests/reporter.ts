import { writeSync } from "node:fs";
import process from "node:process";
import type { Reporter, TestModule } from "vitest/node";

/**
 * Ends a run with a line such as "12 passed, 0 failed", which CI reads. What fails outside any test (a file that does
 * not load, an unhandled rejection) counts as failed. Above it stands why tests were skipped,
 * and what tests annotated.
 */
export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    const notes: string[] = [];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const result = test.result();
        count[result.state]++;
        if (result.state === "skipped" && result.note !== undefined)
          notes.push(`skipped: ${test.fullName}: ${result.note}`);
        for (const { message } of test.annotations()) notes.push(`${test.fullName}: ${message}`);
      }
      if (module.errors().length > 0) count.failed++;
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
    }
    const skipped = count.skipped + count.pending;
    const line = `${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    // Other reporters still write after this call.
    process.once("exit", () => writeSync(1, [...notes, line].map((text) => `${text}\n`).join("")));
  }
}
