import type { Patterns } from "./phrases.ts";

const NAME = "(?<about>[^ ]+(?: [^ ]+){0,4}?)";
const BE = "(?:is|was|are|were|s)";
const EVER =
  "(?:(?:the (?:hell|heck|fuck)|actually|exactly|really|again|even|this|that|these|those|eigentlich|denn) )*";
const KIND = "(?: (?:guy|guys|person|people|man|woman|dude|lady|character|fellow|group|company|organi[sz]ation|lot))?";

/** "Who is Lavrov", "tell me about Maria Zakharova": the group "about" is a name only if `isName` says so. */
export const whoPatterns: readonly Patterns[] = [
  {
    patterns: [
      `(?:who(?: (?:the (?:hell|heck|fuck)|on earth|exactly|actually))? ${BE}|whos) ${EVER}${NAME}${KIND}(?: exactly| actually| really)?`,
      `${NAME} who (?:is|was|s) (?:that|this|he|she|it)|${NAME} who`,
      `(?:can you |could you |please |pls )*(?:remind me|tell me|do you know|explain|say|i wonder|idea|any idea) who ${EVER}${NAME} ${BE}`,
      `(?:can you |could you |please |pls )*(?:tell (?:me|us) (?:more |something |all )?about|what (?:is|s) known (?:about|of)|what do (?:we|you|they|the (?:documents|sources|docs|articles)) (?:know|say|tell) (?:about|of)|info(?:rmation)? (?:on|about)|(?:do (?:you|u|we) (?:know|have) )?(?:anything|something) (?:on|about|of)|who (?:is|was) behind the name) ${EVER}${NAME}${KIND}`,
      `wer (?:ist|war|sind) (?:eigentlich |denn |noch mal |nochmal )*${NAME}|(?:c est qui|qui (?:est|etait|sont)) ${NAME}|quien(?:es)? (?:es|era|son|fue) ${NAME}|quem (?:e|era|foi) ${NAME}|chi (?:e|era) ${NAME}|wie (?:is|was) ${NAME}|kim jest ${NAME}|${NAME} kim(?:dir)?|кто (?:такой|такая|такие) ${NAME}`,
      "(?<about>[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]+?)(?:さん|氏)?(?:って誰|とは誰|は誰)(?:ですか)?|(?<about>\\p{Script=Han}+)是谁|谁是(?<about>\\p{Script=Han}+)|(?<about>\\p{Script=Hangul}+?)(?:은|는|이|가)? 누구(?:야|인가요|예요)?",
    ],
  },
];

/** Words that stand in no name that is asked for in lower case, though some do in one with capitals. */
const NO_NAME =
  /^(?:a|an|the|my|your|our|his|her|their|its|any|some|every|all|more|most|other|another|someone|anyone|everyone|it|he|she|they|him|them|we|us|you|i|me|this|that|these|those|there|here|who|whom|whose|what|which|when|where|why|how|to|in|on|at|for|with|by|from|behind|under|over|about|after|before|against|between|into|out|off|up|down|not|no|or|if|is|are|was|were|be|been|being|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|s|die|der|das|ein|eine|le|la|les|un|une|el|los|las|o|os)$/;
/** Words of a name that has capitals: "The Wall Street Journal", "Bank of America". */
const JOINS = /^(?:the|of|and|for|de|der|den|van|von|la|le|el|al|bin|y|du|da|dos|d|s|on|in)$/i;
const NO_NAME_END = /(?:ing|ed|ible|able)$/;

/** What may stand before a name and is none of it. */
const BEFORE = /^(?:(?:the )?late|this|that|a certain|one) /i;

/**
 * @param about as it was typed
 * @returns the name in it; null where it can be none: "the owner of the keys", "responsible"
 */
export function readName(about: string): string | null {
  const name = about.replace(BEFORE, "");
  const words = name.split(/[\s.]+/).filter((word) => word !== "");
  if (words.length === 0 || words.every((word) => JOINS.test(word))) return null;
  if (words.every((word) => JOINS.test(word) || /^[\p{Lu}\p{Lt}\d]/u.test(word))) return name;
  const isPlain = (word: string, i: number) =>
    !NO_NAME.test(word.toLowerCase()) && !/['’]s$/.test(word) && !(i === words.length - 1 && NO_NAME_END.test(word));
  return words.length <= 3 && words.every(isPlain) ? name : null;
}
