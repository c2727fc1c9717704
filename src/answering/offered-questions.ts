import { setImmediate } from "node:timers/promises";
import type { Awaitable } from "../search/steps.ts";
import { isWholeQuestion, type Worded, WordedQuestions } from "./suggestions.ts";
import { inTurns } from "./turns.ts";

/** Questions worded from the documents that are tried before the answered ones are offered. */
const MAX_TRIED = 200;
/** Characters of an example: it stands inside a sentence. */
const MAX_EXAMPLE = 100;
/** The example where no whole question was found. */
const PLAIN = "what is this about";

/** What must be known of the documents. */
export interface Documents {
  /** All passages, in runs that may have to be waited for. */
  readonly passages: Iterable<Awaitable<Iterable<Worded>>>;
  /** Whether a word is most often a noun. */
  readonly isNoun: (word: string) => boolean;
  readonly isAnswered: (question: string) => Awaitable<boolean>;
}

/** Where all questions that were found are kept, from one start to the next. */
export interface KeptQuestions {
  /** @returns null where none are kept of these documents */
  read(): readonly string[] | null;
  write(questions: readonly string[]): void;
}

/** Questions that documents answer, looked for once, a little at a time: others are answered in between. */
export class OfferedQuestions {
  readonly #documents: Documents;
  readonly #kept: KeptQuestions | null;
  readonly #found: string[] = [];
  readonly #example = Promise.withResolvers<string>();
  #search: Promise<readonly string[]> | undefined;
  #onFound: (question: string) => void = () => {};

  constructor(documents: Documents, kept: KeptQuestions | null = null) {
    this.#documents = documents;
    this.#kept = kept;
    // Whoever waits for it is told of a fault.
    this.#example.promise.catch(() => undefined);
  }

  /** Those found so far; the search begins once they are wanted, unless they are kept. */
  get known(): readonly string[] {
    this.all().catch(() => undefined);
    return this.#found;
  }

  /** @param tell told of each that is kept or found, at once: it replaces who was told before */
  onFound(tell: (question: string) => void): void {
    for (const question of this.#found) tell(question);
    this.#onFound = tell;
    this.#search ??= this.#recall() ?? undefined;
  }

  /** All of them, the most promising first. */
  all(): Promise<readonly string[]> {
    this.#search ??= this.#recall() ?? this.#open();
    return this.#search;
  }

  /** Takes those that are kept for found. @returns null where none are kept */
  #recall(): Promise<readonly string[]> | null {
    const kept = this.#kept?.read() ?? null;
    if (kept === null) return null;
    for (const question of kept) this.#add(question);
    this.#example.resolve(PLAIN);
    return Promise.resolve(this.#found);
  }

  #add(question: string): void {
    this.#found.push(question);
    this.#onFound(question);
    if (question.length <= MAX_EXAMPLE && isWholeQuestion(question)) this.#example.resolve(question);
  }

  /** A whole question among them; a plain one where there is none. */
  example(): Promise<string> {
    this.all().catch(() => undefined);
    return this.#example.promise;
  }

  async #open(): Promise<readonly string[]> {
    try {
      // Whoever wants those that are known does not wait for the first to be looked for.
      await setImmediate();
      await this.#find();
    } catch (error) {
      this.#example.reject(error);
      throw error;
    }
    this.#example.resolve(PLAIN);
    this.#kept?.write(this.#found);
    return this.#found;
  }

  async #find(): Promise<void> {
    const { passages, isNoun, isAnswered } = this.#documents;
    const worded = new WordedQuestions(isNoun);
    for (const run of passages) await inTurns(await run, (passage) => worded.add(passage));
    await inTurns(worded.list().slice(0, MAX_TRIED), async (question) => {
      if (await isAnswered(question)) this.#add(question);
    });
  }
}
