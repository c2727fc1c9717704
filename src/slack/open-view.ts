import type { ModalView } from "@slack/types";
import { platformError } from "./auth.ts";
import type { SlackContext } from "./context.ts";
import type { Place } from "./deliver.ts";
import { insist } from "./insist.ts";
import { messageOf } from "./log.ts";

/** Milliseconds of the 3 s that Slack gives. */
const PATIENCE = 2_500;

/**
 * Opens a modal, or stacks it on the one that is open. Slack gives 3 seconds for that; after them the person is asked to
 * try again.
 */
export async function openView(
  work: SlackContext,
  place: Place,
  trigger: string,
  view: ModalView,
  how: "open" | "push" = "open",
): Promise<void> {
  const { client, deliver, log } = work;
  try {
    await insist(() => client.views[how]({ trigger_id: trigger, view }), PATIENCE);
  } catch (error) {
    const code = platformError(error) ?? messageOf(error);
    log.warn("Slack did not open a view", { channel: place.channel, code });
    const late = code === "expired_trigger_id";
    const text = late
      ? "That took too long for Slack. Please try once more."
      : "Slack did not show that; it has been noted.";
    await deliver.tell(place, text);
  }
}
