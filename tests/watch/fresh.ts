import { openKnowledge } from "../../src/index.ts";
import { stateOf } from "../../src/watch/folder-state.ts";
import { Freshness } from "../../src/watch/keep-fresh.ts";
import { type Opened, openInWorker } from "../worker/opened.ts";

export interface Fresh extends Pick<Opened, "knowledge">, AsyncDisposable {
  /** Lines of the log. */
  readonly lines: readonly string[];
}

/** Serves a folder from a worker, and reads it anew when it changes. */
export async function openFresh(folder: string, mode: "on" | "poll" = "on"): Promise<Fresh> {
  const state = await stateOf(folder, []);
  const opened = await openInWorker(folder);
  const { knowledge } = opened;
  const lines: string[] = [];
  const line = (message: string) => lines.push(message);
  const reload = async () => {
    await knowledge.reload();
    return knowledge.report;
  };
  const log = { info: line, warn: line };
  const fresh = new Freshness({ folder, exclude: [], mode, state, report: knowledge.report, reload, log });
  const dispose = async () => {
    await fresh.close();
    await opened[Symbol.asyncDispose]();
  };
  return { knowledge, lines, [Symbol.asyncDispose]: dispose };
}

/** The fingerprint of a folder as a start would read it. */
export async function fingerprintOf(folder: string): Promise<string> {
  return (await openKnowledge({ folder })).fingerprint;
}
