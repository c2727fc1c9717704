import { type IndexWorker, WorkerEnded } from "./index-worker.ts";

/** Questions that are asked at the most: those that follow are answered no faster for more of them. */
const MOST = 20;

/**
 * Asks a worker what others will ask it: the first questions take a thread twice the time and more, until its code is
 * compiled for what it does and what it keeps at hand is there.
 *
 * @throws WorkerEnded when it ends meanwhile
 */
export async function rehearse(worker: IndexWorker, questions: readonly string[]): Promise<void> {
  for (const [i, question] of questions.slice(0, MOST).entries()) {
    try {
      await worker.ask(i, "ask", [question]);
    } catch (error) {
      // Whoever asks for that answer is told what is wrong with it.
      if (error instanceof WorkerEnded) throw error;
    }
  }
}
