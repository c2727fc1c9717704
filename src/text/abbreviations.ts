/** What may stand before an abbreviation. */
const START = String.raw`(?:^|[\s("“„«»‘’'[])`;

function ending(words: string, flags: string): RegExp {
  return new RegExp(`${START}(?:${words.trim().replace(/\s+/g, "|")})\\.$`, flags);
}

/** A title before a name, or a word before what it is about: never the end of a sentence. */
const BEFORE_NAME = ending(
  String.raw`Mr Mrs Ms Mx Mme Mmes Mlle Mlles Mgr Sra Srta Sig Dr Prof Sen Rep Gov Gen Col Maj Lt Sgt Capt Cmdr Adm Amb Pres Rev Fr Hon Sec St Ste Mt Ft Messrs
  Hr Frl Dipl Ing Mag habil geb verh gem lt z\.\s?Hd Ul św vs v cf viz e\.g i\.e esp incl approx ca bzw ggf inkl evtl sog vgl`,
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
/** An abbreviation that a number follows: of a month, a part of a text, a unit of a place. */
const BEFORE_NUMBER = ending(
  String.raw`Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec No Nos Nr Vol Figs? Abb Tab Art Sect Ch Chap Paras? Ver Vers Abs Kap Bd Ziff
  Rn Rz Eq Ext pp? Op Est Mind Tél Tel Fax Mob godz \p{L}*str`,
  "iu",
);
/** The same, where the word in small letters is one of its own: "it takes 5 min. 20 people came", "they sat. 5 left". */
const CAPITALISED = ending("[Mm]ax Min Mon Tues? Wed Thu Thurs? Fri Sat Sun", "");
const NUMBER = /^\s*[+(]*\d/;
/** An amount, in German, before what it is of: "5 Mio. Euro". */
const AMOUNT = /\d\s?(?:Mio|Mrd|Tsd|Std|Min|Pers|St)\.$/;
/** An abbreviation that may end a sentence, or stand inside one: the next word decides. */
const AMBIGUOUS =
  /(?:(?:^|[\s("“‘[.-])\p{Lu}|\b(?:[A-Z]\.){1,}[A-Z]|\b[ap]\.m|\b(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|Esq|etc|al|Ph\.?D|B\.?C|A\.?D|Ave|Blvd|Rd|Dept|Univ|Assn|Ariz|Calif|Conn|Fla|Mass|Mich|Minn|Penn|Tenn|Wash|Wis))\.$/u;
/** A word that seldom stands capitalised inside a sentence: after an abbreviation it starts a new one. */
export const OPENER =
  /^["“‘'(\s]*(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|His|Her|Its|Their|Our|My|In|On|At|By|For|From|With|After|Before|When|While|Since|Although|However|But|And|Or|So|As|If|There|What|Who|Why|How|Some|Many|Most|All|Both|No|Not)\b/;
/** A day before its month in German: "am 5. Mai". */
const GERMAN_DAY = /(?:^|[\s(])\d{1,2}\.$/;
const GERMAN_MONTH =
  /^\s*(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Jh)/;
/** An ordinal in German, behind an article or a preposition: "im 2. Stock", "bis zum 3. Werktag". */
const GERMAN_ORDINAL =
  /(?:^|[\s(„"])(?:[Dd](?:er|ie|as|en|em|es)|[Ii]m|[Aa]m|[Zz]u[mr]|[Vv]om|[Bb]eim|[Aa]b|[Bb]is|[Ss]eit|[Jj]ede[rmns]?|[Uu]nsere?[rmns]?|[Ii]hre?[rmns]?)\s\d{1,3}\.$/;
const GERMAN_NOUN = /^\s*["„“]?\p{Lu}/u;
/** A word that starts a German sentence, or a verb before its subject: "Gehen Sie". */
const GERMAN_OPENER =
  /^[\s"„“]*(?:(?:Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ihr|Ich|Du|Man|Dann|Danach|Dort|Da|Hier|Bitte|Im|Am|An|Auf|Aus|Bei|Mit|Nach|Vor|Von|Zu|Zum|Zur|Ab|Bis|Für|Wer|Was|Wo|Wann|Wie|Warum|Alle|Jede[rs]?|Diese[rs]?|Kein|Keine|Und|Aber|Oder|Wenn|Falls|Weil|Nur|Nicht|Auch|So|Jetzt|Heute|Morgen|Später|Anschließend)\s|\p{Lu}\p{Ll}+\s(?:Sie|sie|wir|ich|er|es|man|du|ihr)\s)/u;

/** Letters of a word that is longer than any abbreviation, those that end as streets do aside. */
const LONG = 7;
const STREET = "str.";

/** Whether a text ends with no full stop, or behind a long word: a look that is cheap. */
function endsInNone(before: string): boolean {
  if (!before.endsWith(".")) return before !== "";
  const stop = before.length - 1;
  for (let at = stop - LONG; at < stop; at++) {
    const code = before.charCodeAt(at);
    if (!(code >= 97 && code <= 122)) return false;
  }
  return !before.endsWith(STREET);
}

/**
 * Whether the full stop at the end of a text is an abbreviation's, or a day's before its month, and the sentence goes
 * on in what follows.
 */
export function endsInAbbreviation(before: string, after: string): boolean {
  if (endsInNone(before)) return false;
  if (BEFORE_NAME.test(before) || BEHIND_TITLE.test(before) || PAIR.test(before)) return true;
  if (HALF_PAIR.test(before) && SECOND_HALF.test(after)) return true;
  if (GERMAN_DAY.test(before) && GERMAN_MONTH.test(after)) return true;
  if (GERMAN_ORDINAL.test(before) && GERMAN_NOUN.test(after)) return !OPENER.test(after) && !GERMAN_OPENER.test(after);
  if (AMOUNT.test(before) && GERMAN_NOUN.test(after)) return !OPENER.test(after) && !GERMAN_OPENER.test(after);
  if (BEFORE_NUMBER.test(before) || CAPITALISED.test(before)) return NUMBER.test(after);
  return AMBIGUOUS.test(before) && !OPENER.test(after);
}
