import { createHash, randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import process from "node:process";
import { codeThatAnswers, madeWith } from "./made-with.ts";
import { sweep } from "./snapshot-writer.ts";

interface Kept {
  /** SHA-256 of what the questions depend on, and of themselves. */
  readonly of: string;
  readonly sha256: string;
  readonly questions: readonly string[];
}

/**
 * The questions that documents were found to answer, in a file beside their snapshot: they are found after that is
 * written, by asking. Without the file, or with a damaged one, they are looked for anew.
 */
export class QuestionsFile {
  readonly #place: string;

  /** @param snapshot the file of the snapshot */
  constructor(snapshot: string) {
    this.#place = `${snapshot}.questions`;
  }

  /** @param fingerprint of the knowledge that is asked */
  of(fingerprint: string) {
    return {
      read: () => this.#read(fingerprint),
      write: (questions: readonly string[]) => this.#write(fingerprint, questions),
    };
  }

  #read(fingerprint: string): readonly string[] | null {
    try {
      // A pipe would be waited for.
      if (!statSync(this.#place).isFile()) return null;
      const { of, sha256, questions }: Kept = JSON.parse(readFileSync(this.#place, "utf8"));
      return of === keyOf(fingerprint) && sha256 === hashOf(questions) ? questions : null;
    } catch {
      return null;
    }
  }

  /** Keeps all that were found, where that can be written: nothing but the time to find them depends on it. */
  #write(fingerprint: string, questions: readonly string[]): void {
    const unfinished = `${this.#place}.${process.pid}.${randomUUID()}.tmp`;
    const kept: Kept = { of: keyOf(fingerprint), sha256: hashOf(questions), questions };
    try {
      sweep(this.#place);
      writeFileSync(unfinished, JSON.stringify(kept), { mode: 0o600 });
      renameSync(unfinished, this.#place);
    } catch {
      rmSync(unfinished, { force: true });
    }
  }
}

/** The fingerprint tells documents and weights; what finds and words the questions is code, which changes beside them. */
function keyOf(fingerprint: string): string {
  return hashOf([fingerprint, madeWith(), codeThatAnswers()]);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
