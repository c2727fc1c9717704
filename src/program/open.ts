import path from "node:path";
import process from "node:process";
import type { LocalKnowledge } from "../answering/local-knowledge.ts";
import {
  readEncoder,
  readExclude,
  readKnowledgeFolder,
  readLanceDb,
  readSnapshot,
  readThreshold,
  type WatchMode,
} from "../config/documents.ts";
import type { FolderReport } from "../documents/report.ts";
import { startLine } from "../terminal/check-folder.ts";
import { stateOf } from "../watch/folder-state.ts";
import type { Freshness, FreshOptions } from "../watch/keep-fresh.ts";
import { showProgress, warn } from "./output.ts";

/** Opens the documents in this thread: for one person, a worker would only cost time. */
export async function open(folder: string, before: LocalKnowledge | null = null): Promise<LocalKnowledge> {
  const { openKnowledge } = await import("../index.ts");
  const quiet = before === null ? {} : { onReport: () => {}, onProgress: () => {} };
  return openKnowledge({ ...openOptions(folder), ...quiet, earlier: before?.earlier() ?? null });
}

/** Opens documents that are read anew when their folder changes: what cannot be read then stays as it was. */
export async function openFresh(folder: string, mode: WatchMode) {
  const exclude = readExclude(process.env);
  const state = await stateOf(folder, exclude);
  let knowledge = await open(folder);
  const { report } = knowledge;
  const reload = async () => {
    knowledge = await open(folder, knowledge);
    return knowledge.report;
  };
  const fresh = await keepFresh(mode, { folder, exclude, state, report, reload, log: { info: () => {}, warn } });
  return { current: () => knowledge, close: async () => fresh?.close() };
}

/** Has documents read anew when their folder changes, unless nobody wants that. */
export async function keepFresh(mode: WatchMode, options: Omit<FreshOptions, "mode">): Promise<Freshness | null> {
  if (mode === "off") return null;
  const { Freshness } = await import("../watch/keep-fresh.ts");
  return new Freshness({ mode, ...options });
}

export function openOptions(folder: string) {
  return {
    folder,
    exclude: readExclude(process.env),
    encoder: readEncoder(process.env),
    threshold: readThreshold(process.env),
    snapshot: keepsSnapshot(folder) ? readSnapshot(process.env) : null,
    lancedb: isOwn(folder) ? readLanceDb(process.env) : null,
    onSnapshotProblem: warn,
    onProgress: showProgress,
    onReport(report: FolderReport) {
      const line = startLine(report);
      if (line !== null) warn(line);
    },
  };
}

/** A folder that is named for one question does not take the place of the bot's own in its snapshot. */
export function keepsSnapshot(folder: string): boolean {
  return isOwn(folder) || (process.env["SNAPSHOT"]?.trim() ?? "") !== "";
}

function isOwn(folder: string): boolean {
  return path.resolve(folder) === path.resolve(readKnowledgeFolder(process.env));
}
