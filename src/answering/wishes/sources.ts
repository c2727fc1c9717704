import type { Patterns } from "./phrases.ts";

/** "What sources do you have", "list your documents", "where did you get that from". */
export const sourcesPatterns: readonly Patterns[] = [
  {
    patterns: [
      "(?:what|which) (?:sources?|documents?|docs|files?|articles?|papers?|texts?|references) (?:do (?:you|u|we) (?:have|know|use|read|got)|are (?:there|you using|in (?:here|there|the folder|this folder)|indexed|loaded|available)|(?:have|did) (?:you|u) (?:read|got|get|use|used)|can (?:you|u) (?:read|see|use))(?: here| read)?",
      `(?:list |name |print )?(?:all |all of |of )*(?:(?:the|your|ur|its|these) )*(?:(?:source|document|file|article|reference) list|list of (?:all )?(?:the |your )*(?:sources|documents|docs|files|articles|references)|sources|documents|docs|files|articles|references|bibliography)(?: (?:you (?:have|use|know|read)|there are|available))?`,
      "how many (?:sources|documents|docs|files|articles) (?:do (?:you|u) (?:have|know|use)|are (?:there|in (?:here|the folder))|did (?:you|u) read|have (?:you|u) (?:read|got))",
      "what (?:have|did) (?:you|u) read(?: to know (?:this|that|it|all this))?|what are your (?:sources|documents)|(?:on )?what (?:are you|is (?:this|that|it)) based on(?: what)?|what (?:documents|sources|articles|files) (?:are you|is (?:this|that|it)) based on|where (?:did|do) (?:you|u) (?:get|have|take) (?:this|that|it|those|these|your (?:info|information|answers|facts|knowledge))(?: info| information)? from|where (?:is|s|does) (?:this|that|it|all this|(?:your|ur) (?:info|information|knowledge)) (?:info |information )?(?:come )?from|what do you know(?: about)?|where (?:does|do) (?:your|the|ur) (?:answers|info|information|knowledge|facts) come from",
      "welche (?:quellen|dokumente|dateien) (?:hast|kennst) du(?: denn)?|(?:deine )?quellen|(?:quelles sont )?(?:tes|vos) sources|que (?:fuentes|documentos) tienes|de donde (?:sale|viene|sacas) (?:esa|esta|eso|la) ?(?:info|informacion)?|woher (?:hast|weisst) du das|fuentes|quais (?:as )?(?:suas )?fontes|fonti|bronnen|zrodla|какие (?:у тебя )?источники|источники|kaynaklar|出典|ソース|来源|출처",
    ],
  },
];
