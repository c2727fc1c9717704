/** Verbs of one who speaks or writes, in the forms of a report. */
export const SPEAKING =
  "said|says|told|tells|wrote|writes|tweeted|tweets|added|adds|asked|asks|answered|answers|replied|replies|explained|explains|" +
  "argued|argues|warned|warns|insisted|insists|claimed|claims|noted|notes|stated|states|announced|announces|declared|declares|" +
  "suggested|suggests|recalled|recalls|admitted|admits|conceded|concedes|acknowledged|acknowledges|denied|denies|promised|promises|" +
  "confirmed|confirms|reported|reports|commented|comments|complained|complains|remarked|believes|believed|thinks|thought|called|" +
  "calls|described|describes|quipped|recommended|proposed|predicted|predicts|praised|criticised|criticized|urged|urges|demanded|" +
  "accused|accuses|alleged|alleges|vowed|joked|observed|concluded|testified|countered|responded|demurred|joined";
const SPEAKS_BEHIND = new RegExp(
  `^,?\\s(?:(?:also|now|then|later|further|has|had|have|who|and|first|again|even|publicly|reportedly)\\s){0,2}(?:${SPEAKING})\\b`,
);
const SPEAKS_BEFORE =
  /(?:\b(?:said|says|added|adds|according to|wrote|writes|asked|replied|explained|recalled|warned)\s(?:the\s)?)$/i;
const IS_TOLD =
  /\b(?:told|tells|tell|telling|asked|informed|spoke to|speaking to|interview with|interviewed by)\s(?:the\s)?$/i;

/** Whether what follows a name says that it speaks: " said", " has warned". @param behind the sentence behind the name */
export function speaksBehind(behind: string): boolean {
  return SPEAKS_BEHIND.test(behind);
}

/** Whether what stands before a name says that it speaks: "said ", "according to ". */
export function speaksBefore(before: string): boolean {
  return SPEAKS_BEFORE.test(before);
}

/** Whether what stands before a name says that it is spoken to: "told ". */
export function isToldBefore(before: string): boolean {
  return IS_TOLD.test(before);
}
