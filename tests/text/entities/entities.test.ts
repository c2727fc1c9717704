import { describe, expect, it } from "vitest";
import { monthOf } from "../../../src/text/entities/dates.ts";
import { mayBeFirstName } from "../../../src/text/entities/first-names.ts";
import { holdsName } from "../../../src/text/entities/names.ts";
import { isOfficeWord, rolesIn } from "../../../src/text/entities/roles.ts";

describe("dates", () => {
  it.each([
    ["january", 0],
    ["may", 4],
    ["sep", 8],
    ["sept", 8],
    ["dec", 11],
    ["deceased", -1],
    ["ma", -1],
  ])("know which month “%s” is", (word, month) => expect(monthOf(word)).toBe(month));
});

describe("names", () => {
  it.each([
    ["They met Vossler.", true],
    ["Anna Berg left.", true],
    ["They left.", false],
    ["“They left at noon.”", false],
  ])("%s", (sentence, holds) => expect(holdsName(sentence)).toBe(holds));

  it("do not start with a title, a day or a word that opens a sentence", () => {
    expect(["Minister", "Tuesday", "August", "The", "North", "Mrs"].filter(mayBeFirstName)).toEqual([]);
    expect(["Anna", "Sunniva", "Theo"].filter(mayBeFirstName)).toEqual(["Anna", "Sunniva", "Theo"]);
  });
});

describe("roles", () => {
  it("are found behind a name and before it, in lower case", () => {
    expect([...rolesIn("Anna Berg, the school minister, met Foreign Secretary Olaf Lund.")]).toEqual([
      ["school minister", "Anna Berg"],
      ["foreign secretary", "Olaf Lund"],
    ]);
    expect([...rolesIn("Eva Hale, a chairwoman of the club, spoke.")]).toEqual([["chairwoman", "Eva Hale"]]);
    expect([...rolesIn("Anna Berg, the fastest runner, met Uncle Olaf Lund.")]).toEqual([]);
  });

  it("are told from other words", () => {
    expect(["minister", "spokespeople", "senator", "fisherman"].filter(isOfficeWord)).toEqual([
      "minister",
      "spokespeople",
      "senator",
    ]);
  });
});
