const ASKS = /^(?:how|what|who|why|when|where|which|wie|wer|wo|wann|warum|was ist)\b/i;
/** Verbs that are hardly ever nouns. */
const VERB =
  /(?<![\p{L}\p{N}])(?:is|are|was|were|isn['’]t|aren['’]t|has|have|had|can|cannot|can['’]t|must|mustn['’]t|won['’]t|should|shall|does|did|costs|opens|closes|begins|takes|belongs|arrives|departs|ist|sind|hat|haben|kostet|kosten|darf|dürfen|kann|können|muss|müssen|wird|werden|findet|beginnt|öffnet|schließt|endet|gilt|liegt|est|sont|coûte|ouvre|ferme)(?![\p{L}\p{N}])/iu;
/** "tulip42", "19:00", "5 €", "€5", "20 %", "80 minutes", a telephone number, an address of mail or the web. */
const FACT =
  /\p{L}{3,}\d|\d[:.]\d{2}(?!\d|\.\d)|\d\s?[%€$£]|[%€$£]\s?\d|\d\s(?!(?:and|or|to|of|in|for|on|at|by|und|oder|bis|von)\b)\p{Ll}{2,}|\d[\d ()/-]{5,}\d|\S@\S|https?:/u;
/** Dates and numbers that only tell one document or part from another. */
const NAMES =
  /\b\d{1,4}(?:[-./]\d{1,2}){2,}\b|\b\d{4}[-/]\d{2,4}\b|\b(?:19|20)\d{2}\b|\bv\d[\d.]*|\b\d+(?:\.\d+){2,}\b/gi;

/**
 * Whether a heading, or a first line that could be one, says something by itself: "The wifi password is tulip42",
 * "Crossing: 80 minutes". "Minutes of 3 May 2024" and "Fees" only name what stands below them.
 */
export function isStatement(text: string): boolean {
  if (ASKS.test(text)) return false;
  return VERB.test(text) || /\S:\s+\S/.test(text) || FACT.test(text.replace(NAMES, ""));
}
