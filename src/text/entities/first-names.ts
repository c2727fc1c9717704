import { MONTHS, WEEKDAYS } from "./dates.ts";
import { FORMS_OF_ADDRESS } from "./roles.ts";

/** Words that are written with a capital, mostly at the start of a sentence, and start no person's name. */
const NO_FIRST_NAME: ReadonlySet<string> = new Set([
  ...`the a an in on at by for from with after before when while but and or if as it he she they we i you this that
  these those his her its their our my there what who why how where which`.split(/\s+/),
  ...FORMS_OF_ADDRESS,
  ...WEEKDAYS,
  ...MONTHS,
  ..."new north south east west united".split(" "),
]);

/** Whether two words with capitals may be a person's name, as far as the first one tells. */
export function mayBeFirstName(word: string): boolean {
  return !NO_FIRST_NAME.has(word.toLowerCase());
}
