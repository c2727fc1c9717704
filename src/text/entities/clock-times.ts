import { CALENDAR, CLOCK, DURATION, NAME, NUMBER, YEAR } from "./entity-kinds.ts";
import { findAll, KNOWN, type Mention } from "./mention.ts";
import { DIGIT, holdsSign, signOf } from "./signs.ts";

const HOUR = "(?:[01]?\\d|2[0-4])";
const HOUR_WORD = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const HALF_DAY = "(?:[ap]m\\b|[ap]\\.\\s?m\\b\\.?)";
/** Behind a time, and not behind an amount: the end, a sign, or a word that goes on about when. */
const ENDS =
  "(?=\\s*(?:[.,;:!?)\\]|–—-]|$)|\\s+(?:and|or|to|until|till|on|in the|every|each|sharp|daily|at|except|from|by|when|if|h|hrs|uhr|mon|tue|wed|thu|fri|sat|sun)\\b)";
const DAYS =
  "mon(?:days?)?|tue(?:s|sdays?)?|wed(?:nesdays?)?|thu(?:rs|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?|mo|fr|sa|so";
const DASH = "\\s*(?:-|–|—|to|until|till|and)\\s*";

const PATTERNS = [
  // 18:30, 6:30 pm, 9:15–10:45
  `(?<![\\d:.]|\\b(?:scale|ratio|odds|score)\\s(?:of\\s)?)${HOUR}:[0-5]\\d(?::[0-5]\\d)?(?:\\s?(?:${HALF_DAY}|h\\b|hrs\\b|uhr\\b))?(?![\\d:])`,
  // 6pm, 6.30 pm, 9–11 am, 6 o'clock, 18.30 Uhr
  `(?<![\\d:.])(?:${HOUR}(?:[.:][0-5]\\d)?(?:-|–|\\s?to\\s))?${HOUR}(?:[.:][0-5]\\d)?\\s?(?:${HALF_DAY}|o['’]clock\\b|uhr\\b|hrs\\b)`,
  `\\b${HOUR_WORD}\\s+(?:${HALF_DAY}|o['’]clock\\b)`,
  // 18h30; 18h where something says that it is a time
  `(?<![\\d.])${HOUR}h[0-5]\\d\\b`,
  `(?<=\\b(?:at|from|until|till|by|before|after|${DAYS})\\s+)${HOUR}\\s?h\\b`,
  // half past six, quarter to 7, ten past six
  `\\bhalf\\s+past\\s+(?:${HOUR_WORD}|\\d{1,2})\\b`,
  `\\b(?:a\\s+)?quarter\\s+(?:past|to)\\s+(?:${HOUR_WORD}|\\d{1,2}|noon|midnight)\\b`,
  `\\b(?:five|ten|twenty|twenty-five|\\d{1,2})\\s+(?:minutes\\s+)?past\\s+(?:${HOUR_WORD}|\\d{1,2}|noon|midnight)\\b`,
  // at six, at 18.30; not "at six sites", "at 4.50 each"
  `(?<=\\bat\\s+)(?:${HOUR_WORD}|${HOUR}(?:[.:][0-5]\\d)?)\\b(?![.,:]\\d|\\s?[%°€£$])${ENDS}`,
];
/** "9–17" and "9 to 5" behind a day or the like; "9–17" alone may be of ages or pages. */
const HOURS = `${HOUR}(?:[.:][0-5]\\d)?${DASH}${HOUR}(?:[.:][0-5]\\d)?\\b(?![.,:/]\\d|\\s?[%°€£$])${ENDS}`;
const AFTER_DAY = `(?<=(?:\\b(?:${DAYS}|open|opens|hours|times?|daily|every day|days|weekends?|weekdays?)|[${KNOWN}])[.:,]*\\s+(?:from\\s+|between\\s+)?)`;

const TIMES = new RegExp(PATTERNS.join("|"), "gi");
const HOURS_AFTER_DAY = new RegExp(AFTER_DAY + HOURS, "gi");
const HOURS_FROM = new RegExp(`(?<=\\b(?:from|between)\\s+)${HOURS}`, "gi");
const SPEAKS_OF_HOURS =
  /\b(?:open|opens|opened|closed?|closes|hours|daily|every day|weekdays?|weekends?|\w+days|staffed|served?|available|reception|desk|shift|lunch|breakfast|dinner)\b/i;
/** "18h" is a time or a span. */
const HOUR_OR_SPAN = new RegExp(`(?<![\\d.])${HOUR}h\\b`, "g");
const SPAN_BEFORE = /\b(?:for|in|within|takes?|took|lasts?|lasted|about|around|every|over|after|of|only)\s+$/i;

/** Without a number a time has one of these. */
const TIME_SIGN = signOf("past quarter one two three four five six seven eight nine ten eleven twelve");
const MAY_HOLD_TIME = new RegExp(`\\d|\\b(?:past|quarter|clock|at ${HOUR_WORD})\\b|[ap]\\.?m\\b`, "i");

const NOT = NUMBER | YEAR | NAME;

/** The times of the clock in a text. */
export function findTimes(text: string): Mention[] {
  if (!holdsSign(text, DIGIT | TIME_SIGN) || !MAY_HOLD_TIME.test(text)) return [];
  const found = findAll(text, TIMES, CALENDAR | CLOCK, NOT);
  if (!holdsSign(text, DIGIT)) return found;
  found.push(...findAll(text, HOURS_AFTER_DAY, CALENDAR | CLOCK, NOT));
  if (SPEAKS_OF_HOURS.test(text)) found.push(...findAll(text, HOURS_FROM, CALENDAR | CLOCK, NOT));
  for (const mention of findAll(text, HOUR_OR_SPAN, CALENDAR | CLOCK | DURATION)) {
    const isSpan = SPAN_BEFORE.test(text.slice(0, mention.start));
    const isKnown = found.some(({ start, end }) => start <= mention.start && mention.end <= end);
    if (!isKnown) found.push(isSpan ? { ...mention, bits: DURATION } : mention);
  }
  return found;
}
