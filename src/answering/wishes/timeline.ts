import { ABOUT, type Patterns, THE_WHOLE } from "./phrases.ts";

const NAME =
  "(?:timeline|time line|chronology|chronicle|chronological (?:order|list|overview|summary|account)|(?:sequence|order|course|list|chain) of (?:the )?events|(?:all )?(?:the )?(?:events|things|everything|it|it all|them|that|this|all of (?:it|this)) (?:in (?:the )?(?:right |chronological |time )?order|by date|chronologically|day by day|step by step)|(?:all|key|main|important) (?:the )?dates|dates|events)";
const HAPPENED = "(?:happened|went down|took place|occurred|was going on|went on|has happened|did happen)";
const THINGS = "(?:things|it|it all|everything|the events|events|all this|all of (?:this|it)|this|that)";
const OCCUR = "(?:happen|happened|occur|occurred|unfold|unfolded|take place|took place|go down|went down|go|play out)";
const IN_ORDER = "(?:step by step|day by day|by date|in order|chronologically|hour by hour|in chronological order)";

/** "Timeline", "what happened when", "in what order did things happen", "what happened on Friday". */
export const timelinePatterns: readonly Patterns[] = [
  {
    patterns: [
      `(?:what(?: s| is| are|s) )?(?:put |list |sort |walk (?:me |us )?(?:thru|through) |take (?:me |us )?through )?${NAME}(?: (?:of|in|from|for) ${THE_WHOLE})?`,
      `(?:timeline|time line|chronology|chronicle|sequence of events|course of events) (?:of|about|around) ${ABOUT}`,
      `(?:the )?history of ${ABOUT} (?:by date|in dates|day by day)`,
      `(?:walk|take|lead|guide) (?:me|us) (?:thru|through) ${THE_WHOLE}(?: ${IN_ORDER})?`,
      `(?:in )?(?:what|which) (?:order|sequence) did ${THINGS} (?:all )?${OCCUR}`,
      `how (?:did|has|have) ${THINGS} ${OCCUR}(?:ed)? ${IN_ORDER}`,
      `(?:what|when did what) ${OCCUR} (?:and )?(?:when|${IN_ORDER})|when did what ${OCCUR}|what ${HAPPENED} when|when did ${THINGS} ${OCCUR}`,
      `(?:show me |tell me )?what (?:happened|came|was|went on) first(?: and)? (?:then|next|what (?:happened |came |was )?(?:next|after|afterwards|later|then|last))(?: what)?`,
      `(?:what (?:all |events |things )?${HAPPENED}|(?:did )?(?:anything|something) happen(?:ed)?|(?:list |show me )?(?:(?:all |the )*events|(?:everything|all)(?: (?:that|which))?(?: (?:${HAPPENED}|was))?)|what were the events) (?<date>.+)`,
      // A day of the week alone is one of a timetable: "what happens on Mondays".
      `what (?:happens|will happen|is happening|s happening|is on|s on|is going on|s going on) (?<date>.*\\d.*)`,
      `what ${HAPPENED} (?:in|near) (?<about>(?!the |a |an |this |that |these |my |your |our |his |her |their |its |it |short|brief|general|detail|case|time|there|here|between|what|which)(?:[^ \\d]+(?: |$)){1,3}?(?:(?:on|in) .*\\d.*)?)`,
      "(?:die |eine |bitte )*(?:zeitleiste|zeitachse|zeitstrahl|chronik|zeitlicher ablauf|ablauf der ereignisse)(?: bitte)?|was (?:ist|war) wann (?:passiert|geschehen)|wann ist was passiert",
      `was (?:ist|war|passierte|geschah) (?:am|im) (?<date>.+?)(?: passiert| geschehen| los)?`,
      "(?:fais moi |donne moi )?(?:la |une )?(?:chronologie|frise chronologique)(?: des faits| des evenements)?(?: s il (?:te|vous) plait)?|que s est il passe quand",
      "(?:la |una |dame la |dammi la )?(?:cronologia|linea (?:de tiempo|del tiempo|do tempo|temporale))(?: de (?:los )?(?:hechos|eventos)| dei fatti| degli eventi| dos (?:factos|fatos|eventos))?(?: por favor)?",
      "(?:os|oś) czasu|chronologia(?: wydarzen)?|tijdlijn|kronoloji|zaman cizelgesi|хронология(?: событий)?|時系列|年表|时间线|时间轴|타임라인|연표|الجدول الزمني|समयरेखा",
      "что (?:произошло|случилось|было) (?<about>(?:\\d{1,2} \\p{Script=Cyrillic}+(?: \\d{4}(?: года)?)?)|в (?:понедельник|среду|четверг|пятницу|субботу|воскресенье)|во вторник|в \\d{4}(?: году)?)",
    ],
  },
];
