import type { Knowledge } from "../answering/knowledge.ts";
import type { Operator } from "../command.ts";
import { AttacheError } from "../errors.ts";
import { makeReport } from "../report/make-report.ts";
import { SHORT_GROUPS } from "../report/short.ts";
import type { Platform, Store } from "../store/store.ts";
import type { BestEffort } from "./best-effort.ts";

export interface OperatorsOptions {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly bestEffort: BestEffort;
  /** Ids of the people who operate the bot on each platform. */
  readonly operators: Readonly<Record<Platform, readonly string[]>>;
  /** Days that they are reported on. */
  readonly days: number;
  readonly now: () => number;
}

/** @returns what a person may see as an operator, null where they are none */
export function createOperatorOf({ store, knowledge, bestEffort, operators, days, now }: OperatorsOptions) {
  return ({ platform, user }: { readonly platform: Platform; readonly user: string }): Operator | null => {
    if (!operators[platform].includes(user)) return null;
    return {
      async report() {
        using pinned = knowledge.pin();
        const options = { store, knowledge: pinned, days, now: now(), mostAsked: SHORT_GROUPS };
        const report = await bestEffort("sum up what was asked", () => makeReport(options), null);
        if (report !== null) return report;
        throw new AttacheError("store", "I cannot look that up just now: please try again later.");
      },
    };
  };
}
