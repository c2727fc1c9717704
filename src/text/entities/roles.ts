import { capital } from "../capital.ts";

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
const capitalised = TITLES.map(capital);
const ROLE = new RegExp(
  `(?:(${NAME}),\\s+(?:the|an?)\\s+((?:\\p{L}+\\s+){0,3}(?:${OFFICES.join("|")}))\\b)` +
    `|(?:\\b((?:\\p{Lu}\\p{Ll}+\\s+){1,3}(?:${capitalised.join("|")}))\\s+(${NAME}))`,
  "gu",
);

/** What stands in whatever `ROLE` finds: most sentences hold none. */
const OFFICE = new RegExp([...OFFICES, ...capitalised].join("|"));

/** @param word folded */
export function isOfficeWord(word: string): boolean {
  return OFFICE_WORDS.has(word) || /^spokes\w+$/.test(word);
}

/**
 * Who holds which office: "Sergei Lavrov, the Russian foreign minister", "Russian Foreign Minister Igor Ivanov".
 *
 * @returns the name by the office in lower case
 */
export function rolesIn(text: string): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  if (!OFFICE.test(text)) return roles;
  for (const [, name = "", role = "", roleBefore = "", nameBehind = ""] of text.matchAll(ROLE)) {
    roles.set((role || roleBefore).trim().toLowerCase(), name || nameBehind);
  }
  return roles;
}

const ROLE_NOUN =
  /^(?:caretakers?|treasurers?|secretar(?:y|ies)|chairs?|chair(?:man|men|woman|women|persons?)|presidents?|directors?|(?:co)?managers?|coordinators?|organi[sz]ers?|teachers?|headteachers?|coach(?:es)?|trainers?|instructors?|tutors?|professors?|lecturers?|doctors?|nurses?|midwi(?:fe|ves)|dentists?|pharmacists?|wardens?|janitors?|librarians?|receptionists?|stewards?|hosts?|moderators?|maintainers?|speakers?|editors?|authors?|owners?|landlords?|landlad(?:y|ies)|supervisors?|captains?|skippers?|inspectors?|clerks?|accountants?|auditors?|lawyers?|solicitors?|notar(?:y|ies)|engineers?|electricians?|plumbers?|gardeners?|cooks?|chefs?|drivers?|guards?|lifeguards?|principals?|deans?|mayors?|councillors?|ministers?|priests?|vicars?|judges?|referees?|umpires?|arbiters?|technicians?|administrators?|admins?|assistants?|curators?|conductors?|translators?|interpreters?|attendants?|architects?|bakers?|commissioners?|officers?|detectives?|farmers?|carpenters?|painters?|miners?|shepherds?|volunteers?|apprentices?|collectors?|developers?|researchers?|surgeons?|pilots?|firefighters?|police|patrols?|brigades?|crews?|committees?|councils?|jur(?:y|ies)|[a-z]+(?:keepers?|masters?|mistress(?:es)?)|spokes\w+)$/;

/** Whether a word in lower case says who somebody is by what they do: "caretaker", "groundkeeper". @param word folded */
export function isRoleNoun(raw: string, word: string): boolean {
  return /^\p{Ll}/u.test(raw) && ROLE_NOUN.test(word);
}

/** Whether a word before a name says how somebody is addressed, or what they do: "Ms", "Mayor". @param word folded */
export function isTitleOfPerson(word: string): boolean {
  return FORMS_OF_ADDRESS.includes(word) || isOfficeWord(word) || ROLE_NOUN.test(word);
}
