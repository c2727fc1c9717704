import type { Token } from "../tokens.ts";

const CURRENCY =
  /^(?:dollars?|euros?|pounds?|cents?|pence|crowns?|francs?|marks?|roubles?|rubles?|yen|yuan|rupees?|pesos?)$/;
const LENGTH_UNIT =
  /^(?:kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|km|cm|mm|miles?|feet|foot|inch(?:es)?|yards?)$/;

/** Whether a word is a currency, or an amount behind the sign of one: "£48". */
export function isMoney(text: string, { word, start }: Token): boolean {
  return CURRENCY.test(word) || /[$£€¥]\s?$/.test(text.slice(Math.max(0, start - 2), start));
}

/** @param word folded */
export function isLengthUnit(word: string): boolean {
  return LENGTH_UNIT.test(word);
}
