import { defineCommand } from "../src/command.ts";
import { notice } from "../src/replies/notice.ts";
import { shortReport } from "../src/report/short.ts";

export const report = defineCommand({
  name: "report",
  description: "For operators: what was asked lately, and what had no answer",
  visibility: "private",
  forOperators: true,
  options: {},
  async run(_, { operator, formatCommand }) {
    if (operator === undefined) return notice("info", `${formatCommand("report")} is for the operators of this bot.`);
    return shortReport(await operator.report());
  },
});
