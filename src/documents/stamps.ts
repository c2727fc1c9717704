/** Sources of regular expressions for the days and times that chats and logs are stamped with. */
const MONTH = String.raw`(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*\.?`;
const NUMBERS = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})`;
const NAMED = String.raw`\d{1,2}\.?[- ]${MONTH}[-, ]{1,2}(?:\d{4}|\d{2})|${MONTH} \d{1,2},? \d{4}`;

/** A day as numbers or with its month's name: "01.05.24", "12-Mar-24", "Mar 12, 2024". Never the start of a longer number. */
export const DAY = String.raw`(?:${NUMBERS}|${NAMED})(?!\d)`;
/** A day as numbers alone. */
export const NUMERIC_DAY = String.raw`(?:${NUMBERS})(?!\d)`;
/** A time of day: "9:15", "09:15:03", "9:15 AM". */
export const TIME = String.raw`\d{1,2}[:]\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:\s?[ap]\.?m\.?(?!\p{L})|\s?Uhr|Z)?`;
/** A time of day, with its day or without, as a platform shows it: "Today at 9:15 AM", "Mon 9:15". */
export const MOMENT = String.raw`(?:(?:today|yesterday|heute|gestern|(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*|${DAY}|\d{1,2}[./]\d{1,2}\.?)(?:,\s*|\s+(?:at|um)\s+|[T\s]\s*))?${TIME}`;
