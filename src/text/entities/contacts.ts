import type { Span } from "../span.ts";
import { EMAIL, NAME, NUMBER, PHONE, URL_ADDRESS, YEAR } from "./entity-kinds.ts";
import { findAll, type Mention } from "./mention.ts";
import { DIGIT, holdsSign } from "./signs.ts";

const MAIL = /(?<![\w.+-])[\w.+-]+(?:@| ?[[(]at[\])] ?)[\w-]+(?:(?:\.| ?[[(]dot[\])] ?)[\w-]+)+/gi;
const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>"”)\]]*[^\s<>"”)\].,;:!?]|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:org|com|net|edu|gov|info|io|eu|uk|de|fr|ch|at|nl|dev|app)(?:\/[^\s<>"”)\]]*[^\s<>"”)\].,;:!?])?(?![\w-])/gi;
/** With a country's or an area's code; as in North America; and any digits behind a word that says so. */
const TELEPHONE = new RegExp(
  [
    "(?<![\\w+])(?:\\+\\d{1,3}|00[1-9]\\d?)[\\s/.-]*(?:\\(0\\)\\s?)?\\(?\\d(?:[\\s/.()-]{0,2}\\d){5,12}(?!\\d)",
    "(?<![\\w.,/+-])\\(?0\\d{1,5}\\)?[\\s/-]{1,3}\\d(?:[\\s/-]?\\d){4,8}(?![\\d/])",
    "(?<![\\w.,/+-])0\\d{8,11}(?!\\d)",
    "(?<![\\w.,/+-])(?:\\(\\d{3}\\)\\s?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d-])",
    "(?<=\\b(?:tel|phone|telephone|mobile|fax|call|ring|dial|hotline|number is|ext|extension)[.:]*\\s+(?:us\\s+on\\s+|on\\s+|number\\s+|is\\s+|at\\s+)?)\\d(?:[\\s/-]?\\d){2,11}(?![\\d:.]|\\s?(?:am|pm|times|days|hours|minutes|people))",
  ].join("|"),
  "gi",
);

const NOT = NUMBER | YEAR | NAME;

/** E-mail addresses, web addresses and telephone numbers. @param dates runs that look like numbers of another kind */
export function findContacts(text: string, dates: readonly Span[]): Mention[] {
  const mails = /@|[[(]at[\])]/i.test(text) ? findAll(text, MAIL, EMAIL, NOT) : [];
  const addresses = /\.\w/.test(text) ? findAll(text, ADDRESS, URL_ADDRESS, NOT) : [];
  const phones = holdsSign(text, DIGIT) && /\d.*\d.*\d/.test(text) ? findAll(text, TELEPHONE, PHONE, NOT) : [];
  const others = [...dates, ...mails, ...addresses];
  return [
    ...mails,
    ...addresses.filter(({ start }) => !mails.some((mail) => mail.start <= start && start < mail.end)),
    ...phones.filter(({ start, end }) => !others.some((other) => start < other.end && other.start < end)),
  ];
}
