import process from "node:process";
import { MessageChannel, type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { Document } from "../documents/document.ts";
import { keptFiles } from "../documents/report.ts";
import { type PackedDocument, unpackDocument } from "../documents/stored/packed-document.ts";
import { openKnowledge } from "../index.ts";
import type { Message, Started } from "./messages.ts";
import { awaitParts, inParts } from "./parts.ts";
import { toPlainError } from "./plain-error.ts";
import { answerRequests } from "./requests.ts";
import { readShared, share } from "./shared.ts";
import { stepBack } from "./step-back.ts";

/** Opens the documents that the worker was started for, and answers what its owner asks. */
export async function serveIndex(): Promise<void> {
  if (parentPort === null) throw new Error("An index is served in a worker only");
  const port = parentPort;
  const say = (message: Message<unknown>, transferred: MessagePort[] = []) => port.postMessage(message, transferred);
  process.on("unhandledRejection", (error) => say({ kind: "fault", error: toPlainError(error) }));
  const { versions: before, isAhead, ...data }: Started = workerData;
  if (isAhead) stepBack();
  /** Asks whoever started this worker, who has the worker before put them on a port: they do not pass through his thread. */
  const documents = async (files: readonly string[]): Promise<Document[]> => {
    const { port1, port2 } = new MessageChannel();
    const came = awaitParts<PackedDocument>(port1);
    say({ kind: "wanted", files, documents: port2 }, [port2]);
    return (await came).map(unpackDocument);
  };
  try {
    const knowledge = await openKnowledge({
      ...data,
      earlier: before === null ? null : { versions: readShared(before), documents },
      onProgress: (done, total) => say({ kind: "progress", done, total }),
      onSnapshotProblem: (problem) => say({ kind: "snapshot problem", problem }),
      onReport: (report) => {
        if (isAhead && keptFiles(report).length > 0) throw new Error("Of what is kept no snapshot is written");
        if (isAhead) return;
        const files = inParts(report.files);
        say({ kind: "report", folder: report.folder, files }, [files]);
      },
    });
    const { fingerprint, sources } = knowledge;
    const versions = share(isAhead ? [] : knowledge.earlier().versions);
    answerRequests(port, knowledge);
    // Whoever takes the place of the one before tells of what there is.
    const told = inParts(isAhead ? [] : sources);
    if (!isAhead) knowledge.onOffered((question) => say({ kind: "offered", question }));
    say({ kind: "opened", fingerprint, versions, sources: told }, [told]);
  } catch (error) {
    say({ kind: "not opened", error: toPlainError(error) });
  }
}
