import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["a country's initials", ["The U.S. Embassy closed.", "It reopened."]],
    ["initials that end a sentence", ["They left the U.S.", "The embassy closed."]],
    ["a month", ["It happened on Dec. 30 in Moscow.", "Nobody left."]],
    ["a title", ["Sen. Lindsey Graham (R.-S.C.) wrote it.", "Mr. Smith read it."]],
    ["an initial in a name", ["Marshall D. Shulman taught there.", "He left."]],
    ["a closing quote", ["“We stay.”", "She said so."]],
    ["a question inside a sentence", ["“Why stay?” he asked.", "Nobody knew."]],
    ["a full stop set off by a space", ["He wo n't go .", '" Stay , " she said .', "The end"]],
    ["a professor's titles", ["We met Prof. em. Dr. Huber.", "Dr. h. c. Meier spoke.", "They left."]],
    ["a version", ["Ver. 2.0.1 is out.", "It replaces v. 1.9.", "2.1 comes next."]],
    ["a German pair", ["Es gibt z. B. Brot und u. a. Milch.", "Man isst, d. h. man kocht.", "Schluss."]],
    ["a German date", ["Am 5. Oktober beginnt es.", "Im 19. Jahrhundert war es anders."]],
    ["a number before its noun", ["See No. 5 for approx. 10 people.", "Abs. 2 says so."]],
    ["a saint", ["The train to St. Gallen leaves.", "We take it."]],
    ["e.g. before a word", ["Bring something, e.g. a chair.", "Or two."]],
    ["initials", ["J. R. R. Tolkien wrote it.", "He read it too."]],
    ["a numbered sentence", ["1. Install it.", "2. Run it."]],
    ["an ellipsis", ["Wait ... what was that?", "Nothing."]],
    ["a name of a program's part", ["Call app.use or app.Use here.", "Both work."]],
    ["a name that begins with a full stop", ["It is built with .NET here.", "And .env is read."]],
    ["a German ordinal", ["Die Miete ist bis zum 3. Werktag fällig.", "Das Büro ist im 2. Stock.", "Gehen Sie links."]],
    [
      "a German ordinal at the end",
      ["Wir treffen uns am 5.", "Danach gehen wir.", "Die Sitzung ist am 3.", "Bringen Sie Tee."],
    ],
    ["an English number at the end", ["I am 5.", "He is 6."]],
    ["German amounts", ["Es kostet 5 Mio. Euro.", "Max. 20 Personen, mind. 5 Kinder.", "Es dauert 5 min. lang."]],
    ["German citations", ["Nach Art. 5 Abs. 1 GG gilt das.", "Abb. 3 und Tab. 4 zeigen es.", "Das 20. Jh. begann."]],
    ["a minute at the end", ["Es dauert 5 min.", "10 Leute kamen."]],
    ["a street", ["Der Eingang ist Bahnhofstr. 5 im Hof.", "Ul. Długa 5 jest zamknięta.", "Wejście obok."]],
    ["a telephone number", ["Tel. +49 30 123 or (030) 55.", "Fax. (030) 56."]],
    ["weekdays before times", ["Open Mon. to Fri. 8-16 and Sat. 9-12.", "Closed on Sun.", "The rest is free."]],
    ["a year of foundation", ["Est. 1990 in Bern.", "Zebranie o godz. 10 w sali.", "Potem obiad."]],
    ["French titles and articles", ["Mme. Durand arrive.", "Selon l'art. 5 du code, non.", "Voilà."]],
    ["words quoted in French", ["« Venez ! » dit-elle.", "Elle dit : « Non. »", "Il resta."]],
    ["a number that opens a sentence", ["They voted.", "72% were for it.", "12 votes were void.", "He sat."]],
    ["a name of a program's part", ["It throws then.", "getUserByName returns null.", "max_size is 20, e.g. maxSize."]],
    ["a number behind its word", ["See para. 5 and approx. 12 more.", "It rose by 5%.", "3 fell."]],
    ["a time of day", ["It came at 11:44 p.m. on Friday.", "It was late."]],
  ])("keeps %s together", (_, sentences) => {
    expect(split(sentences.join(" "))).toEqual(sentences);
  });

  it("keeps the closing mark of words quoted in Japanese, and what goes on behind it", () => {
    expect(split("彼は「来て。」と言った。次の日、来た。「はい。」彼は座った。")).toEqual([
      "彼は「来て。」と言った。",
      "次の日、来た。",
      "「はい。」",
      "彼は座った。",
    ]);
  });

  it("treats a line break as a space", () => {
    expect(split("One line\nand another. Next.")).toEqual(["One line\nand another.", "Next."]);
  });

  it("parts two sentences without a space between them when the second clearly starts one", () => {
    expect(split("That is the end.The next one follows.")).toEqual(["That is the end.", "The next one follows."]);
    expect(split("Read end.Next and node.js files.")).toEqual(["Read end.Next and node.js files."]);
  });

  it("cuts a very long run at semicolons, before conjunctions or at dashes rather than anywhere", () => {
    const part = `${"several words in a row ".repeat(17).trim()}`;
    for (const mark of ["; ", ", and ", " – "]) {
      const parts = split(Array(5).fill(part).join(mark));
      expect(parts).toHaveLength(5);
      for (const text of parts.slice(0, -1)) expect(text.endsWith(mark.startsWith(",") ? "," : mark.trim())).toBe(true);
    }
  });

  it("leaves a sentence of a thousand characters whole", () => {
    const sentence = `${"a long sentence, and one that goes on; ".repeat(26).trim()} until here.`;
    expect(split(sentence)).toEqual([sentence]);
  });

  it("divides a run without an end at white space", () => {
    const spans = splitSentences("word ".repeat(1_000));
    expect(spans.length).toBeGreaterThan(1);
    for (const { start, end } of spans) expect(end - start).toBeLessThanOrEqual(1_500);
  });
});
