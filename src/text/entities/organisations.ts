/** What an organisation may be called, in lower case: "a law firm", "the Irish Peat Board". */
const NOUNS: ReadonlySet<string> = new Set(
  `academy administration affiliate agency airline airlines alliance army assembly association authority bakery band bank
  bar board brewery broadcaster bureau business cabinet campaign casino chamber channel charity choir church clinic club
  coalition college commission committee company conglomerate congregation congress consortium consulate consultancy
  cooperative corporation council court department division embassy enterprise factory faculty federation firm force
  foundation franchise government group guild hospital hotel institute institution laboratory league library
  magazine maker manufacturer mill militia ministry mission movement museum network newspaper office operator orchestra
  organisation organization outlet paper parliament partnership party police producer provider publisher regulator
  restaurant retailer school secretariat senate service services shop society startup store studio studios subsidiary
  supermarket supplier syndicate team theatre theater trust union university watchdog workshop`.split(/\s+/),
);

/** Words that end the name of an organisation and say so: "Reed & Sons", "Marlow Ltd", "The Hill Gazette". */
const ENDINGS: ReadonlySet<string> = new Set(
  `ag aps bv bvba chronicle co conservancy corp courier echo gazette gmbh guard herald holdings inc industries intelligence
  international journal kg limited llc llp ltd news nv observer oy parish partners plc post press radio sa sarl spa sons
  standard survey systems technologies telegraph television tribune tv times weekly`.split(/\s+/),
);
/** Words in capitals that head the name of one: "Ministry of Peat", "Centers for Disease Control". */
const HEADS: ReadonlySet<string> = new Set(
  `academy agency association authority bank board bureau center centers centre chamber church college commission committee
  company conference confederation council court department directorate faculty federation foundation guild house
  institute institution league library ministry museum office parliament party school secretariat senate society trust
  union university`.split(/\s+/),
);
/** What is not an organisation though its last word may be one's: a building, an occasion. */
const LONE = new Set(
  `bank bar board business campaign case center centre channel church city club company council court department division
  factory force government group hospital hotel house library mill mission movement museum network office paper parish
  party police post press radio restaurant school service services shop society standard store survey systems team theatre theater
  times trust union university workshop administration committee commission ministry agency association news congregation
  embassy foundation institute league journal journals guard sons`.split(/\s+/),
);
/** Those whose one word says nothing of what they are. */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  `adobe airbnb amazon apple bloomberg boeing facebook github gitlab google greenpeace hamas hezbollah ibm instagram intel
  interpol kremlin linkedin microsoft mozilla nasa nato netflix nokia openai paypal pentagon politico reddit reuters
  samsung siemens sony spotify taliban tesla tiktok toyota twitter uber unesco unicef vatican verizon volkswagen volvo
  walmart whatsapp wikileaks wikipedia yahoo youtube`.split(/\s+/),
);
const WELL_KNOWN_NAMES: ReadonlySet<string> = new Set([
  "white house",
  "house of commons",
  "house of lords",
  "red cross",
]);

/** Capitals that are no organisation's: states, times, files, ways of speaking. */
const OTHER_CAPITALS: ReadonlySet<string> = new Set(
  `us usa uk uae ussr gdr nyc la dc ny am pm gmt utc cet est pst edt bst id ok faq faqs pdf html http https url api json
  xml css sql csv rip tba tbc tbd asap fyi diy vip tv pc pin sms gps usb dvd cd dna hiv aids covid sim wifi eta iban vat
  ii iii iv vi vii viii ix xi xii bc ad ce ps nb re cc jr sr ceo cfo cto coo cio vp mp mep mps pr hr it qa ai`.split(
    /\s+/,
  ),
);

/** Whether it is a common noun for organisations, in one form or the plural. @param word in lower case */
export function isOrganisationNoun(word: string): boolean {
  return (
    NOUNS.has(word) || (word.endsWith("ies") && NOUNS.has(`${word.slice(0, -3)}y`)) || NOUNS.has(word.replace(/s$/, ""))
  );
}

/** Whether a name that ends with this word is an organisation's. @param word folded, without a full stop */
export function endsOrganisation(word: string): boolean {
  return ENDINGS.has(word) || NOUNS.has(word);
}

/** Last words that things have too: "Cloud Service", "Sponsorship Team". Alone they say little. */
const WEAK: ReadonlySet<string> = new Set(
  `band bar bars business campaign channel design force force group initiative intelligence international library movement
  network office operator post producer provider publisher regulator services service shop society standard store studio
  studios supplier survey syndicate system systems team technologies news press partners parish times outlet factory guard
  maker party committee board division department administration faculty project weekly oy sa se ag`.split(/\s+/),
);

/** Whether a last word says by itself that a name is an organisation's. @param word folded, without a full stop */
export function isWeakEnding(word: string): boolean {
  return WEAK.has(word);
}

/** Whether "of …" or "for …" behind this word goes on with the name of an organisation. @param word folded */
export function headsOrganisation(word: string): boolean {
  return HEADS.has(word);
}

/** Whether the word alone names none: "the Committee" is whichever was spoken of. @param word folded */
export function isLoneNoun(word: string): boolean {
  return LONE.has(word) || NOUNS.has(word) || ENDINGS.has(word);
}

/** @param name folded, its words parted by spaces */
export function isWellKnownOrganisation(name: string): boolean {
  return WELL_KNOWN.has(name) || WELL_KNOWN_NAMES.has(name);
}

/** Capitals, dotted or not, that may be an organisation's: "DNC", "D.N.C.", not "US" or "PDF". */
export function isAcronym(raw: string): boolean {
  if (!/^(?:\p{Lu}\.){2,}$|^\p{Lu}{2,6}$/u.test(raw)) return false;
  return !isOtherCapitals(raw);
}

/** Whether they are capitals that are nobody's: "PDF", "URLs". */
export function isOtherCapitals(raw: string): boolean {
  return OTHER_CAPITALS.has(raw.replaceAll(".", "").toLowerCase()) || /^\p{Lu}{2,}['’]?(?:s|d)$/u.test(raw);
}
