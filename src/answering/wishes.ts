/** What somebody may want of the documents as a whole, where no command is named. */
export type Wish = "overview" | "sources";

const THE_WHOLE =
  "(?:(?:all )?(?:of )?(?:this|that|it|all this|everything|the (?:whole )?(?:event|thing|story|documents?|docs|files?|folder|articles?|sources|news|matter|case|situation|discussion|thread))(?: all)?)";
const BRIEFLY =
  "(?: (?:briefly|shortly|quickly|in (?:short|brief|a nutshell|a few words|one sentence|\\d+ (?:sentences|words|lines|points))|for me|for us|like i(?: a)?m (?:5|five)|again|here|so far|exactly|really|overall|in general|today))*";
const POLITELY =
  "(?:(?:so|ok|okay|well|and|please|pls|hey|hi|hello|bot|just joined|i just joined|sorry|can|could|would|will|you|u|someone|anyone|somebody|anybody|me|us|i|we|want|need|would like|d like|like|to|have|get|see|give|show|tell|write|quickly|briefly|a|an|the|some|quick|short|brief|little|good|general) )*";
const AFTER = "(?: (?:please|pls|plz|lol|thanks|thx|ty|then|now|though|tho|here|anyway|bot|all of this|you have))*";

/** Each over the whole message, as it reads in lower case and without signs. */
const patterns: Readonly<Record<Wish, readonly string[]>> = {
  overview: [
    `what(?: s| is|s)? (?:happened|happening|happens|going on|been going on|up|new)${BRIEFLY}`,
    `what(?: s| is|s| are| was| were) (?:${THE_WHOLE}|these|those|they|the (?:documents|docs|files|articles|sources)) (?:all )?about${BRIEFLY}`,
    `what (?:do|does) (?:the |these )?(?:documents?|docs|files?|articles?|sources?|folder) (?:say|tell|contain|cover|talk about)${BRIEFLY}`,
    `what(?: s| is|s) (?:the )?(?:whole )?(?:story|news|gist|matter|main (?:point|event|story|thing)|big picture|situation|tl ?dr|summary|deal)(?: (?:of|with|about|in|behind) ${THE_WHOLE})?${BRIEFLY}`,
    `${POLITELY}(?:overview|summary|summarization|recap|gist|tl ?dr|rundown|outline|synopsis|short version|long story short|main (?:points?|facts|events|news)|key (?:points?|facts|takeaways)|takeaways|big picture|briefing)(?: (?:of|on|about|for) ${THE_WHOLE})?${BRIEFLY}`,
    `${POLITELY}(?:summari[sz]e|recap|sum up|outline|brief|catch me up|fill me in|bring me up to (?:speed|date)|get me up to (?:speed|date))(?: (?:on |about )?${THE_WHOLE})?(?: up)?${BRIEFLY}`,
    `${POLITELY}(?:sum|wrap) ${THE_WHOLE} up${BRIEFLY}`,
    `${POLITELY}(?:explain|describe) (?:to )?(?:me |us )?${THE_WHOLE}${BRIEFLY}`,
    `(?:i )?(?:just joined )?what (?:did|have|had) (?:i|we) miss(?:ed)?${BRIEFLY}`,
    "(?:was ist (?:hier |uberhaupt |denn |eigentlich )*(?:passiert|los|geschehen)|worum geht(?:s| s| es)?(?: (?:hier|es|uberhaupt|denn|eigentlich|darin|in den dokumenten))*|(?:gib mir |bitte )*(?:eine? )?(?:kurze[rn]? )?(?:zusammenfassung|uberblick|ubersicht)|fass(?:e)? (?:das |es |alles )*zusammen)",
    "(?:qu est ce qui s est passe|que s est il passe|il s est passe quoi|c est quoi l histoire(?: en gros)?|de quoi (?:s agit il|ca parle)|(?:fais moi |donne moi )?(?:un |le )?resume(?:r)?)",
    "(?:que (?:paso|ha pasado|sucedio)|de que (?:trata|va)(?: esto)?|(?:dame |hazme )?(?:un )?resumen|resume(?:lo)?)(?: (?:porfa|por favor))?",
    "(?:o que (?:aconteceu|houve)|do que se trata|(?:me da |faz )?(?:um )?resumo|resume(?: ai)?|(?:che )?cosa e successo|di cosa (?:si tratta|parla)|riassunto|riassumi|wat is er (?:gebeurd|aan de hand)|waar gaat (?:dit|het) over|samenvatting|co sie (?:stalo|dzieje)|o co chodzi|podsumowanie|ne oldu|ozet|ozetle)",
    "(?:что (?:вообще )?(?:случилось|произошло|происходит)|о чем (?:это|речь)|кратко|резюме|(?:一体)?何があった(?:の|んですか|のですか)?|要約(?:して)?|まとめ(?:て)?|发生了什么(?:事)?|概括一下|总结(?:一下)?|简介|무슨 일이(?:야|에요|죠|었어)?|요약(?:해줘)?|ماذا حدث|ملخص|क्या हुआ|सारांश)",
  ],
  sources: [
    "(?:what|which) (?:sources?|documents?|docs|files?|articles?|papers?|texts?|references) (?:do (?:you|u|we) (?:have|know|use|read|got)|are (?:there|you using|in (?:here|there|the folder|this folder)|indexed|loaded|available)|(?:have|did) (?:you|u) (?:read|got|get|use|used)|can (?:you|u) (?:read|see|use))(?: here| read)?",
    "(?:please )?(?:list|show|give|name|tell)(?: me| us)? (?:all |all of )?(?:(?:the|your|ur|of your|its) )?(?:sources?|documents?|docs|files|articles|references|bibliography|source list)",
    "(?:sources|your sources|source list|list of (?:the |all )?(?:sources|documents|files))",
    "how many (?:sources|documents|docs|files|articles) (?:do (?:you|u) (?:have|know|use)|are (?:there|in (?:here|the folder))|did (?:you|u) read|have (?:you|u) (?:read|got))",
    "what (?:have|did) (?:you|u) read|what are your sources|what do you know(?: about)?|where (?:does|do) (?:your|the|ur) (?:answers|info|information|knowledge|facts) come from",
    "welche (?:quellen|dokumente|dateien) (?:hast|kennst) du(?: denn)?|(?:deine )?quellen|(?:quelles sont )?(?:tes|vos) sources|que (?:fuentes|documentos) tienes|fuentes|quais (?:as )?(?:suas )?fontes|fonti|bronnen|zrodla|какие (?:у тебя )?источники|источники|kaynaklar|出典|ソース|来源|출처",
  ],
};

const compiled = (Object.entries(patterns) as [Wish, readonly string[]][]).map(([wish, all]) => ({
  wish,
  pattern: new RegExp(`^(?:(?:so|ok|okay|and|hey|well|now) )*(?:${all.join("|")})${AFTER}$`, "u"),
}));

/** Characters of a wish at the most. */
const MAX_LENGTH = 120;

/**
 * Tells a wish for the documents as a whole ("what happened", "tl;dr", "which sources do you have") from a question about
 * something in them ("what happened to the school", "what is this clause about"): a wish has not one word beside it.
 */
export function readWish(message: string): Wish | null {
  if (message.length > MAX_LENGTH) return null;
  const text = message
    .normalize("NFD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Cyrillic}])\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return compiled.find(({ pattern }) => pattern.test(text))?.wish ?? null;
}
