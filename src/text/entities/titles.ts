import { isTitleOfPerson } from "./roles.ts";

/** Words before a name that go with it and say nothing of an office. */
const HONORIFICS: ReadonlySet<string> = new Set(
  `mr mrs ms mx miss madam mme mlle dr doctor prof professor sir lord lady dame hon rev reverend fr sra sr senor senora
  herr frau hr monsieur madame signor signora don dona`.split(/\s+/),
);
/** Offices and ranks, mostly shortened, that stand before a name. */
const OFFICES: ReadonlySet<string> = new Set(
  `sen rep gov gen col maj capt lt sgt governor general colonel major captain lieutenant sergeant admiral private corporal
  commander constable congressman congresswoman representative mp mep ceo cfo cto coo cio vp chairman chairwoman chair chief
  head king queen prince princess emperor pope cardinal archbishop bishop rabbi imam sheikh father sister brother pastor
  vicar saint baron baroness count countess duke duchess chancellor premier attorney counsel justice judge coach aunt uncle
  grandma grandpa analyst spokesman spokeswoman spokesperson reporter correspondent officer agent detective inspector`.split(
    /\s+/,
  ),
);
/** Words of a title, or beside one, that are none alone: "Foreign Policy" is nobody. */
const PARTS_OF_TITLE: ReadonlySet<string> = new Set(
  "foreign prime elect administration government police patrol patrols brigade brigades crew crews committee committees council councils jury juries".split(
    " ",
  ),
);
const MALE = new Set(
  "mr sir lord king prince emperor pope baron count duke herr hr monsieur signor uncle grandpa congressman chairman".split(
    " ",
  ),
);
const FEMALE = new Set(
  "mrs ms miss lady dame queen princess baroness countess duchess frau madame mme mlle signora sra aunt grandma congresswoman chairwoman".split(
    " ",
  ),
);

/** @param word folded, without a full stop */
export function isHonorific(word: string): boolean {
  return HONORIFICS.has(word);
}

/** Whether a word with a capital before a name is no part of it: "Mrs", "Mayor", "CEO". @param word folded, without a full stop */
export function isTitle(word: string): boolean {
  const plain = word.replace(/-(?:elect|designate)$/, "").replace(/^(?:vice|ex|deputy)-/, "");
  return HONORIFICS.has(plain) || OFFICES.has(plain) || (isTitleOfPerson(plain) && !PARTS_OF_TITLE.has(plain));
}

/** @param word folded, without a full stop */
export function genderOfTitle(word: string): "male" | "female" | null {
  return MALE.has(word) ? "male" : FEMALE.has(word) ? "female" : null;
}
