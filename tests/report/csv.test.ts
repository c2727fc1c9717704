import { expect, it } from "vitest";
import { reportCsv } from "../../src/report/csv.ts";
import { makeReport } from "../../src/report/make-report.ts";
import type { AskedQuestion } from "../../src/store/store.ts";

it("has no formula for a spreadsheet, also where it would begin with a wide sign or a new line", async () => {
  const asked = (question: string, i: number): AskedQuestion => ({
    platform: "slack",
    user: null,
    question,
    isAnswered: false,
    confidence: null,
    milliseconds: null,
    source: null,
    isPrivate: false,
    created: i,
  });
  const questions = ["＝1+1 alpha", "－2 beta", "\n=3 gamma", "@delta", "+epsilon", "no formula"];
  const store = { listAsked: async () => questions.map(asked), listVotes: async () => [] };
  const knowledge = { sources: [], ask: () => expect.unreachable() };
  const csv = reportCsv(await makeReport({ store, knowledge, days: 1, mostAsked: 0, now: 1_000 }));
  for (const question of questions.slice(0, -1)) expect(csv).toMatch(`'${question}`);
  expect(csv).toContain(",no formula,");
});
