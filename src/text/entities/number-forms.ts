const ORDINALS = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
  fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
  twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`.split(
  /\s+/,
);

const pairs: readonly (readonly [string, string])[] = [
  ...ORDINALS.map((word, i) => [word.replace("-", ""), `${i + 1}${suffix(i + 1)}`] as const),
  ["one", "1"],
  ["dozen", "12"],
  ["hundred", "100"],
  ["thousand", "1000"],
  ["million", "1000000"],
  ["billion", "1000000000"],
];
const other = new Map(pairs.flatMap(([word, digits]) => [[word, digits] as const, [digits, word] as const]));

/**
 * The other way to write a number that is not one term with it: "first" and "1st", "hundred" and "100".
 *
 * @param word folded, without hyphens
 */
export function otherNumberForm(word: string): string | null {
  return other.get(word) ?? null;
}

function suffix(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}
