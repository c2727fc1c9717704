import type { Personal } from "../command.ts";
import { AttacheError } from "../errors.ts";
import type { Person, Store } from "../store/store.ts";
import type { BestEffort } from "./best-effort.ts";

export interface PersonalOptions {
  readonly store: Store;
  readonly bestEffort: BestEffort;
  /** Called when something was deleted. */
  readonly onForgotten: () => void;
}

/** What is stored of one person, for themselves; the command that asks for it says so when the store fails. */
export function createPersonal({ store, bestEffort, onForgotten }: PersonalOptions): (asker: Person) => Personal {
  return ({ platform, workspace, user }) => {
    // An id of Discord's is one person everywhere; one of Slack's within their workspace.
    const person = { platform, workspace: platform === "slack" ? workspace : null, user };
    return {
      async list() {
        const stored = await bestEffort("list what is stored of a person", () => store.listPersonal(person), null);
        if (stored !== null) return stored;
        throw new AttacheError("store", "I cannot look that up just now: please try again later.");
      },
      async forget() {
        const deleted = await bestEffort("forget a person", () => store.forgetPerson(person), null);
        if (deleted === null) {
          throw new AttacheError(
            "store",
            "I could not delete that just now, and all is as it was: please try again later.",
          );
        }
        onForgotten();
        return deleted;
      },
    };
  };
}
