import { create, insertMultiple, search } from "@orama/orama";
import { stopwords } from "@orama/stopwords/english";
import { Index } from "flexsearch";
import lunr from "lunr";
import MiniSearch from "minisearch";
import type { Paragraph } from "./data.ts";

export interface PeerHit {
  readonly id: string;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
}

/** Best first; as many as the library returns when no limit is given. */
export type PeerSearch = (question: string, limit?: number) => readonly PeerHit[] | Promise<readonly PeerHit[]>;

/** A search library that people would take for this work. */
export interface Peer {
  readonly name: string;
  readonly index: (passages: readonly Paragraph[]) => PeerSearch;
}

const miniSearch = (options: ConstructorParameters<typeof MiniSearch>[0]["searchOptions"]): Peer["index"] => {
  return (passages) => {
    const engine = new MiniSearch<Paragraph>({ fields: ["title", "text"], searchOptions: options ?? {} });
    engine.addAll(passages);
    return (question, limit) => engine.search(question).slice(0, limit) as unknown as PeerHit[];
  };
};

export const miniSearchDefaults: Peer = { name: "MiniSearch, defaults", index: miniSearch({}) };

/** Each as its documentation sets it up for questions; where there is a choice, the one that serves it best here. */
export const peers: readonly Peer[] = [
  miniSearchDefaults,
  { name: "MiniSearch, fuzzy .2 and prefix", index: miniSearch({ fuzzy: 0.2, prefix: true }) },
  {
    name: "lunr",
    index: (passages) => {
      const engine = lunr((builder) => {
        builder.field("title");
        builder.field("text");
        for (const passage of passages) builder.add(passage);
      });
      // Punctuation is lunr's query language: "located?" would look for a word with a question mark in it.
      return (question, limit) =>
        engine
          .search(question.replace(/[^\p{L}\p{N}\s]/gu, " "))
          .slice(0, limit)
          .map(({ ref, score }) => ({ id: ref, score }));
    },
  },
  {
    // Its stop words come with it in a package of their own; without them it has a quarter of the questions right.
    name: "Orama, stems and stop words",
    index: (passages) => {
      const engine = create({
        schema: { title: "string", text: "string" },
        components: { tokenizer: { language: "english", stemming: true, stopWords: stopwords } },
      });
      const inserted = insertMultiple(engine, [...passages]);
      return async (question, limit = passages.length) => {
        await inserted;
        const { hits } = await search(engine, { term: question, properties: ["title", "text"], limit });
        return hits;
      };
    },
  },
  {
    // The text alone: merging its rankings of two fields has a quarter of the questions right.
    name: "FlexSearch, suggest",
    index: (passages) => {
      const engine = new Index();
      for (const [i, { text }] of passages.entries()) engine.add(i, text);
      return (question, limit = passages.length) =>
        engine
          .search(question, { suggest: true, limit })
          .map((i, rank) => ({ id: (passages[Number(i)] as Paragraph).id, score: -rank }));
    },
  },
];
