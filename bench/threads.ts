import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeGenerated } from "./generated-folder.ts";
import { copyLargeFolder } from "./large-folder.ts";
import { progress } from "./progress.ts";
import { measureServed, SERVED_HEADER, servedRow } from "./served.ts";
import { renderTable } from "./table.ts";

/** Documents of the practice folders, in which there are 1,216 passages. */
const DOCUMENTS = 161;
const PASSAGES = 20_000;

/** How long the thread that talks to platforms is held up where the index is in it, and where it is in a worker. */
export async function measureThreads(): Promise<string> {
  const folders = [
    {
      name: `${DOCUMENTS} documents of the practice folders`,
      write: (folder: string) => copyLargeFolder(DOCUMENTS, folder),
    },
    { name: `${PASSAGES} generated passages`, write: (folder: string) => writeGenerated(PASSAGES, folder) },
  ];
  const rows = folders.flatMap(({ name, write }) => {
    progress(`  ${name}`);
    const folder = mkdtempSync(join(tmpdir(), "threads-"));
    try {
      write(folder);
      return (["here", "worker"] as const).map((where) => {
        return servedRow(where === "here" ? `${name}, in its thread` : "  in a worker", measureServed(folder, where));
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  return renderTable({
    title: "Threads: 20 questions a second for 60 s",
    header: SERVED_HEADER,
    rows,
    notes: [
      "From the question to what is sent to Discord, with suggestions at each. Meanwhile questions to offer, people, the timeline and differences are looked for, and in a worker all documents are read anew. The block: the longest time in which the thread that talks to platforms could do nothing else, on the clock, and the most of the processor that it took at one go.",
    ],
  });
}
