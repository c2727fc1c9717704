import { type Knowledge, openKnowledge } from "../../src/index.ts";

/** A folder of so many documents, each with all that a list shows of one, at some length. */
export function openMany(count: number): Promise<Knowledge> {
  const documents = Array.from({ length: count }, (_, i) => ({
    id: `archive/valley/report-${i + 1}`,
    title: `Report ${i + 1} on the ${i % 2 === 0 ? "northern" : "southern"} valley, its goats & its <weather>`,
    text: `The valley keeps ${i + 1} goats.`,
    source: {
      publisher: "The Valley Herald & Weekly Advertiser",
      author: `A. Writer ${i + 1}`,
      published: "2016-12-30",
      url: `https://example.org/archive/valley/report-${i + 1}?view=print&page=all`,
    },
  }));
  return openKnowledge({ documents });
}
