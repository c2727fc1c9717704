const TENS = "(?:(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{Ll}+)?)";
const COUNT = `(?:\\d{1,4}(?:[.,]\\d{3})*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|${TENS}|several|few|hundreds?|thousands?|millions?|billions?|decades?|couple)`;
const YEARS = "(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies)|yrs?)";
const PATTERNS = [
  // 12 years, a 14-year-old, two centuries old; a span of days or hours alone is no age
  `\\b${COUNT}(?:\\s+of)?[\\s-]${YEARS}[\\s-](?:old|older|younger|of age|of existence)\\b`,
  // aged 45, age 45, ages 6–12, aged between six and nine
  `\\bage[ds]?\\b[^.;]{0,24}?\\b${COUNT}\\b`,
  "\\b(?:aged|elderly|teen-?agers?|teenaged?|toddlers?|newborn|octogenarian|septuagenarian|adults?|minors?)\\b",
  "\\b(?:under|over|above|below|turn(?:s|ed|ing)?|from|until|till|at least|minimum)[\\s-](?:the\\s+age\\s+of\\s+)?\\d{1,2}(?:s|\\+)?(?!\\s?[%:.°€$£]|\\d)",
  "\\b\\d{1,2}\\s?(?:\\+|and (?:over|under|older|younger|above|up)|or (?:over|under|older|younger|above))",
  "\\bin (?:his|her|their|its) (?:early |mid-?|late )?(?:teens|\\w+ties|\\d0s)\\b",
  // She is 45; she was forty-five when
  `\\b(?:is|was|are|were|am|be|being)\\s+(?:now\\s+|about\\s+|almost\\s+|nearly\\s+|only\\s+|just\\s+)?(?:\\d{1,3}|${TENS})(?=[.,;!?)]|\\s*$|\\s+(?:and|when|at|now|today)\\b)`,
  "\\b(?:birthdays?|birth|anniversary|born|b\\.\\s?\\d{4})\\b",
  // since when it has been there
  "\\b(?:founded|established|built|erected|constructed|laid|launched|commissioned|opened|inaugurated|created|made|introduced|installed|bought|acquired|planted|published|released|started|began|begun|begins?|formed|incorporated|written|painted|composed|discovered|dat(?:es?|ed|ing)|since|from|goes back|went back|origins?|\\bc(?:irca|a)?\\.?)\\b[^.;]{0,60}?\\b(?:1\\d|20)\\d\\d\\b",
  "\\b(?:1\\d|20)\\d\\d\\b[^.;]{0,30}\\b(?:founded|established|built|launched|opened|began|started|created|born)\\b",
  "\\b\\d{1,2}(?:st|nd|rd|th)[\\s-]century\\b",
];
const AGE = new RegExp(PATTERNS.join("|"), "iu");
/** Ann Rudd, 45, said; Ann Rudd (45) */
const BEHIND_NAME = /\p{Lu}[\p{L}.’'-]*(?:,\s+\d{1,3}(?=[,;.)]|\s*$)|\s+\(\d{1,3}\))/u;

/** Whether a text tells an age, of somebody or something: "aged 45", "Ann Rudd, 45,", "14 years old", "built in 1890". */
export function tellsAge(text: string): boolean {
  return AGE.test(text) || BEHIND_NAME.test(text);
}
