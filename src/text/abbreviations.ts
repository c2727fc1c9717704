/** What may stand before an abbreviation. */
const START = String.raw`(?:^|[\s("“‘[])`;

function ending(words: string, flags: string): RegExp {
  return new RegExp(`${START}(?:${words.trim().replace(/\s+/g, "|")})\\.$`, flags);
}

/** A title before a name, or a word before what it is about: never the end of a sentence. */
const BEFORE_NAME = ending(
  String.raw`Mr Mrs Ms Mx Dr Prof Sen Rep Gov Gen Col Maj Lt Sgt Capt Cmdr Adm Amb Pres Rev Fr Hon Sec St Ste Mt Ft Messrs
  Hr Dipl Ing Mag habil vs v cf viz e\.g i\.e esp incl approx ca bzw ggf inkl evtl sog vgl`,
  "i",
);
/** "Prof. em.", "Dr. h. c.", "Dr. rer. nat." before a name. */
const BEHIND_TITLE =
  /(?:^|[\s("“‘[])(?:Prof|Dr)\.(?:[\s-]?(?:em|emer|hon|habil|h|c|rer|nat|med|phil|jur|iur|theol|oec|pol|techn|dent|vet|Ing)\.)+$/i;
/** German pairs that stand before what they introduce: "z. B.", "d. h.", "u. a.". */
const PAIR = /(?:^|[\s("“„‘[])(?:z\.\s?B|d\.\s?h|u\.\s?a|v\.\s?a|i\.\s?d\.\s?R|s\.\s?[ou]|z\.\s?T|u\.\s?U|o\.\s?g)\.$/;
/** The first half of such a pair, before the second. */
const HALF_PAIR = /(?:^|[\s("“„‘[])(?:z|d|u|v|i|i\.\s?d|s|o)\.$/;
const SECOND_HALF = /^\s*(?:[BhaRUTougd]|d\.\s?R)\./;
/** An abbreviation that a number follows. */
const BEFORE_NUMBER = ending(
  `Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec No Nos Nr Vol Fig Figs Art Sect Ch Ver Vers Abs Kap Bd Eq Ext Tel pp? Op`,
  "i",
);
/** An abbreviation that may end a sentence, or stand inside one: the next word decides. */
const AMBIGUOUS =
  /(?:(?:^|[\s("“‘[.-])\p{Lu}|\b(?:[A-Z]\.){1,}[A-Z]|\b[ap]\.m|\b(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|Esq|etc|al|Ph\.?D|B\.?C|A\.?D|Ave|Blvd|Rd|Dept|Univ|Assn|Ariz|Calif|Conn|Fla|Mass|Mich|Minn|Penn|Tenn|Wash|Wis))\.$/u;
/** A word that seldom stands capitalised inside a sentence: after an abbreviation it starts a new one. */
export const OPENER =
  /^["“‘'(\s]*(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|His|Her|Its|Their|Our|My|In|On|At|By|For|From|With|After|Before|When|While|Since|Although|However|But|And|Or|So|As|If|There|What|Who|Why|How|Some|Many|Most|All|Both|No|Not)\b/;
/** A day before its month in German: "am 5. Mai". */
const GERMAN_DAY = /(?:^|[\s(])\d{1,2}\.$/;
const GERMAN_MONTH =
  /^\s*(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)/;

/**
 * Whether the full stop at the end of a text is an abbreviation's, or a day's before its month, and the sentence goes
 * on in what follows.
 */
export function endsInAbbreviation(before: string, after: string): boolean {
  if (BEFORE_NAME.test(before) || BEHIND_TITLE.test(before) || PAIR.test(before)) return true;
  if (HALF_PAIR.test(before) && SECOND_HALF.test(after)) return true;
  if (GERMAN_DAY.test(before) && GERMAN_MONTH.test(after)) return true;
  if (BEFORE_NUMBER.test(before)) return /^\s*\d/.test(after);
  return AMBIGUOUS.test(before) && !OPENER.test(after);
}
