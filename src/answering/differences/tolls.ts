import type { Claims } from "./claims.ts";
import type { Quantity } from "./quantities.ts";

/** How many of what came to which harm, or the like: "24 people were killed". */
export interface Toll {
  readonly claims: Claims;
  readonly quantity: Quantity;
  /** What is counted, what became of it, and of which part: two figures are of one thing only where that is the same. */
  readonly key: string;
  /** For a heading: "dead", "buildings damaged". */
  readonly topic: string;
}

interface State {
  readonly name: string;
  /** Behind the number: "24 people were killed", "24 dead". */
  readonly behind: string;
  /** Right before the number: "killing at least five". */
  readonly before: string;
  /** Before the number, with words between: "the death toll rose to 11". */
  readonly counted: string;
}

const STATES: readonly State[] = [
  {
    name: "dead",
    behind:
      "killed|dead|died|deaths?|fatalit(?:y|ies)|(?:lost|lose) their li(?:fe|ves)|lives(?: were| have been)? lost|perished",
    before: "kill(?:s|ed|ing)",
    counted: "death toll|toll|number of (?:the )?(?:dead|deaths|victims|fatalities|people killed)|deaths|dead",
  },
  {
    name: "injured",
    behind: "injured|hurt|wounded|injuries|casualties",
    before: "injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:ing)?",
    counted: "number of (?:the )?(?:injured|wounded|injuries)|injured|injuries",
  },
  {
    name: "missing",
    behind: "(?:still |reported )?(?:missing|unaccounted for|sought)",
    before: "",
    counted: "number of (?:the |people |those )?missing|missing",
  },
  { name: "trapped", behind: "(?:still |remain(?:ed)? )?trapped", before: "trap(?:s|ped|ping)", counted: "" },
  { name: "evacuated", behind: "evacuated|moved to safety", before: "evacuat(?:es?|ed|ing)", counted: "" },
  { name: "rescued", behind: "rescued|saved", before: "rescu(?:es?|ed|ing)|sav(?:es?|ed|ing)", counted: "" },
  {
    name: "arrested",
    behind: "arrested|detained|taken into custody",
    before: "arrest(?:s|ed|ing)|detain(?:s|ed|ing)",
    counted: "number of arrests|arrests",
  },
  { name: "homeless", behind: "(?:left |made )?homeless|displaced", before: "displac(?:es?|ed|ing)", counted: "" },
  {
    name: "damaged",
    behind: "(?:badly |severely |heavily |seriously )?damaged",
    before: "damag(?:es?|ed|ing)",
    counted: "",
  },
  {
    name: "destroyed",
    behind: "(?:totally |completely )?(?:destroyed|flattened|razed|demolished)",
    before: "destroy(?:s|ed|ing)|flatten(?:s|ed|ing)",
    counted: "",
  },
];
const AUXILIARY =
  "(?:\\s+(?:were|was|are|is|have|has|had|been|being|be|so far|now|reportedly|reported|confirmed|listed as|counted|still|remain|remained|also|believed|said to be))*";
const RISES = "(?:\\s+\\p{L}+){0,12}?\\s*(?::|\\s(?:to|at|of|as|is|was|stands? at|stood at))\\s*$";
const compiled = STATES.map(({ name, behind, before, counted }) => ({
  name,
  behind: new RegExp(`^${AUXILIARY}\\s+(?:as\\s+)?(?:${behind})(?!\\p{L})`, "iu"),
  before: before === "" ? null : new RegExp(`\\b(?:${before})\\s+$`, "i"),
  counted: counted === "" ? null : new RegExp(`\\b(?:${counted})\\b${RISES}`, "iu"),
}));

/** "at least", "as many as": between a verb and its number. */
const QUALIFIER =
  /(?:(?:at least|more than|over|about|around|some|nearly|almost|up to|as many as|an estimated|approximately|roughly|only|just|the)\s+)+$/i;
/** One part of those counted: "another four", "two of the dead". */
const PART_BEFORE =
  /\b(?:another|further|additional|more|other|of the|of them|of those|of whom|including|among|one of|(?:populations?|half|thirds?|quarters?|groups?|crowds?|crews?|teams?|famil(?:y|ies)|out) of)\s+$/i;
