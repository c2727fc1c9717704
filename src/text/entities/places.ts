import { NUMBER, PLACE, YEAR } from "./entity-kinds.ts";
import { findAll, type Mention } from "./mention.ts";
import { holdsSign, signOf } from "./signs.ts";

const WAY =
  "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Square|Sq|Way|Close|Court|Place|Terrace|Boulevard|Blvd|Hill|Row|Crescent|Quay|Gardens|Highway|Alley|Wharf|Embankment";
const ADDRESSES = new RegExp(
  [
    `(?:\\b\\d{1,4}[a-zA-Z]?,?\\s+)?(?:\\p{Lu}[\\p{L}'’-]+\\s+){1,3}(?:${WAY})(?!\\p{L})`,
    "\\p{Lu}\\p{L}*-?(?:[Ss]tr\\.|[Ss]tra(?:ß|ss)e|[Ww]eg|[Pp]latz|[Gg]asse|[Aa]llee)(?:\\s+\\d{1,3}[a-z]?(?!\\p{L}))?",
    "(?<!\\p{L})(?:Rue|Via|Calle|Plaza|Piazza|Place|Avenida|Rua)\\s+(?:de(?:lla|l|s| la)?\\s+)?\\p{Lu}\\p{L}+(?:,?\\s+\\d{1,3}[a-z]?(?!\\p{L}))?",
  ].join("|"),
  "gu",
);
const WAY_WORDS = `${WAY}|Rue|Via|Calle|Plaza|Piazza|Avenida|Rua`;
const MAY_HOLD_WAY = new RegExp(`\\b(?:${WAY_WORDS})\\b`);
const MAY_HOLD_GERMAN_WAY = /(?:str\.|stra(?:ß|ss)e|[Ww]eg|platz|gasse|allee)(?![a-zß-ÿ])/;
const WAY_SIGN = signOf(WAY_WORDS.toLowerCase().replaceAll("|", " "));
const ROOMS = new RegExp(
  [
    "\\b(?:(?:rooms?|rm\\.?|halls?|suite|lab|building|block|wing|gate|booth|floor|platform|dock|pitch)\\s+(?:[A-Za-z]?\\d{1,4}(?:[.-]\\d+)?[a-zA-Z]?|[A-Z])(?![\\wà-ÿ])(?!\\s+(?:of|people|guests|times)\\b))",
    "\\b(?:\\d{1,2}(?:st|nd|rd|th)|ground|first|second|third|fourth|fifth|top|lower|upper)[\\s-]+floor\\b",
    "\\b(?:aula|upstairs|downstairs|outdoors|indoors|on site|on-site|online)\\b",
  ].join("|"),
  "gi",
);
const OWNER = "(?:the|our|a|an|its|their|your|his|her|my|every|each|this|that)";
const ROOM_SIGN = signOf(
  `rooms? rm halls? suite lab building block wing gate booth floor platform dock pitch aula upstairs downstairs outdoors
  indoors site online`,
);
/** In lower case a place is told by what stands before it, or by what it is. */
const BESIDE = new RegExp(
  `\\b(?:opposite|behind|beside|next to|in front of|across from|around the corner from|beneath|underneath|outside|inside|near|close to|adjacent to)\\s+${OWNER}\\s+(?:[\\wà-ÿ]+\\s+)?(?!(?:times?|end|law|rules?|curtain|idea|scenes?|box|moment|future|past|way|day|scheme)\\b)[\\wà-ÿ]{3,}`,
  "gi",
);
const BESIDE_SIGN = signOf(
  "opposite behind beside next front across corner beneath underneath outside inside near close adjacent",
);
const KIND =
  "room|hall|church|chapel|cathedral|school|classroom|college|university|campus|library|museum|gallery|theatre|theater|cinema|station|stop|airport|harbour|harbor|port|pier|dock|quay|bridge|tower|castle|house|hut|cabin|barn|shed|garage|cellar|basement|attic|kitchen|bathroom|toilets?|bedroom|lounge|lobby|foyer|corridor|hallway|stairs|staircase|entrance|exit|gate|door|desk|reception|counter|cupboard|cabinet|drawer|shelf|shelves|locker|office|shop|store|market|bakery|bank|post office|pharmacy|hospital|clinic|surgery|hotel|hostel|inn|pub|bar|café|cafe|canteen|restaurant|gym|pool|stadium|arena|pitch|field|park|garden|yard|courtyard|playground|car park|parking lot|square|corner|street|road|lane|path|village|town|city|centre|center|river|lake|beach|coast|shore|island|forest|wood|woods|valley|hill|mountain|farm|mill|factory|workshop|studio|warehouse|laboratory|lab|tent|stage|stand|stall|booth|meadow|roof|terrace|balcony|laundry|crossroads|junction|roundabout|noticeboard|fridge|freezer|bin|bins|folder|website";
const WHERE = new RegExp(
  `\\b(?:in|at|on|inside|outside|near|from|behind|to|into|by|under|above|below|via|through)\\s+${OWNER}\\s+(?:[\\wà-ÿ'’-]+\\s+){0,2}(?:${KIND})\\b`,
  "gi",
);

/** The first word of each kind, as far as it is of ASCII. */
const KIND_SIGN = signOf(KIND.replaceAll(/ \w+/g, "").replace("café", "caf").replaceAll("|", " "));

/** Addresses, rooms, and places named in lower case with the word that says where. */
export function findPlaces(text: string): Mention[] {
  return [
    ...(mayHoldAddress(text) ? findAll(text, ADDRESSES, PLACE, NUMBER | YEAR) : []),
    ...(holdsSign(text, ROOM_SIGN) ? findAll(text, ROOMS, PLACE, NUMBER | YEAR) : []),
    ...(holdsSign(text, BESIDE_SIGN) ? findAll(text, BESIDE, PLACE) : []),
    ...(holdsSign(text, KIND_SIGN) ? findAll(text, WHERE, PLACE) : []),
  ];
}

function mayHoldAddress(text: string): boolean {
  return (holdsSign(text, WAY_SIGN) && MAY_HOLD_WAY.test(text)) || MAY_HOLD_GERMAN_WAY.test(text);
}
