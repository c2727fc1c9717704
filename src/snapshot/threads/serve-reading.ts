import { parentPort, workerData } from "node:worker_threads";
import type { ListedFile } from "../../documents/file-list.ts";
import { FileReading } from "../../documents/file-reading.ts";
import { packDocument } from "../../documents/stored/packed-document.ts";
import { Paraphrases } from "../../lexicon/paraphrases.ts";
import { packRows } from "../../search/rows/packed-rows.ts";
import { RowsReader } from "../../search/rows/read-rows.ts";
import { type ReadFile, type ReadingData, recallNothing } from "./messages.ts";

/** Reads the files that the owner of this thread names, some at a time, and tells what became of each. */
export function serveReading(): void {
  if (parentPort === null) throw new Error("Files are read ahead in a worker only");
  const port = parentPort;
  const { folder, hashes }: ReadingData = workerData;
  const reading = new FileReading(folder, hashes ? recallNothing : null);
  const reader = new RowsReader(new Paraphrases());
  port.on("message", async (files: readonly ListedFile[]) => {
    const read: ReadFile[] = [];
    for (const listed of files) {
      const { document, ...outcome } = await reading.read(listed, 0);
      read.push({
        outcome,
        document: document === null ? null : packDocument(document),
        rows: document === null ? null : packRows(reader.read(document)),
      });
    }
    port.postMessage(read, buffersOf(read));
  });
}

/** What goes to the other thread without being copied. */
function buffersOf(read: readonly ReadFile[]): ArrayBuffer[] {
  const parts = read.flatMap(({ document, rows }) => [...(document?.parts ?? []), ...(rows === null ? [] : [rows])]);
  return parts.map(({ buffer }) => buffer as ArrayBuffer);
}
