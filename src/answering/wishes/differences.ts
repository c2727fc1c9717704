import { ABOUT, DOCUMENT, type Patterns, THE_DOCUMENTS } from "./phrases.ts";

const DIFFER =
  "(?:disagree|differ|contradict|conflict|diverge|deviate|vary|clash|not agree|not match|fail to agree)(?: from| with)?(?: each other| one another| themselves)?";
const TOPIC = `(?: (?:(?:about|on|over|regarding|concerning|as to|when it comes to)(?: ${ABOUT})?))?`;
const EACH_OTHER = `(?: (?:between|among|amongst|across|in|within|of|from|by) ${THE_DOCUMENTS})?`;
const NOUNS =
  "(?:inconsistenc(?:y|ies)|contradictions?|discrepanc(?:y|ies)|disagreements?|dissent|differences|mismatch(?:es)?|conflicting (?:numbers|figures|reports|accounts|statements|versions|claims|information|facts|details|dates|sources)|contradictory (?:numbers|figures|reports|accounts|statements|claims|information))";

/** "What do the sources disagree about", "any inconsistencies?", "do all the reports agree on the number". */
export const differencesPatterns: readonly Patterns[] = [
  {
    needs:
      "agree|differ|contra|conflict|inconsist|consist|discrepan|disput|contest|match|compare|diverge|vary|clash|devia|same|dissent|odds|line",
    patterns: [
      `(?:what|where|when|how|why|in what|on what|about what|(?:which|what) (?:facts|points|things|numbers|details|dates|names)|in which (?:points|things)|on which (?:facts|points|numbers)) (?:do|does|did|is it that) (?:${THE_DOCUMENTS}|they) (?:all )?${DIFFER}${TOPIC}`,
      `(?:do|does|did|don t) (?:${THE_DOCUMENTS}|every ${DOCUMENT}|each ${DOCUMENT}) (?:all |ever |really |even )*(?:${DIFFER}|agree(?: with each other)?|match|(?:tell|say|report|give|claim) the same(?: thing| things| story| facts| numbers?| figures)?)(?: or not)?${TOPIC}`,
      `(?:is there |are there )?(?:anything|something|points|facts|things) (?:that |on which |about which |where )?${THE_DOCUMENTS} (?:do not |don t |can t |cannot )?(?:${DIFFER}|agree)${TOPIC}`,
      `(?:where |on what )?(?:is there |are there |do you see |any sign of )?(?:any |some |a |the )*${NOUNS}${EACH_OTHER}${TOPIC}`,
      `(?:find |show |list |spot |point out |what (?:are|were|is) |where are )(?:all |any |the |me |us |some |biggest |main )*${NOUNS}${EACH_OTHER}${TOPIC}`,
      `differences(?: (?:between|among|across) ${THE_DOCUMENTS})?`,
      "(?:what|which facts?|which points?|which numbers?)(?: s| is| are| was| were)? (?:still )?(?:disputed|contested|in dispute|contradictory|inconsistent|disagreed(?: up)?on|controversial between the sources)",
      `(?:are|were) (?:${THE_DOCUMENTS}) (?:all )?(?:consistent|inconsistent|contradictory|in (?:agreement|line|conflict)|at odds)(?: with (?:each other|one another))?${TOPIC}`,
      "(?:which|what) (?:facts|points|things|numbers|details|dates|names|figures) (?:do not |don t |do )?(?:match|agree|differ|conflict|add up)(?: up)?",
      "who says what differently|who contradicts (?:whom|who)|which (?:sources|reports|articles|documents) (?:disagree|contradict each other|conflict)",
      `compare (?:all )?${THE_DOCUMENTS}(?: (?:on|about|regarding) ${ABOUT})?`,
      `how (?:consistent|different) are ${THE_DOCUMENTS}${TOPIC}`,
    ],
  },
  {
    patterns: [
      "(?:wo|worin) (?:widersprechen sich|unterscheiden sich) (?:die )?(?:quellen|dokumente|berichte|artikel)|(?:gibt es )?widerspruche|(?:sind sich|stimmen) (?:alle )?(?:die )?(?:quellen|berichte) (?:einig|uberein)",
      "(?:ou|sur quoi) (?:est ce que )?les (?:versions|sources|articles|recits) (?:divergent|se contredisent|different)(?: elles| ils)?|(?:des |y a t il des )?contradictions|en que (?:se )?(?:contradicen|difieren|discrepan) (?:las fuentes|los articulos)|(?:hay )?contradicciones|(?:ha )?contradicoes|contraddizioni|tegenstrijdigheden|sprzecznosci",
      "в чем (?:расходятся|противоречат) (?:друг другу )?источники|противоречия|矛盾(?:点)?(?:は)?|矛盾之处|有什么矛盾|모순(?:점)?",
    ],
  },
];