const PART_BEHIND = /^\s+(?:others?|more|further|additional|of (?:the|them|those|whom|its|his|her|their))\b/i;
const PLACE =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?:\p{Ll}+\s+)?((?:\p{Lu}[\p{L}’'-]+\s*)+|(?:\p{Ll}+\s+)?(?:districts?|villages?|towns?|area|hospitals?|region|school|buildings?|streets?|county|city)\b)/gu;
/** Who goes on being told of after a year, or by the year, is of another event. */
const OTHER_TIME =
  /\b(?:1[5-9]|20)\d\d\b|\b(?:last|previous) (?:year|month|april|may|june|july)\b|\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\byears? ago\b|\b(?:a|per|every|each) year\b|\bannual/i;
/** Of an earlier report, or of one that nobody stands for: "we gave the number as 14", "at first 30 were missing". */
const OF_A_REPORT =
  /\b(?:we (?:gave|wrote|said|reported|printed)|(?:had been|was|were) (?:given|put|reported|stated) (?:as|at)|earlier (?:version|reports?|figures?)|initially|first reports?|mistakenly|wrongly|incorrectly|previous(?:ly)?|original(?:ly)?|at first|not true|rubbish)\b/i;

const MAY_TELL = new RegExp(
  STATES.flatMap(({ behind, before, counted }) => [behind, before, counted])
    .filter((pattern) => pattern !== "")
    .join("|"),
  "i",
);
const PEOPLE = new Set(["peopl", "victim", "live", "dead", "fatal", "death", "injuri", "casualti"]);
const BUILDINGS = new Set(["hous", "build", "structur"]);
const OF_HARM = /^(?:dead|injured|wounded|missing|killed|hurt)$/;
const OF_BUILDINGS = /^(?:damaged|destroyed)$/;

/** Whether a text may hold a toll at all: a look that is cheap. */
export function mayTellToll(text: string): boolean {
  return MAY_TELL.test(text);
}

/** Whether a number says how many came to harm, or the like. */
export function tellsToll({ text }: Claims, quantity: Quantity): boolean {
  return stateOf(text, quantity) !== null;
}

/**
 * The tolls that a sentence tells of the event that its document is about.
 *
 * @param before the sentence before it: "In 2009 …" dates the next one too
 * @param isOfEvent whether a place's name is that of the event as a whole, and so no part of it
 */
export function findTolls(claims: Claims, before: string, isOfEvent: (place: string) => boolean): Toll[] {
  const { text, quantities, isDenied } = claims;
  if (isDenied || [text, before].some((one) => OTHER_TIME.test(one)) || OF_A_REPORT.test(text)) return [];
  const places = Array.from(text.matchAll(PLACE), ([, place = ""]) => place.trim()).filter(
    (place) => !isOfEvent(place),
  );
  const scope = [...new Set(places.map((place) => place.toLowerCase()))].sort().join(", ");
  return quantities.flatMap((quantity) => {
    const state = stateOf(text, quantity);
    const counted = state === null ? null : thingCounted(quantity, state);
    if (state === null || counted === null || isPart(text, quantity)) return [];
    const topic = counted === "people" ? state : `${counted} ${state}`;
    return [{ claims, quantity, key: `${topic} ${scope}`, topic }];
  });
}

function stateOf(text: string, quantity: Quantity): string | null {
  if (quantity.dimension !== "count" && quantity.dimension !== "plain") return null;
  const behind = text.slice(quantity.end);
  const afterNoun = behind.slice(lengthOfNoun(behind, quantity));
  const ahead = text.slice(0, quantity.start).replace(QUALIFIER, "");
  // "killed 25 million Chinese": of whom it does not count all.
  if (quantity.noun === null && /^\s+\p{Lu}/u.test(behind)) return null;
  const found =
    compiled.find((one) => one.behind.test(behind) || one.behind.test(afterNoun)) ??
    compiled.find((one) => one.before?.test(ahead)) ??
    (quantity.noun === null ? compiled.find((one) => one.counted?.test(ahead)) : undefined);
  return found?.name ?? null;
}

function isPart(text: string, quantity: Quantity): boolean {
  const behind = text.slice(quantity.end);
  const afterNoun = behind.slice(lengthOfNoun(behind, quantity));
  return PART_BEFORE.test(text.slice(0, quantity.start)) || PART_BEHIND.test(behind) || PART_BEHIND.test(afterNoun);
}

/** Characters behind a number up to the end of what it counts. */
function lengthOfNoun(behind: string, { kind, noun }: Quantity): number {
  if (noun === null) return 0;
  return new RegExp(`^(?:[\\s-][\\p{L}'’.]+){${kind.length + 1}}`, "u").exec(behind)?.[0].length ?? 0;
}

/** @returns null where a state does not go with what is counted */
function thingCounted({ noun, nounWord, kind }: Quantity, state: string): string | null {
  const isOfBuildings = OF_BUILDINGS.test(state);
  if (noun === null) return isOfBuildings ? null : "people";
  if (BUILDINGS.has(noun)) return isOfBuildings ? "buildings" : null;
  if (PEOPLE.has(noun)) return !isOfBuildings && kind.every((word) => OF_HARM.test(word)) ? "people" : null;
  return nounWord;
}
