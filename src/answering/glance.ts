import type { Index } from "../search/build-index.ts";
import type { SentencePlace } from "../search/sentence-place.ts";
import type { Answer } from "./answer.ts";
import { type Difference, findDifferences, narrowDifferences } from "./differences/differences.ts";
import { Overview } from "./overview.ts";
import { People, type Somebody, type Who } from "./people/people.ts";
import { findSaying, type SayingOptions, type SourcesSaying } from "./saying.ts";
import type { Chronicle, Timeline, TimelineOptions } from "./timeline/timeline.ts";
import { readOverview } from "./wishes/read-wish.ts";

/**
 * What documents tell as a whole, in their own words. Each part is worked out when it is first wanted, and kept. Every
 * method throws AttacheError "integrity" when a quote is not the document's own words, which would be a fault of ours.
 */
export class Glance {
  readonly #index: Index;
  #overview: Overview | undefined;
  #chronicle: Promise<Chronicle> | undefined;
  #people: Promise<People> | undefined;
  #names: readonly Somebody[] = [];
  #differences: Promise<readonly Difference[]> | undefined;

  constructor(index: Index) {
    this.#index = index;
  }

  /** What the documents date, in order of time. */
  async timeline(options: TimelineOptions = {}): Promise<Timeline> {
    this.#chronicle ??= import("./timeline/timeline.ts").then(({ Chronicle }) => Chronicle.open(this.#index));
    return (await this.#chronicle).tell(options);
  }

  /** The people and organisations that the documents tell of, most told of first. */
  async people(): Promise<readonly Somebody[]> {
    return (await this.#openPeople()).list;
  }

  /** The same for those who cannot wait: none until they are found, which begins when they are first wanted. */
  get knownPeople(): readonly Somebody[] {
    // Whoever waits for them is told of a fault.
    this.#openPeople().catch(() => undefined);
    return this.#names;
  }

  #openPeople(): Promise<People> {
    this.#people ??= People.open(this.#index).then((people) => {
      this.#names = people.list;
      return people;
    });
    return this.#people;
  }

  /** Who somebody is, or an organisation, and what they said and did. @param name as typed: in part, misspelt, an office */
  async who(name: string): Promise<Who> {
    return (await this.#openPeople()).who(name);
  }

  /** Where the sources differ on one thing, each matter once. @param about words that narrow it; none for all */
  async differences(about = ""): Promise<readonly Difference[]> {
    this.#differences ??= findDifferences(this.#index);
    return narrowDifferences(await this.#differences, about);
  }

  /** The sources whose own words hold a number, a name, some words or a claim, each with the sentence that does. */
  async sourcesSaying(words: string, options: SayingOptions): Promise<SourcesSaying> {
    return findSaying(this.#index, words, options);
  }

  /**
   * What the documents are about, where that was asked: a sentence of each of those that tell it best.
   *
   * @param limit sentences at the most
   * @returns null where something else was asked, or none tells it
   */
  protected tell(question: string, limit: number, fingerprint: string): Answer | null {
    const wanted = readOverview(question);
    if (wanted === null) return null;
    this.#overview ??= new Overview(this.#index);
    return this.#overview.tell(question, wanted.about, limit, fingerprint);
  }

  /** The sentence that an overview begins with, where that was asked; null where something else was. */
  protected lead(question: string): SentencePlace | null {
    const wanted = readOverview(question);
    if (wanted === null) return null;
    this.#overview ??= new Overview(this.#index);
    return this.#overview.lead(wanted.about);
  }
}
