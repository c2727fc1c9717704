import process from "node:process";
import { parentPort, workerData } from "node:worker_threads";
import { openKnowledge } from "../index.ts";
import type { Message, WorkerData } from "./messages.ts";
import { toPlainError } from "./plain-error.ts";
import { answerRequests } from "./requests.ts";

/** Opens the documents that the worker was started for, and answers what its owner asks. */
export async function serveIndex(): Promise<void> {
  if (parentPort === null) throw new Error("An index is served in a worker only");
  const port = parentPort;
  const say = (message: Message<unknown>) => port.postMessage(message);
  process.on("unhandledRejection", (error) => say({ kind: "fault", error: toPlainError(error) }));
  const data: WorkerData = workerData;
  try {
    const knowledge = await openKnowledge({
      ...data,
      onProgress: (done, total) => say({ kind: "progress", done, total }),
      onSnapshotProblem: (problem) => say({ kind: "snapshot problem", problem }),
      onReport: (report) => say({ kind: "report", report }),
    });
    const { fingerprint, sources, report } = knowledge;
    knowledge.onOffered((question) => say({ kind: "offered", question }));
    answerRequests(port, knowledge);
    say({ kind: "opened", facts: { fingerprint, sources, report } });
  } catch (error) {
    say({ kind: "not opened", error: toPlainError(error) });
  }
}
