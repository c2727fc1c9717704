import { ABOUT, DOCUMENT, type Patterns, THE_WHOLE } from "./phrases.ts";

const BRIEFLY =
  "(?: (?:briefly|shortly|quickly|in (?:short|brief|a nutshell|a few words|one sentence|\\d+ (?:sentences|words|lines|points))|for me|for us|like i(?: a)?m (?:5|five)|again|here|so far|exactly|really|overall|in general|today))*";

/** "What happened", "tl;dr", "summarise this": what the documents are about, in short. */
export const overviewPatterns: readonly Patterns[] = [
  {
    patterns: [
      `(?:(?:explain|describe) )?(?:what(?: s| is|s| has| have|ve)?(?: (?:all|exactly|actually|really|just|even))* (?:happened|happening|happens|going on|been going on|been happening|up|new)|what is happening|what it s all about|what (?:this|it|that) (?:is|was)(?: all)? about|who did what)${BRIEFLY}`,
      `what(?: s| is|s) (?:all )?(?:this|that|it)(?: all)?${BRIEFLY}`,
      `what(?: s| is|s| are| was| were) (?:${THE_WHOLE}|they) (?:all )?about${BRIEFLY}`,
      `what (?:do|does) (?:${THE_WHOLE}|they|the ${DOCUMENT}s?) (?:all )?(?:say|tell(?: us| me)?|contain|cover|talk about|deal with)${BRIEFLY}`,
      `what(?: s| is|s| stands)? in (?:here|${THE_WHOLE})${BRIEFLY}`,
      `what (?:do|should|must) (?:i|we) (?:need to |have to )?know(?: about ${THE_WHOLE})?${BRIEFLY}`,
      `what(?: s| is|s) (?:the )?(?:whole )?(?:story|news|gist|matter|main (?:point|event|story|thing)|big picture|situation|tl ?dr|summary|deal|lowdown|topic|subject)(?: (?:of|with|about|in|behind) ${THE_WHOLE})?${BRIEFLY}`,
      `(?:overview|summary|summarization|recap|gist|tl ?dr|rundown|outline|synopsis|short version|long story short|main (?:points?|facts|events|news)|key (?:points?|facts|takeaways)|takeaways|big picture|briefing|digest|abstract|essentials?|essence|highlights|lowdown|story|facts|basics|(?:in )?a nutshell|in (?:a nutshell|short|brief))(?: (?:of|on|about|for) ${THE_WHOLE})?${BRIEFLY}`,
      `(?:summari[sz]e|tl ?dr|recap|sum up|outline|brief|(?:summari[sz]e|tl ?dr|recap|brief) (?:me|us)|catch me up|fill me in|bring me up to (?:speed|date)|get me up to (?:speed|date))(?: (?:on |about )?${THE_WHOLE})?(?: up)?${BRIEFLY}`,
      `(?:sum|wrap) ${THE_WHOLE} up${BRIEFLY}`,
      `(?:explain|describe) (?:to )?(?:me |us )?${THE_WHOLE}${BRIEFLY}`,
      `(?:i )?(?:just joined )?what (?:did|have|had) (?:i|we) miss(?:ed)?${BRIEFLY}`,
      "(?:was ist (?:hier |uberhaupt |denn |eigentlich )*(?:passiert|los|geschehen)|worum geht(?:s| s| es)?(?: (?:hier|es|uberhaupt|denn|eigentlich|darin|in den dokumenten))*|(?:gib mir |bitte )*(?:eine? )?(?:kurze[rn]? )?(?:zusammenfassung|uberblick|ubersicht)|fass(?:e)? (?:(?:das|es|mal|bitte|alles) )*zusammen|was steht (?:(?:da|hier|denn|alles|so) )*(?:drin|drinnen|in den (?:dokumenten|quellen|texten)))",
      "(?:qu est ce qui s est passe|que s est il passe|il s est passe quoi|c est quoi l histoire(?: en gros)?|de quoi (?:s agit il|ca parle)|(?:fais moi |donne moi )?(?:un |le )?resume(?:r)?)",
      "(?:que (?:paso|ha pasado|sucedio)|de que (?:trata|va)(?: esto)?|(?:dame |hazme )?(?:un )?resumen|resume(?:lo)?)(?: (?:porfa|por favor))?",
      "(?:o que (?:aconteceu|houve)|do que se trata|(?:me da |faz )?(?:um )?resumo|resume(?: ai)?|(?:che )?cosa e successo|di cosa (?:si tratta|parla)|riassunto|riassumi|wat is er (?:gebeurd|aan de hand)|waar gaat (?:dit|het) over|samenvatting|co sie (?:stalo|dzieje)|o co chodzi|podsumowanie|ne oldu|ozet|ozetle)",
      "(?:что (?:вообще )?(?:случилось|произошло|происходит)|о чем (?:это|речь)|кратко|резюме|(?:一体)?何があった(?:の|んですか|のですか)?|要約(?:して)?|まとめ(?:て)?|发生了什么(?:事)?|概括一下|总结(?:一下)?|简介|무슨 일이(?:야|에요|죠|었어)?|요약(?:해줘)?|ماذا حدث|ملخص|क्या हुआ|सारांश)",
    ],
  },
];

const SUMMARY =
  "(?:overview|summary|recap|gist|tl ?dr|rundown|outline|synopsis|short version|main points?|key (?:points?|facts)|briefing|digest)";

/**
 * "Give an overview of the strike", "what is the lawsuit about", "what happened between the two": wishes only where the
 * group "about" is what the documents tell of; else they ask about something in them.
 */
export const matterPatterns: readonly string[] = [
  `(?:give |write )?(?:me |us )?(?:an? |the )?${SUMMARY} (?:of|on|about) ${ABOUT}`,
  `(?:summari[sz]e|recap|outline|sum up) ${ABOUT}`,
  `what(?: s| is| was|s) ${ABOUT} (?:all )?about`,
  `what(?: s| is|s) (?:the )?(?:story|situation|deal|news) (?:of|with|about|behind|on) ${ABOUT}`,
  `(?:explain |tell (?:me|us) )?what (?:happened|is going on|s going on|went on|is happening) between ${ABOUT}`,
];
