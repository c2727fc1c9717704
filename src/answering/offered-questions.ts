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

/** Questions that documents answer, looked for once, a little at a time: others are answered in between. */
export class OfferedQuestions {
  readonly #documents: Documents;
  readonly #found: string[] = [];
  readonly #example = Promise.withResolvers<string>();
  #search: Promise<readonly string[]> | undefined;
  #onFound: (question: string) => void = () => {};

  constructor(documents: Documents) {
    this.#documents = documents;
    // Whoever waits for it is told of a fault.
    this.#example.promise.catch(() => undefined);
  }

  /** Those found so far; the search begins when they are first wanted. */
  get known(): readonly string[] {
    this.all().catch(() => undefined);
    return this.#found;
  }

  /** @param tell told of each that is found from now on, at once: it replaces who was told before */
  onFound(tell: (question: string) => void): void {
    this.#onFound = tell;
  }

  /** All of them, the most promising first. */
  all(): Promise<readonly string[]> {
    this.#search ??= this.#open();
    return this.#search;
  }

  /** A whole question among them; a plain one where there is none. */
  example(): Promise<string> {
    this.all().catch(() => undefined);
    return this.#example.promise;
  }

  async #open(): Promise<readonly string[]> {
    try {
      await this.#find();
    } catch (error) {
      this.#example.reject(error);
      throw error;
    }
    this.#example.resolve(PLAIN);
    return this.#found;
  }

  async #find(): Promise<void> {
    const { passages, isNoun, isAnswered } = this.#documents;
    const worded = new WordedQuestions(isNoun);
    for (const run of passages) await inTurns(await run, (passage) => worded.add(passage));
    await inTurns(worded.list().slice(0, MAX_TRIED), async (question) => {
      if (!(await isAnswered(question))) return;
      this.#found.push(question);
      this.#onFound(question);
      if (question.length <= MAX_EXAMPLE && isWholeQuestion(question)) this.#example.resolve(question);
    });
  }
}
