import { unmeasured } from "../../ranking/ranking.ts";
import type { Index } from "../../search/build-index.ts";
import { slice } from "../../text/span.ts";
import { tokenize } from "../../text/tokens.ts";
import type { Agreement, Excerpt } from "../answer.ts";
import { locate, toExcerpt, verify } from "../quote.ts";
import { findEntities } from "./entities.ts";
import type { Entity } from "./entity.ts";
import type { Told } from "./evidence.ts";
import { introduce } from "./introduction.ts";
import { lookUp, nearestTo } from "./lookup.ts";
import type { Kind } from "./nouns.ts";
import { statementsOf } from "./statements.ts";

/** A person or an organisation of the documents, as a list has it. */
export interface Somebody {
  readonly kind: Kind;
  readonly name: string;
  /** Other names it goes by in the documents, as they stand there. */
  readonly otherNames: readonly string[];
  /** Sentences that name it, and the documents they stand in. */
  readonly sentences: number;
  readonly documents: number;
}

/** What the documents tell of somebody whose name was asked for. */
export type Who =
  | {
      readonly status: "found";
      readonly somebody: Somebody;
      /** The sentences by which the documents introduce it, one of each, the best first; at least one. */
      readonly introductions: readonly Introduced[];
      /** Whether these say who it is; else there is one only, which names it. */
      readonly introduces: boolean;
      /** What it said and did beside that: one sentence of each document in turn. */
      readonly statements: readonly Excerpt[];
      /** Others of the same name. */
      readonly namesakes: readonly Somebody[];
    }
  | { readonly status: "several"; readonly people: readonly Somebody[] }
  | { readonly status: "unknown"; readonly nearest: readonly Somebody[] };

/** A sentence that introduces somebody, and the other documents that do so in nearly the same words. */
export interface Introduced {
  readonly excerpt: Excerpt;
  readonly copies: readonly Agreement[];
}

/** Documents whose introduction is shown at the most. */
const MAX_INTRODUCTIONS = 3;
/** Sentences of what somebody said and did at the most. */
const MAX_STATEMENTS = 30;

/** The people and organisations of an index: found once, when first asked for. */
export class People {
  readonly #index: Index;
  readonly #all: readonly Entity[];
  readonly #sure: readonly Entity[];
  /** All of them, most told of first. */
  readonly list: readonly Somebody[];

  private constructor(index: Index, all: readonly Entity[]) {
    this.#index = index;
    this.#all = all;
    this.#sure = this.#all.filter(({ sure }) => sure);
    this.list = this.#sure.map(toSomebody);
  }

  /** Reads all documents, a few sentences at a time: whoever else asks something is answered in between. */
  static async open(index: Index): Promise<People> {
    return new People(index, await findEntities(index));
  }

  /**
   * @param name as it was typed: in full or in part, another spelling, an office
   * @throws AttacheError "integrity" when a quote is not the document's own words, which would be a fault of ours
   */
  who(name: string): Who {
    let { entities, namesakes } = lookUp(name, this.#sure);
    // Whom too little shows to be listed, a reader may know by name.
    if (entities.length === 0) ({ entities, namesakes } = lookUp(name, this.#all));
    const [entity] = entities;
    if (entity === undefined) return { status: "unknown", nearest: nearestTo(name, this.#sure).map(toSomebody) };
    if (entities.length > 1) return { status: "several", people: entities.map(toSomebody) };
    return this.#tell(entity, namesakes);
  }

  #tell(entity: Entity, namesakes: readonly Entity[]): Who {
    const { chosen, introduce: introduces } = introduce(entity, MAX_INTRODUCTIONS);
    const introducing = chosen.flatMap(({ told, copies }) => [told, ...copies]);
    const terms = this.#termsOf(entity);
    const excerptOf = ({ mention }: Told) => toExcerpt(this.#index, unmeasured(mention.sentence), terms);
    return {
      status: "found",
      somebody: toSomebody(entity),
      introductions: chosen.map(({ told, copies }) => ({
        excerpt: excerptOf(told),
        copies: copies.map((copy) => this.#toAgreement(copy)),
      })),
      introduces,
      statements: statementsOf(entity, introducing, MAX_STATEMENTS).map(excerptOf),
      namesakes: namesakes.map(toSomebody),
    };
  }

  #toAgreement({ mention }: Told): Agreement {
    const { document, passage, sentence } = mention.sentence;
    const span = this.#index.passages.sentence(passage, sentence);
    verify(document, span);
    const text = slice(document.text, span);
    return {
      relation: "agrees",
      on: null,
      words: null,
      text,
      source: document.source,
      location: locate(document, span),
    };
  }

  /** Terms of the vocabulary that name it: so that of a list the item is marked that has the name. */
  #termsOf({ name, otherNames }: Entity): Map<number, number> {
    const { vocabulary } = this.#index.table;
    const terms = [name, ...otherNames].flatMap((one) => tokenize(one).filter(({ stop }) => !stop));
    return new Map(terms.map(({ term }) => [vocabulary.id(term), 0] as const).filter(([id]) => id >= 0));
  }
}

function toSomebody({ kind, name, otherNames, sentences, documents }: Entity): Somebody {
  return { kind, name, otherNames, sentences, documents };
}
