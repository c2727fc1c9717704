import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/text/tokens.ts";

const terms = (text: string) => tokenize(text).map(({ term }) => term);

describe("the tokenizer", () => {
  it.each([
    ["folds case and accents", "Café CAFÉ cafe", ["cafe", "cafe", "cafe"]],
    ["stems, irregular forms too", "expelled expelling children", ["expel", "expel", "child"]],
    ["makes one term of a union's names", "US U.S. USA United States", ["u.s", "u.s", "u.s", "u.s"]],
    ["leaves thousands their digits", "1,250 and 3.5", ["1250", "and", "3.5"]],
    ["makes digits of number words", "twelve thirty-five", ["12", "35"]],
    ["drops a possessive", "Berg's Berg’s", ["berg", "berg"]],
    [
      "keeps the signs of a name",
      "C, C++ (C#) F#. C++17 .NET .env A*",
      ["c", "c++", "c#", "f#", "c++", "17", ".net", ".env", "a*"],
    ],
    [
      "takes no other sign for a part",
      "a+b x + y word* 18+ see#12 **Berg** *Ann*",
      terms("a b x y word 18 see 12 Berg Ann"),
    ],
    ["takes no full stop for a part", "It ended.Then all left.", terms("It ended Then all left")],
    ["makes one term of a name with a dot", "Node.js nodejs NODE.JS ASP.NET", ["nodej", "nodej", "nodej", "aspnet"]],
    ["takes an address apart", "github.com/attache", ["github", "com", "attach"]],
    ["drops the v of a version", "v2.1.0 V2.1 2.1.0", ["2.1.0", "2.1", "2.1.0"]],
    ["takes a number as it stands", "404 UTF-8 i18n", ["404", "utf", "8", "i18n"]],
    [
      "finds the word of an option or a package",
      "--verbose -v /ask @types/node",
      ["verbos", "v", "ask", "type", "node"],
    ],
    ["takes identifiers apart", "getUserById get_user_by_id", ["get", "user", "by", "id", "get", "user", "by", "id"]],
    ["takes identifiers in capitals apart", "MAX_RETRIES parseJSONFile", ["max", "retri", "pars", "json", "file"]],
    ["leaves names with a capital inside whole", "JavaScript iPhone McDonald’s", ["javascript", "iphon", "mcdonald"]],
    ["parts at hyphens", "wi-fi e-mail kebab-case-name", ["wi", "fi", "e", "mail", "kebab", "case", "name"]],
    ["sees no soft hyphen or zero-width space", "har\u00adbour har\u200bbour", ["harbor", "harbor"]],
    ["reads ligatures and full-width letters", "ﬁsh ＦＩＳＨ", ["fish", "fish"]],
    ["reads any apostrophe", "Ann's Ann’s Annʼs Ann＇s", ["ann", "ann", "ann", "ann"]],
    ["folds letters that Unicode leaves whole", "Straße Ørsted Łódź", terms("Strasse Orsted Lodz")],
    ["leads a form of two words to the one", "leaves leaf found find", ["leaf", "leaf", "find", "find"]],
    ["keeps a word that is a form of another too", "ground wound laden", ["ground", "wound", "laden"]],
    ["keeps Japanese voiced signs", "か が", ["か", "が"]],
  ])("%s", (_, text, expected) => expect(terms(text)).toEqual(expected));

  it("finds the words of a script without spaces", () => {
    expect(terms("我喜欢苹果").length).toBeGreaterThan(1);
  });

  it("tells stop words, contractions among them, from others", () => {
    const stops = tokenize("Why didn't the keeper leave?").filter(({ stop }) => stop);
    expect(stops.map(({ word }) => word)).toEqual(["why", "didn't", "the"]);
  });

  it("takes a lone capital for a word: room D, size M", () => {
    expect(tokenize("Room D, size M").every(({ stop }) => !stop)).toBe(true);
  });

  it("tells words apart whose letters come to one number", () => {
    expect(terms("AaAa BBBB AaBB BBAa AaAa")).toEqual(["aaaa", "bbbb", "aabb", "bbaa", "aaaa"]);
  });

  it("says where each part of an identifier stands", () => {
    const text = "Call getUserById(7) in Node.js.";
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(
      "Call get User By Id 7 in Node.js".split(" "),
    );
  });

  it("says where each word stands", () => {
    const text = "“Ann’s boat”, thirty-five of them";
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Ann’s",
      "boat",
      "thirty-five",
      "of",
      "them",
    ]);
  });
});
