import type { Index } from "../search/build-index.ts";
import type { SentencePlace } from "../search/sentence-place.ts";
import { type Awaitable, type Steps, wait } from "../search/steps.ts";
import type { Answer } from "./answer.ts";
import type { Difference } from "./differences/differences.ts";
import { kept } from "./kept.ts";
import { Overview } from "./overview.ts";
import type { People, Somebody, Who } from "./people/people.ts";
import { findSaying, type SayingOptions, type SourcesSaying } from "./saying.ts";
import type { Chronicle, Timeline, TimelineOptions } from "./timeline/timeline.ts";
import { readOverview } from "./wishes/read-wish.ts";

/**
 * What documents tell as a whole, in their own words. Each part is loaded and worked out when it is first wanted, and
 * kept. Every method throws AttacheError "integrity" when a quote is not the document's own words, which would be a fault of ours.
 */
export class Glance {
  readonly #index: Index;
  #overview: Overview | undefined;
  readonly #chronicle = kept(() => this.#openChronicle());
  readonly #people = kept(() => this.#findPeople());
  #names: readonly Somebody[] = [];
  readonly #differences = kept(() => this.#findDifferences());

  constructor(index: Index) {
    this.#index = index;
  }

  /** What the documents date, in order of time. */
  async timeline(options: TimelineOptions = {}): Promise<Timeline> {
    return (await this.#chronicle()).tell(options);
  }

  async #openChronicle(): Promise<Chronicle> {
    const { Chronicle } = await import("./timeline/timeline.ts");
    return Chronicle.open(await this.#all());
  }

  /** It is looked at as a whole. */
  #all(): Awaitable<Index> {
    return this.#index.store.loadAll();
  }

  /** The people and organisations that the documents tell of, most told of first. */
  async people(): Promise<readonly Somebody[]> {
    return (await this.#people()).list;
  }

  /** The same for those who cannot wait: none until they are found, which begins when they are first wanted. */
  get knownPeople(): readonly Somebody[] {
    // Whoever waits for them is told of a fault.
    this.#people().catch(() => undefined);
    return this.#names;
  }

  async #findPeople(): Promise<People> {
    const { People } = await import("./people/people.ts");
    const people = await People.open(await this.#all());
    this.#names = people.list;
    return people;
  }

  /** Who somebody is, or an organisation, and what they said and did. @param name as typed: in part, misspelt, an office */
  async who(name: string): Promise<Who> {
    return (await this.#people()).who(name);
  }

  /** Where the sources differ on one thing, each matter once. @param about words that narrow it; none for all */
  async differences(about = ""): Promise<readonly Difference[]> {
    const { narrowDifferences } = await import("./differences/differences.ts");
    return narrowDifferences(await this.#differences(), about);
  }

  async #findDifferences(): Promise<readonly Difference[]> {
    const { findDifferences } = await import("./differences/differences.ts");
    return findDifferences(await this.#all());
  }

  /** The sources whose own words hold a number, a name, some words or a claim, each with the sentence that does. */
  async sourcesSaying(words: string, options: SayingOptions): Promise<SourcesSaying> {
    return findSaying(await this.#all(), words, options);
  }

  /**
   * What the documents are about, where that was asked: a sentence of each of those that tell it best.
   *
   * @param limit sentences at the most
   * @returns null where something else was asked, or none tells it
   */
  protected *tell(question: string, limit: number, fingerprint: string): Steps<Answer | null> {
    const wanted = this.#readOverview(question);
    if (wanted === null) return null;
    return (yield* this.#openOverview()).tell(question, wanted.about, limit, fingerprint);
  }

  /**
   * The sentence that an overview begins with, where that was asked, by the numbers of all passages; null where something
   * else was.
   */
  protected *lead(question: string): Steps<SentencePlace | null> {
    const wanted = this.#readOverview(question);
    if (wanted === null) return null;
    return (yield* this.#openOverview()).lead(wanted.about);
  }

  /** What too many documents are about is looked for as anything else is. */
  #readOverview(question: string) {
    return this.#index.store.canLoadAll ? readOverview(question) : null;
  }

  *#openOverview(): Steps<Overview> {
    const all = yield* wait(this.#all());
    this.#overview ??= new Overview(all);
    return this.#overview;
  }
}
