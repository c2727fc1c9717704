import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    reporters: ["default", "./tests/reporter.ts"],
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: "100%",
    // Files share a process: nearly half of a run was importing the same modules anew for each file.
    isolate: false,
    // Some tests start the program itself, on machines with two busy cores.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
