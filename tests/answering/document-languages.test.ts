import { describe, expect, it } from "vitest";
import { languagesOf } from "../../src/answering/language/document-languages.ts";

const ENGLISH =
  "The hut is to be painted in summer. All members agreed that the key stays with the neighbour of the club.";
const GERMAN =
  "Die Hütte wird im Sommer gestrichen. Alle Mitglieder waren sich einig, dass der Schlüssel beim Nachbarn bleibt.";
const RUSSIAN =
  "Дом надо покрасить летом. Все члены клуба согласились, что ключ останется у соседа, и это было записано.";
const JAPANESE = "小屋は夏に塗り直します。鍵は隣の人が持っています。会員は全員賛成しました。";
const PRICES = "| Adult | 14 € |\n| Child | 7 € |\n| Sauna | 9 € |\n| Towel | 2 € |";

describe("the language of a folder", () => {
  it.each([
    ["English", [ENGLISH], ["en"]],
    ["German", [GERMAN, GERMAN], ["de"]],
    ["Russian", [RUSSIAN], ["ru"]],
    ["Japanese", [JAPANESE], ["ja"]],
    ["two, that of most first", [GERMAN, ENGLISH, GERMAN], ["de", "en"]],
    ["told in spite of a price list", [ENGLISH, PRICES], ["en"]],
    ["not told by price lists", [PRICES, PRICES, PRICES, ENGLISH], []],
    ["not told of no document", [], []],
    [
      "not Swedish where it is Norwegian",
      [
        "Hytta skal males til sommeren. Alle medlemmene var enige om at nøkkelen ligger hos naboen, og det ble skrevet ned.",
      ],
      [],
    ],
    [
      "not Spanish where it is Catalan",
      [
        "La cabana s'ha de pintar a l'estiu. Tots els socis van estar d'acord que la clau es queda amb el veí del club.",
      ],
      [],
    ],
    [
      "not Russian where it is Bulgarian",
      ["Хижата трябва да бъде боядисана през лятото. Всички членове се съгласиха за това."],
      [],
    ],
    [
      "not Arabic where it is Persian",
      ["کلبه باید در تابستان رنگ شود. همه اعضا موافق بودند که کلید پیش همسایه بماند و این گفته شد."],
      [],
    ],
  ])("is %s", async (_, texts, languages) => {
    expect(await languagesOf(texts.map((text) => ({ text })))).toEqual(languages);
  });
});
