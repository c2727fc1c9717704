/** Nouns that a number stands behind to tell one of a kind from another: "room 12", "Note 7", "p. 3". */
const NOUNS =
  "rooms?|notes?|items?|pages?|p\\.|pp\\.|lines?|chapters?|sections?|parts?|steps?|phases?|stages?|days?|weeks?|rounds?|games?|match|lots?|plots?|no\\.?|nos\\.?|number|nr\\.?|versions?|releases?|levels?|grades?|class|units?|lessons?|exercises?|questions?|tasks?|tickets?|issues?|figures?|fig\\.|tables?|groups?|teams?|tracks?|bus|tram|line|routes?|platforms?|gates?|floors?|buildings?|blocks?|halls?|houses?|flats?|apartments?|seats?|rows?|types?|models?|acts?|scenes?|volumes?|vol\\.|channels?|rules?|articles?|art\\.|paragraphs?|appendix|wards?|districts?|stations?|samples?|sites?|trials?|experiments?|runs?|tests?|wells?|pumps?|tanks?|boats?|lanes?|pitch|courts?|fields?|bins?|box|keys?|doors?|year|season|episodes?|cards?|stops?|berths?|cabins?|tables?|points?|agenda|motions?|resolutions?|annex|option|candidate|case|player|node|port|ports|error|code|codes|status|python|node|article|area|zone|sector|unit|engine|train|flight|hwy|highway|route|exit|junction|mile|km";

/** Such a noun right before the number that follows; its group is the noun with the blank behind it. */
export const LABEL_NOUN_BEFORE = new RegExp(`\\b((?:${NOUNS})\\s+)$`, "i");
const LABEL = new RegExp(`\\b(${NOUNS})\\s+(\\d+)(?![\\d:.,]*\\d)`, "gi");

/** Which of each kind a text tells of: of "Note 7 says that gate 3 opened", note 7 and gate 3. @returns by the noun */
export function labelsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  if (!/\d/.test(text)) return labels;
  for (const [, noun = "", number = ""] of text.matchAll(LABEL)) {
    const kind = noun.toLowerCase().replace(/s?\.?$/, "");
    labels.set(kind, (labels.get(kind) ?? new Set()).add(number));
  }
  return labels;
}
