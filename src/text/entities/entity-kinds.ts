/** What a word is, apart from its meaning, as bits: at most 31. A number is no part of a date, a time or an address. */
export const NUMBER = 1;
export const YEAR = 2;
/** Of a date, or a day, a month, an era or a time of day. */
export const CALENDAR = 2 ** 2;
export const NAME = 2 ** 3;
/** A name after "in", "at", "from", "near" or "to": likely a place. */
export const PLACED_NAME = 2 ** 4;
/** A span of time or a day counted from today: "weeks", "tomorrow". */
export const DURATION = 2 ** 5;
/** A name with what it is beside it: "Ilse Korhammer, a judge" or "spokesman Josh Earnest". */
export const APPOSED = 2 ** 6;
/** A sum of money, the unit of one, or that nothing is to be paid. */
export const MONEY = 2 ** 7;
/** A length with its unit, or the unit; the same for those that follow. */
export const LENGTH = 2 ** 8;
export const WEIGHT = 2 ** 9;
export const VOLUME = 2 ** 10;
export const AREA = 2 ** 11;
export const SPEED = 2 ** 12;
export const TEMPERATURE = 2 ** 13;
/** Of files and disks: bytes. */
export const STORAGE = 2 ** 14;
/** Energy and power. */
export const ENERGY = 2 ** 15;
/** A share: "20%", "one in five". */
export const PERCENT = 2 ** 16;
/** How often: "twice a week", "every Monday". */
export const FREQUENCY = 2 ** 17;
/** A time of the clock, and a day or a month: both are of the calendar too. */
export const CLOCK = 2 ** 18;
export const DAY = 2 ** 19;
/** An address, a room, or a place in lower case: "opposite the church". */
export const PLACE = 2 ** 20;
/** Somebody by what they do: "caretaker". */
export const ROLE = 2 ** 21;
export const PHONE = 2 ** 22;
export const EMAIL = 2 ** 23;
export const URL_ADDRESS = 2 ** 24;
