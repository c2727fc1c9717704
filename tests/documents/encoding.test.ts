import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/documents/encoding.ts";
import fc from "../helpers/fast-check.ts";

const GERMAN = "Die Tür war zu, und niemand wusste, warum das so gewesen ist.\nSpäter kam „Jörg“.\n";
const FRENCH = "L’été dernier, la mère de Zoé a préféré rester à la fenêtre — 12 € par jour…\n";
/** Windows-1252, in which Node writes all but the signs at 128–159. */
const western = (text: string) =>
  Buffer.from(
    text.replace(/[€„“’—…]/g, (sign) =>
      String.fromCharCode({ "€": 128, "„": 132, "“": 147, "’": 146, "—": 151, "…": 133 }[sign] ?? 0),
    ),
    "latin1",
  );
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const bytes = (...values: number[]) => Buffer.from(values);

describe("a text is read as", () => {
  it.each<[string, Uint8Array, string, string]>([
    ["UTF-8", Buffer.from(GERMAN), "UTF-8", GERMAN],
    ["UTF-8 with its byte order mark, which stays", Buffer.from(`\ufeff${GERMAN}`), "UTF-8", `\ufeff${GERMAN}`],
    ["UTF-8 with a replacement character of its own", Buffer.from("One \ufffd."), "UTF-8", "One \ufffd."],
    ["nothing", bytes(), "UTF-8", ""],
  ])("%s", (_, content, encoding, text) => {
    expect(decodeText(content)).toEqual({ text, encoding, remarks: [] });
  });

  it.each<[string, Uint8Array, string, string]>([
    ["UTF-16, little end first", utf16(GERMAN), "UTF-16", GERMAN],
    ["UTF-16, big end first", utf16(FRENCH).swap16(), "UTF-16", FRENCH],
    ["UTF-16 of a script without Latin letters", utf16("Привет, мир."), "UTF-16", "Привет, мир."],
    ["Windows-1252 in German", western(GERMAN), "Windows-1252", GERMAN],
    ["Windows-1252 in French", western(FRENCH), "Windows-1252", FRENCH],
    ["Windows-1252 with one such letter", western("Zürich\n"), "Windows-1252", "Zürich\n"],
    [
      "Windows-1252 with many numbers",
      western("Hütte;12;14,50 €;2019\nDorf;3;1.200,00 €;2020\n"),
      "Windows-1252",
      "Hütte;12;14,50 €;2019\nDorf;3;1.200,00 €;2020\n",
    ],
  ])("%s, which is named as a guess", (_, content, encoding, text) => {
    expect(decodeText(content)).toMatchObject({
      text,
      encoding,
      remarks: [
        {
          kind: "guessed",
          line: 1,
          text: expect.stringMatching(new RegExp(`^read as ${encoding}.*save it again as UTF-8`)),
        },
      ],
    });
  });

  it.each<[string, Uint8Array, string, string]>([
    [
      "one byte beside one sound character",
      Buffer.concat([Buffer.from("Zoé da"), bytes(0xff), Buffer.from(".\n")]),
      "Zoé da\ufffd.\n",
      "one character is",
    ],
    [
      "one byte",
      Buffer.concat([Buffer.from("Zoé.\nÉté "), bytes(0xff), Buffer.from(" là.\n")]),
      "Zoé.\nÉté \ufffd là.\n",
      "one character is",
    ],
    [
      "a letter cut off at the end",
      Buffer.from("Là, l’été.\nZoé").subarray(0, -1),
      "Là, l’été.\nZo\ufffd",
      "one character is",
    ],
    [
      "two bytes, beside a sound replacement character",
      Buffer.concat([Buffer.from("„Été“ \ufffd\n"), bytes(0xff), Buffer.from(" là "), bytes(0xfe)]),
      "„Été“ \ufffd\n\ufffd là \ufffd",
      "2 characters are",
    ],
  ])("UTF-8 where it is damaged: %s", (_, content, text, what) => {
    const { remarks, ...decoded } = decodeText(content);
    expect(decoded).toEqual({ text, encoding: "UTF-8" });
    expect(remarks).toMatchObject([{ kind: "guessed", text: expect.stringContaining(what) }]);
  });
});

describe("no text is made of", () => {
  it.each<[string, Uint8Array, string]>([
    ["NUL characters", Buffer.from("One.\0"), "holds NUL characters"],
    ["UTF-16 without its mark", Buffer.from(GERMAN, "utf16le"), "is UTF-16 without the byte order mark"],
    ["half a character of UTF-16", utf16(GERMAN).subarray(0, -1), "starts like UTF-16 and is none"],
    ["UTF-32", bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), "starts like UTF-16 and is none"],
    ["the head of a PNG", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "is no text in UTF-8"],
    ["bytes above the letters", bytes(...Array.from({ length: 90 }, (_, i) => 160 + i)), "is no text in UTF-8"],
    [
      "Cyrillic of Windows-1251",
      bytes(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20, 0xec, 0xe8, 0xf0, 0x2e),
      "cannot be guessed",
    ],
  ])("%s: left out, with the fix", (_, content, problem) => {
    expect(() => decodeText(content)).toThrow(new RegExp(`${problem}.*: .*save it again as UTF-8`));
  });
});

it("any bytes are read, or refused with the fix; what is written as UTF-8 is read as it is", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
      try {
        expect(decodeText(content).text).toBeTypeOf("string");
      } catch (error) {
        expect((error as Error).message).toContain("save it again as UTF-8");
      }
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const clean = text.toWellFormed().replaceAll("\0", "");
      expect(decodeText(Buffer.from(clean))).toEqual({ text: clean, encoding: "UTF-8", remarks: [] });
    }),
  );
});

describe("a page's own word on its encoding is taken", () => {
  it.each<[string, Uint8Array, string, string]>([
    ["Polish", bytes(0xb3, 0xf3, 0xbf, 0x6b, 0x6f), "ISO-8859-2", "łóżko"],
    ["Japanese", bytes(0x93, 0xfa, 0x96, 0x7b), "Shift_JIS", "日本"],
    ["Japanese with escapes", bytes(0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42), "iso-2022-jp", "日本"],
    ["Russian", bytes(0xcf, 0xf0, 0xe8), "windows-1251", "При"],
  ])("%s", (_, content, label, text) => {
    const start = Buffer.from(`<!doctype html><html><head><meta charset="${label}"></head><p>`);
    const decoded = decodeText(Buffer.concat([start, content]));
    expect(decoded.text.endsWith(`<p>${text}`)).toBe(true);
    expect(decoded.encoding.toLowerCase()).toBe(label.toLowerCase());
    expect(decoded.remarks).toMatchObject([{ text: expect.stringContaining(decoded.encoding) }]);
  });

  it.each([
    ["older HTML", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">'],
    ["XML", '<?xml version="1.0" encoding="iso-8859-2"?>'],
  ])("as %s has it", (_, head) => {
    expect(decodeText(Buffer.concat([Buffer.from(head), bytes(0xb3)])).text).toBe(`${head}ł`);
  });

  it("unless it is sound UTF-8, or no such encoding is known", () => {
    const page = '<meta charset="iso-8859-2"><p>łóżko';
    expect(decodeText(Buffer.from(page))).toMatchObject({ text: page, encoding: "UTF-8", remarks: [] });
    const unknown = '<meta charset="klingon"><p>Zürich, die Stadt am See.';
    expect(decodeText(western(unknown))).toMatchObject({ text: unknown, encoding: "Windows-1252" });
  });
});
