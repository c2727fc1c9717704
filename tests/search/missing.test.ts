import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawer } from "../../bench/random.ts";
import { readFolder } from "../../src/documents/folder.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { buildIndex, type Index } from "../../src/search/build-index.ts";
import { analyseQuestion } from "../../src/search/question.ts";
import { stopWords } from "../../src/text/stop-words.ts";
import { irregularPairs } from "../helpers/irregular-pairs.ts";
import { knowledgeFolder, root } from "../helpers/program.ts";
import { indexOf, lexicon } from "./helpers.ts";

const { thesaurus } = lexicon;
const SAMPLE = 5_000;

function missing(index: Index, question: string): readonly string[] {
  return index.expander.expand(analyseQuestion(question, thesaurus)).missing;
}

const practice = `${root}bench/practice`;
const folders = [knowledgeFolder, ...readdirSync(practice).map((name) => `${practice}/${name}`)];
const documents = (await Promise.all(folders.map((folder) => readFolder(folder)))).flatMap((read) => read.documents);
const index = buildIndex(documents, lexicon);
const words = [
  ...new Set(
    documents.flatMap(
      ({ text }) => text.toLowerCase().match(/(?<![\p{L}\p{M}\p{N}_])[a-z]{2,}(?![\p{L}\p{M}\p{N}_'’])/gu) ?? [],
    ),
  ),
].sort();
const standing = new Set(words);
const irregular = irregularPairs();
const formsOf = Map.groupBy(irregular, ({ base }) => base);
const basesOf = Map.groupBy(irregular, ({ form }) => form);

/** The regular forms of a word, by the part of speech that it usually is. */
function regularForms(word: string): string[] {
  const part = thesaurus.usualPart(word);
  const soft = /[^aeiou]y$/.test(word);
  const stem = soft ? word.slice(0, -1) : word;
  const plural = soft ? `${stem}ies` : `${word}${/(?:s|x|z|ch|sh)$/.test(word) ? "es" : "s"}`;
  if (part === "noun") return [plural, `${word}'s`, `${word}’s`];
  const dropped = word.endsWith("e") ? word.slice(0, -1) : word;
  const before = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(word) ? `${word}${word.at(-1)}` : dropped;
  const after = soft ? `${stem}i` : before;
  if (part === "modifier" && (!thesaurus.isLemma(word, "adj") || stopWords.has(word))) return [];
  return part === "verb" ? [plural, `${after}ed`, `${before}ing`] : [`${after}er`, `${after}est`];
}

/** A word of the documents that English knows, turned into its other forms, or into what it is a form of. */
function otherForms(word: string): string[] {
  const bases = (basesOf.get(word) ?? []).map(({ base }) => base);
  const forms = (formsOf.get(word) ?? []).map(({ form }) => form);
  const plain = /(?:s|ed|ing|er|est)$/.test(word) ? [] : regularForms(word);
  const stripped = [/s$/, /ed$/, /ing$/].map((ending) => word.replace(ending, "")).filter((base) => base !== word);
  return [...bases, ...forms, ...plain, ...stripped.filter((base) => standing.has(base) || isBase(base))];
}

function isBase(word: string): boolean {
  return word.length > 2 && thesaurus.frequency(word) > 0 && !/(?:s|ed|ing)$/.test(word);
}

describe("a word is said to be missing", () => {
  it("in no form of one that stands in the documents", () => {
    const forms = words
      .filter((word) => thesaurus.knows(word))
      .flatMap((word) => otherForms(word).map((form) => ({ word, form })));
    const draw = drawer(20);
    const sample = Array.from({ length: SAMPLE }, () => forms[draw(forms.length)] as (typeof forms)[number]);
    expect(forms.length).toBeGreaterThan(SAMPLE);
    const wrong = sample.filter(({ form }) => missing(index, `what of the ${form}`).length > 0);
    expect(wrong.map(({ word, form }) => `${form}, though ${word} stands there`)).toEqual([]);
  });

  it("not where it stands in the title, a heading, a field, or the name of the file or its author", () => {
    const [document] = toDocuments([
      {
        id: "visitor-handbook.md",
        title: "Orchid House",
        text: "The cellar is dry.",
        source: { author: "Ann Rudd", publisher: "Glass Press" },
      },
    ]);
    const one = buildIndex(document === undefined ? [] : [document], lexicon);
    expect(missing(one, "handbook, orchid, houses, Rudd, presses, heated?")).toEqual(["heated"]);
  });

  it("not where it only asks what an amount is of", () => {
    expect(missing(indexOf("The cellar measures 12 m²."), "how big is the zzyzx")).toEqual(["zzyzx"]);
  });

  it("where it stands only within another word by chance", () => {
    expect(missing(indexOf("The penguins left."), "do they have a zzyzx guin")).toEqual(["zzyzx", "guin"]);
  });

  it.each(["one", "1", "One", "c", "C++", "github", "hub", "my-service", "3", "three"])("not for %s", (word) => {
    const text = "One of three uses C++ on GitHub, see github.com/my-service.";
    expect(missing(indexOf(text), `what of the ${word}`)).toEqual([]);
  });

  it("not for the form or the base of any irregular word that WordNet lists, where the other stands there", () => {
    const pairs = irregular.filter(({ base }) => thesaurus.knows(base));
    const bases = indexOf(pairs.map(({ base }) => base).join(", "));
    const forms = indexOf(pairs.map(({ form }) => form).join(", "));
    const wrong = pairs.flatMap(({ base, form }) => [
      ...missing(bases, `some ${form}`).map((word) => `${word} of ${base}`),
      ...missing(forms, `some ${base}`).map((word) => `${word} for ${form}`),
    ]);
    expect(wrong).toEqual([]);
  });
});
