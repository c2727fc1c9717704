import type { Answer, Excerpt } from "../answering/answer.ts";
import type { AskOptions, Knowledge, PinnedKnowledge } from "../answering/knowledge.ts";
import type { SayingOptions } from "../answering/saying.ts";
import { matchQuestions, type SuggestOptions } from "../answering/suggestions.ts";
import type { TimelineOptions } from "../answering/timeline/timeline.ts";
import type { IndexWorker } from "./index-worker.ts";
import type { Arguments, Method, Result } from "./messages.ts";

/** What is looked for in all documents, and is wanted at hand once it is found. */
export type Lookup = "answeredQuestions" | "people";

/** What goes over all documents when it is first asked, in turns with whatever else is asked: it may take long. */
const LONG: ReadonlySet<Method> = new Set(["answeredQuestions", "example", "people", "who", "timeline", "differences"]);

/** Asks a worker. @param order of what waits there, that of the lowest is answered first */
export type Ask<T> = (worker: IndexWorker, order: number) => Promise<T>;

/** A knowledge whose index is elsewhere: what cannot wait is told from what is known here. */
export abstract class RemoteKnowledge implements Knowledge {
  /** The worker whose index it is about. */
  protected abstract readonly worker: IndexWorker;
  /** @param isLong whether others are not to wait for it */
  protected abstract put<T>(ask: Ask<T>, isLong: boolean): Promise<T>;
  /** Has it looked for, unless that was done. */
  protected abstract want(lookup: Lookup): void;
  abstract pin(): PinnedKnowledge;
  abstract whenFree(): Promise<void>;

  #call<M extends Method>(method: M, ...args: Arguments<M>): Promise<Result<M>> {
    return this.put((worker, order) => worker.ask(order, method, args), LONG.has(method));
  }

  get fingerprint() {
    return this.worker.facts.fingerprint;
  }

  get sources() {
    return this.worker.facts.sources;
  }

  get report() {
    return this.worker.facts.report;
  }

  ask(text: string, options: AskOptions = {}) {
    return this.#call("ask", text, options);
  }

  widen(excerpt: Excerpt) {
    return this.#call("widen", excerpt);
  }

  async readFollowUp(text: string, history: readonly string[] = []) {
    return history.length === 0 ? null : this.#call("readFollowUp", text, history);
  }

  leansOnAnswer(text: string) {
    return this.#call("leansOnAnswer", text);
  }

  readParts(question: string, history: readonly string[]) {
    return this.#call("readParts", question, history);
  }

  foreignQuestion(question: string) {
    return this.#call("foreignQuestion", question);
  }

  nearestQuestions(answer: Answer, limit: number) {
    return this.#call("nearestQuestions", answer, limit);
  }

  sourcesSaying(words: string, options: SayingOptions) {
    return this.#call("sourcesSaying", words, options);
  }

  example() {
    return this.#call("example");
  }

  suggest(typed: string, room: SuggestOptions) {
    this.want("answeredQuestions");
    return matchQuestions(this.worker.offered, typed, room);
  }

  answeredQuestions() {
    this.want("answeredQuestions");
    return this.#call("answeredQuestions");
  }

  timeline(options: TimelineOptions = {}) {
    return this.#call("timeline", options);
  }

  people() {
    this.want("people");
    return this.put((worker, order) => worker.people(order), true);
  }

  get knownPeople() {
    this.want("people");
    return this.worker.knownPeople;
  }

  who(name: string) {
    return this.#call("who", name);
  }

  differences(about = "") {
    return this.#call("differences", about);
  }
}
