/** Characters that a reader does not see: soft hyphen, zero-width space and joiners, byte order mark. */
export const INVISIBLE = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";

const invisible = new RegExp(`[${INVISIBLE}]`, "g");
/** Letters of alphabets with accents; elsewhere (か, が) the same marks make another letter. */
const ACCENTED = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]/u;
/** Letters that Unicode does not take apart, as English writes them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * Folds what makes no other word: case, accents, full-width letters and ligatures (Unicode's NFKD), characters that
 * nobody sees, forms of the apostrophe.
 *
 * @returns lower case, without spaces: some signs unfold to several words, which are one all the same
 */
export function fold(raw: string): string {
  if (/^[a-z0-9]+$/.test(raw)) return raw;
  const visible = raw.replace(invisible, "");
  const decomposed = ACCENTED.test(visible)
    ? visible.normalize("NFKD").replace(/\p{M}/gu, "")
    : visible.normalize("NFKC");
  return decomposed
    .replace(/\s+/g, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’ʼ＇´]/g, "'");
}
