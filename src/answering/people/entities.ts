import type { Index } from "../../search/build-index.ts";
import { findNameRuns } from "../../text/entities/name-runs.ts";
import { collect, inTurns } from "../turns.ts";
import { Capitals } from "./capitals.ts";
import { type Entity, toEntity } from "./entity.ts";
import { tell } from "./evidence.ts";
import { groupMentions } from "./group.ts";
import { findMentions } from "./mention.ts";
import { type Kind, Nouns } from "./nouns.ts";
import { recase } from "./recase.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { isShouted } from "./shouted.ts";

/** The people and organisations that the documents tell of, most told of first; others are answered in between. */
export async function findEntities(index: Index): Promise<Entity[]> {
  const nouns = new Nouns(index.thesaurus);
  const sentences = await collect(sentencesOf(index));
  const capitals = new Capitals();
  await inTurns(sentences, (sentence) => capitals.read(sentence));
  const cited = citedNames(index);
  const toldIn = (sentence: Sentence) => {
    const { text } = sentence;
    const read = isShouted(text) ? { ...sentence, text: recase(text, capitals, nouns) } : sentence;
    return findMentions(read, capitals, nouns).map((mention) => tell(mention, nouns, capitals, cited));
  };
  const told = await collect(sentences.values().map(toldIn));
  const groups = await groupMentions(told);
  const entities = await collect(groups.values().map((group) => [toEntity(group)].filter((entity) => entity !== null)));
  return entities.sort((a, b) => b.sentences - a.sentences || b.documents - a.documents || (a.name < b.name ? -1 : 1));
}

/** Whom the documents are by, folded: publishers are organisations, authors are people. */
function citedNames({ documents }: Index): ReadonlyMap<string, Kind> {
  const names = new Map<string, Kind>();
  for (const { source } of documents) {
    if (source.publisher !== null) names.set(keyOf(source.publisher), "organisation");
    for (const author of source.author?.split(/\s*(?:,|;|&|\band\b)\s*/) ?? []) names.set(keyOf(author), "person");
  }
  return names;
}

function keyOf(name: string): string {
  return findNameRuns(name.replace(/^the\s/i, ""))
    .flatMap(({ words }) => words.map(({ word }) => word))
    .join(" ");
}
