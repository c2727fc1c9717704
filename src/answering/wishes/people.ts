import { type Patterns, THE_WHOLE } from "./phrases.ts";

const PEOPLE =
  "(?:people|persons|individuals|names|characters|actors|figures|players|organi[sz]ations|orgs|companies|institutions|agencies|parties|groups|participants|protagonists|personalities|politicians|officials)";
const KINDS = `${PEOPLE}(?: (?:and|or) (?:the )?(?:people|persons|organi[sz]ations|companies|places|groups|names))?`;
const KEY = "(?:(?:key|main|central|important|relevant|major|leading|all|the|different|various) )*";
const HERE = `(?:(?:in|of|from|by|behind) ${THE_WHOLE}|here|there)`;
const IN_IT = `(?:(?:(?:who|that|which) )?(?:(?:are|is|were|was) )?(?:all )?(?:${HERE}|(?:involved|mentioned|named|quoted|talked about|spoken of|appearing|concerned)(?: ${HERE})?))`;
const APPEARS =
  "(?:appears?|comes? up|shows? up|occurs?|features?|plays? a (?:role|part)|(?:is|are) (?:mentioned|named))";

/** "Who is involved", "list all people", "which organisations are there". */
export const peoplePatterns: readonly Patterns[] = [
  {
    needs: PEOPLE,
    patterns: [
      `who (?:is|are|was|were|s) (?:the )?${KEY}${PEOPLE}(?: ${IN_IT})?`,
      `(?:(?:name |names of |the names of )?${KEY}${KINDS}|list of (?:the )?${KINDS}|people list)(?: ${IN_IT})?`,
      `(?:what|which) ${KEY}${KINDS} (?:${APPEARS}|(?:(?:are|were) (?:there|mentioned|named|quoted|involved|${HERE})|do (?:you|they|${THE_WHOLE}) (?:know|mention|name|talk about)))(?: ${HERE})?`,
    ],
  },
  {
    needs: "every|cast|dramatis",
    patterns: [
      `(?:(?:name |names of |the names of )?(?:everyone|everybody)|cast(?: of characters)?|dramatis personae)(?: ${IN_IT})?`,
    ],
  },
  {
    patterns: [
      `who(?: (?:is|are|was|were|s|all|else|everyone))*(?: (?:involved|mentioned|named|quoted|concerned|${APPEARS}))(?: ${HERE})?`,
      `who (?:is|are|was|were|s)(?: (?:all|else|everyone))* ${HERE}`,
      `whos (?:involved|mentioned|named|quoted)(?: ${HERE})?|whos? who|who s who|who is who`,
      "wer (?:ist|war|waren|sind) (?:hier |alles |noch )*(?:beteiligt|dabei|involviert)|welche (?:personen|leute|organisationen|firmen)(?: und (?:personen|organisationen))? (?:kommen (?:hier |darin )?vor|gibt es|werden (?:erwahnt|genannt)|sind (?:beteiligt|dabei))|(?:alle |liste der )?(?:personen|beteiligten)",
      "qui est (?:implique|concerne)|qui sont les (?:personnes|acteurs|protagonistes)(?: impliques?)?|quelles (?:personnes|organisations) (?:sont (?:citees|mentionnees|impliquees)|y a t il)|quien(?:es)? (?:esta|estan) (?:involucrad[oa]s?|implicad[oa]s?)|quienes son (?:los )?(?:implicados|protagonistas)",
      "quem sao (?:os )?(?:envolvidos|protagonistas)|quem esta envolvido|chi (?:e|sono) (?:coinvolt[oi]|i protagonisti)|wie zijn er (?:allemaal )?(?:bij )?betrokken|kto (?:jest|byl) zamieszany|kimler (?:var|dahil)|кто (?:здесь )?(?:участвует|замешан|участники)",
      "(?:都)?有哪些人(?:物)?|谁参与了|都有谁|登場人物(?:は)?|関係者(?:は(?:誰)?)?|등장인물(?:은)?|누가 관련(?:되어 있나요|됐어)|من (?:هم )?المعنيون|कौन शामिल है",
    ],
  },
];
