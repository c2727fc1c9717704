/** English number words, and the digits that search reads them as. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  `zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
  fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
  eighty=80 ninety=90`
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]),
);

/** Whether a term is a number, or starts with one ("3rd", "12th"): number words have become digits in terms. */
export function isNumber(term: string): boolean {
  return /^\d/.test(term);
}
