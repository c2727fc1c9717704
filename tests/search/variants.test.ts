import { describe, expect, it } from "vitest";
import { analyseQuestion } from "../../src/search/question.ts";
import { retrieve } from "../../src/search/retriever.ts";
import { indexOf, lexicon } from "./helpers.ts";

const OTHER = "The cellar is dry. Nobody goes there.";

/** The passages found for a question, best first, of one that holds the text and one that does not. */
function found(text: string, question: string): { first: number | undefined; missing: readonly string[] } {
  const { hits, expanded } = retrieve(indexOf(OTHER, text), analyseQuestion(question, lexicon.thesaurus), 1);
  return { first: hits.find(({ score }) => score > 0)?.passage, missing: expanded.missing };
}

describe("a word is found in every way to write it", () => {
  it.each([
    ["another base form", "The bus leaves at 9:00.", "when does the bus leave"],
    ["another base form, alone", "Leaves at nine.", "leave"],
    ["the other base form", "She raked the leaves.", "leaf"],
    ["founded, found", "They found the club in 1890 to spite others.", "founded"],
    ["a comparative", "The bigger hall is upstairs.", "big"],
    ["its positive", "The big hall is upstairs.", "biggest"],
    ["an irregular plural in a compound", "Two policemen came.", "policeman"],
    ["a Latin plural", "All alumni are invited.", "alumnus"],
    ["without the hyphen", "The wi-fi is free.", "wifi"],
    ["with the hyphen", "The wifi is free.", "wi-fi"],
    ["parted by a space", "The wifi is free.", "wi fi"],
    ["one word for one with a hyphen", "Send an e-mail to Ann.", "email"],
    ["a hyphen for one word", "Send an email to Ann.", "e-mail"],
    ["a hyphen and a number", "Files are in UTF-8.", "utf8"],
    ["a number without its hyphen", "Files are in utf8.", "UTF-8"],
    ["a stop word in it", "A T-shirt costs 10 €.", "tshirt"],
    ["one word for a name with a dot", "It runs on Node.js here.", "nodejs"],
    ["the stem of a name with a dot", "It runs on Vue.js here.", "vue"],
    ["a name with a sign by its letters", "It is built with .NET here.", "net"],
    ["a part of an address", "See github.com for it.", "github"],
    ["a part of a name", "The QueryExpander does it.", "expander"],
    ["a name's parts", "The QueryExpander does it.", "query expander"],
    ["an identifier by its words", "Call getUserById first.", "get user by id"],
    ["an identifier by its letters", "Call get_user_by_id first.", "getuserbyid"],
    ["an identifier in another style", "Call get_user_by_id first.", "getUserById"],
    ["an ordinal in digits", "The first talk is at nine.", "1st"],
    ["an ordinal in words", "The 3rd talk is at nine.", "third"],
    ["a round number in digits", "A hundred people came.", "100"],
    ["British spelling", "The colour is red.", "color"],
    ["American spelling", "The organizers met.", "organisers"],
    ["ue for ü", "Frau Müller spoke.", "Mueller"],
    ["ü for ue", "Frau Mueller spoke.", "Müller"],
  ])("%s", (_, text, question) => {
    expect(found(text, question)).toEqual({ first: 1, missing: [] });
  });

  it.each([
    ["C# for C++", "New in C# are records.", "C++"],
    ["a noun for what English derives nothing from", "The corner is dark.", "corn"],
  ])("but not %s", (_, text, question) => expect(found(text, question).first).toBeUndefined());

  it("and best as it is written", () => {
    const index = indexOf("In C# the new records came.", "In C the new records came.", "In C++ the new records came.");
    const first = (question: string) =>
      retrieve(index, analyseQuestion(question, lexicon.thesaurus), 1).hits[0]?.passage;
    expect(["C#", "C", "C++"].map((name) => first(`which records came in ${name}`))).toEqual([0, 1, 2]);
  });
});
