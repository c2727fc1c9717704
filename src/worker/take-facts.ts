import type { FileReport, FolderReport } from "../documents/report.ts";
import type { Facts, Message } from "./messages.ts";
import { takeParts } from "./parts.ts";

type MessageOf<Kind extends Message<never>["kind"]> = Extract<Message<never>, { readonly kind: Kind }>;

/** Takes in what was found in a folder, and tells it. */
export async function takeReport(
  { folder, files }: MessageOf<"report">,
  onReport: (report: FolderReport) => void,
): Promise<FolderReport> {
  const report = { folder, files: await takeParts<FileReport>(files) };
  onReport(report);
  return report;
}

/** Takes in what an index holds. @param report of its folder */
export async function takeFacts(
  { fingerprint, versions, sources }: MessageOf<"opened">,
  report: Promise<FolderReport | null>,
): Promise<Facts> {
  return { fingerprint, versions, sources: await takeParts(sources), report: await report };
}
