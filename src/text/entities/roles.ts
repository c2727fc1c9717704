/** Offices that stand before a name as its title: "Foreign Minister Anna Berg". */
const TITLES = ["minister", "president", "secretary", "ambassador"];
/** Offices that may stand behind a name: "Anna Berg, the school minister". */
const OFFICES = [
  ...TITLES,
  ...["spokesman", "spokeswoman", "spokesperson", "chief", "director", "chair", "chairman", "chairwoman", "leader"],
];
/** Words of an office or a government that say who is spoken of, and nothing of what is said. */
const OFFICE_WORDS = new Set([
  ...["minister", "president", "secretary", "leader"],
  ...["foreign", "prime", "elect", "senator", "administration", "government"],
]);
/** Words in front of a name that are no part of it. */
export const FORMS_OF_ADDRESS = "president prime minister foreign senator sen dr mr mrs ms".split(" ");

const NAME = "\\p{Lu}\\p{Ll}+(?:\\s+\\p{Lu}\\p{Ll}+)*";
const capitalised = TITLES.map((title) => `${title[0]?.toUpperCase()}${title.slice(1)}`);
const ROLE = new RegExp(
  `(?:(${NAME}),\\s+(?:the|an?)\\s+((?:\\p{L}+\\s+){0,3}(?:${OFFICES.join("|")}))\\b)` +
    `|(?:\\b((?:\\p{Lu}\\p{Ll}+\\s+){1,3}(?:${capitalised.join("|")}))\\s+(${NAME}))`,
  "gu",
);

/** @param word folded */
export function isOfficeWord(word: string): boolean {
  return OFFICE_WORDS.has(word) || /^spokes\w+$/.test(word);
}

/**
 * Who holds which office: "Sergei Lavrov, the Russian foreign minister", "Russian Foreign Minister Igor Ivanov".
 *
 * @returns the name by the office in lower case
 */
export function rolesIn(text: string): Map<string, string> {
  const roles = new Map<string, string>();
  for (const [, name = "", role = "", roleBefore = "", nameBehind = ""] of text.matchAll(ROLE)) {
    roles.set((role || roleBefore).trim().toLowerCase(), name || nameBehind);
  }
  return roles;
}
