import { setTimeout as sleep } from "node:timers/promises";
import { ANSWERS_FILE, appendAnswer } from "../../documents/answers-file.ts";
import { QUIET } from "../../documents/earlier.ts";
import { AttacheError } from "../../errors.ts";
import type { Log } from "../../log.ts";
import type { KeepAnswer } from "./people.ts";

export interface KeepAnswerOptions {
  /** Folder of the documents. */
  readonly folder: string;
  /** Reads the folder anew. */
  readonly reload: () => Promise<void>;
  readonly log: Log;
}

/** @returns what adds people's answers to the documents, one after the other, and reads these anew each time */
export function createKeepAnswer({ folder, reload, log }: KeepAnswerOptions): KeepAnswer {
  let last: Promise<void> = Promise.resolve();
  const keep: KeepAnswer = async (answer) => {
    await appendAnswer(folder, answer);
    // Until then it would count as being written, and be read as it was before.
    await sleep(QUIET);
    try {
      await reload();
    } catch (cause) {
      log.error("The documents could not be read anew with an answer that was kept", { cause });
      throw new AttacheError("knowledge", `It is kept in ${ANSWERS_FILE}, and will be found once I am started again.`);
    }
  };
  return (answer) => {
    const kept = last.then(() => keep(answer));
    last = kept.catch(() => undefined);
    return kept;
  };
}
