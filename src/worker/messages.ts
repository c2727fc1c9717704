import type { MessagePort } from "node:worker_threads";
import type { Knowledge, SourceSummary } from "../answering/knowledge.ts";
import type { Version } from "../documents/earlier.ts";
import type { FolderReport } from "../documents/report.ts";
import type { PackedDocument } from "../documents/stored/packed-document.ts";
import type { PlainError } from "./plain-error.ts";
import type { Shared } from "./shared.ts";

/** What a worker opens. */
export interface WorkerData {
  readonly folder: string;
  readonly exclude: readonly string[];
  readonly encoder: string | null;
  /** File in which the index is kept from one start to the next; null for none. */
  readonly snapshot: string | null;
  /** Folder in which LanceDB keeps it in place of that; null for none. */
  readonly lancedb: string | null;
  /** Confidence under which a question counts as unanswered; null for the one that was fitted. */
  readonly threshold: number | null;
}

/** What a worker is started with. */
export interface Started extends WorkerData {
  /** What was read of the folder before; null for a first reading. */
  readonly versions: Shared<readonly Version[]> | null;
  /** Whether it is not to answer, and does its work behind all others. */
  readonly isAhead: boolean;
}

/** What a worker holds. */
export interface HeldKnowledge extends Knowledge {
  /** The documents of these files, as far as there are any. */
  packDocuments(files: readonly string[]): Promise<readonly PackedDocument[]>;
}

/** What a worker can be asked. */
interface Asked extends Knowledge {
  /** Has it put the documents of these files, as far as there are any, on a port, in parts (`parts.ts`). */
  lendDocuments(files: readonly string[], port: MessagePort): Promise<void>;
  /** Has it stand behind others for the processor, for good. */
  stepBack(): Promise<void>;
  /** Has it let go of the index, and give back memory, before it ends. */
  giveBack(): Promise<void>;
}

/** What looks into the documents: its arguments and results are plain data. */
export type Method = {
  [M in keyof Asked]: Asked[M] extends (...args: never) => Promise<unknown> ? M : never;
}[keyof Asked];

export type Arguments<M extends Method> = Parameters<Asked[M]>;
export type Result<M extends Method> = Awaited<ReturnType<Asked[M]>>;

/** A question to the index, as its owner puts it to the worker. */
export type Request = {
  readonly [M in Method]: {
    readonly id: number;
    /** Of what waits, that of the lowest is answered first: who came first, with all that he asks. */
    readonly order: number;
    readonly method: M;
    readonly args: Arguments<M>;
  };
}[Method];

/** What the index holds. */
export interface Facts {
  readonly fingerprint: string;
  readonly sources: readonly SourceSummary[];
  readonly report: FolderReport | null;
  /** What was read of each file, for whoever reads the folder next. */
  readonly versions: Shared<readonly Version[]>;
}

/** What a worker says. @typeParam Value what came of a request: whoever sent it knows what that is */
export type Message<Value> =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  /** What was found in a folder: its files are taken from a port (`parts.ts`), as are the sources below. */
  | { readonly kind: "report"; readonly folder: string; readonly files: MessagePort }
  /** Documents of files are wanted, as they were read before: `PackedDocument`s on a port, in parts. */
  | { readonly kind: "wanted"; readonly files: readonly string[]; readonly documents: MessagePort }
  /** Why the snapshot could not be used, or could not be written. */
  | { readonly kind: "snapshot problem"; readonly problem: string }
  | (Pick<Facts, "fingerprint" | "versions"> & { readonly kind: "opened"; readonly sources: MessagePort })
  | { readonly kind: "not opened"; readonly error: PlainError }
  | { readonly kind: "result"; readonly id: number; readonly value: Value }
  | { readonly kind: "error"; readonly id: number; readonly error: PlainError }
  /** A question was found that the documents answer, to be offered while somebody types. */
  | { readonly kind: "offered"; readonly question: string }
  /** A fault that nobody caught, to be logged. */
  | { readonly kind: "fault"; readonly error: PlainError };
