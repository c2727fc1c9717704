import type { Platform } from "../store/store.ts";

/** What came of something that a person asked of the bot. Nothing of what they wrote is in it. */
export interface Handled {
  readonly platform: Platform;
  readonly command: string;
  /**
   * "answered" or "unanswered" for a question; "shown" for what asks none; "refused" where it was over a limit; "failed"
   * where a fault of ours came between.
   */
  readonly outcome: "answered" | "unanswered" | "shown" | "refused" | "failed";
  /** In which the reply was worked out, its way to the platform aside. */
  readonly seconds: number;
}

/** Told of everything that was handled. */
export type Observe = (handled: Handled) => void;
