/** Words, or their beginnings, as one alternative of a pattern. */
const any = (list: string) => `(?:${list.trim().split(/\s+/).join("|")})`;

/** Words in "-our" that have "-or" in America: not "four", "hour", "tour", "contour". */
const OUR = any(`
  arb ard arm behavi misbehavi antitum bicol decol cand clam col discol tricol multicol watercol demean enam endeav fav disfav ferv flav glam
  harb hon dishon hum lab belab misdemean neighb od malod deod parl ranc rig rum savi sav splend succ tum val vap vig`);

/** Words in "-re" that have "-er": not "acre", "massacre", "genre", "timbre". */
const RE = any(`
  cent epicent theat amphitheat fib calib lust mit sab scept sepulch somb spect meag och saltpet goit reconnoit metacent lacklust lout
  (?:kilo|centi|milli|deca|deci|micro|nano|hecto)?(?:met|lit)`);

/** Words whose "-ise" is no ending, and those that keep it in America: what stands before it. */
const KEEPS_ISE = any(`
  (?:ill|un|over|mis|pre)?adv (?:re)?appra appr af?franch fra (?:dis|over|under)?pra (?:re)?(?:prem|prom|rev|surpr) advert anis ar aris
  bra brem bru ca cer cha chast chem circumc comp compr comprom conc counterpo cru dem rem desp dev disgu enterpr equipo exc
  exerc exorc expert (?:en|disen|dis)?franch (?:fund|up)?ra gu improv imprec inc lia lou mala marqu mayonna merchand m mort
  no parad pav po porpo pract prec prev pr repr r supr sunr moonr superv surm telev torto tort tra treat turquo unw upr
  val van v \\w*w abc bearna framboi hel hollanda lyonna molecula polona soub vichysso coch framb gen noi k ma dre d ch`);

const ISE_ENDING = "(?:e|ed|es|er|ers|ing|ingly|able|ation|ations|ational|ationally)$";

/** What a word must hold for the rule to be tried: a look that is cheap, since most rules say nothing about a word. */
const RULES: readonly (readonly [holds: string, pattern: RegExp, american: string])[] = [
  ["our", new RegExp(`^((?:un)?${OUR})our`), "$1or"],
  ["re", new RegExp(`^(${RE})re(?=s?$)`), "$1er"],
  ["red", /^(cent|met|theat)re(?=d$)/, "$1ere"],
  ["ring", /^cent(?=ring$)/, "center"],
  [
    "is",
    new RegExp(`^(?!(?:un|non|in|immuno)?${KEEPS_ISE}is${ISE_ENDING})([a-z]{2,}[^ao])is(?=${ISE_ENDING})`),
    "$1iz",
  ],
  ["ys", /^(\w*(?:anal|paral|catal|dial|hydrol|breathal))ys(?=(?:e|ed|er|ers|ing)$)/, "$1yz"],
  ["mme", /^((?:re)?(?:program|kilogram|gram|milligram))me(?=s?$)/, "$1"],
  ["ence", /^(def|off|pret|biodef)ence(?=s?$|less)/, "$1ense"],
  ["licenc", /^licenc(?=(?:e|es|ed|ing|ee)$)/, "licens"],
  ["practis", /^practis(?=(?:e|es|ed|ing)$)/, "practic"],
  ["ogue", /^(catal|dial|anal|monol|epil|prol|homol|demag|pedag|travel)ogue(?=s?$)/, "$1og"],
  ["catalogu", /^catalogu(?=(?:ed|ing|er|ers)$)/, "catalog"],
  ["aem", /aem(?=i[ac]s?$)/, "em"],
  ["aesth", /^(an|kin|syn|par)aesth/, "$1esth"],
  ["haem", /^haem(?=[aeo])/, "hem"],
  ["aed", /^(p|orthop|cyclop|encyclop)aed(?=i)/, "$1ed"],
  ["ae", /^(gyn|pal|arch|medi|prim|f|c)ae(?=co|o|val|ce|ca|sium|sarea|saria)/, "$1e"],
  ["oe", /^(f|am|di?arrh|gonorrh|hom|c)oe(?=t|b|a|o|li)/, "$1e"],
  ["oe", /^oe(?=str|soph|dem)/, "e"],
  ["manoeuv", /^manoeuv(?:re|er|r)(?=s?$|d$|ing$|ab)/, "maneuver"],
  ["ll", /^(fue|dia|due)ll(?=(?:ed|er|ers|ing)$)/, "$1l"],
  [
    "ll",
    /^(jewe|counse|counci|marve|trave|woo|tranqui|labe|mode|leve|meda|skulldugg|peda)ll(?=(?:e[dnr]|o[ru]|ing|ity|ist)s?$)/,
    "$1l",
  ],
  ["ilful", /^(skil|wil)ful/, "$1lful"],
  ["l", /^(enrol|instal|fulfil|distil|instil|enthral)(?=$|s$|ments?$)/, "$1l"],
  ["ement", /^(judg|acknowledg|abridg|lodg)ement/, "$1ment"],
  ["ould", /^(m|sm|rem)oul(?=d(?:$|s$|y$|ed$|ing$|er))/, "$1ol"],
  ["moult", /^moult/, "molt"],
  ["grey", /^grey(?!h)/, "gray"],
  ["plough", /^plough/, "plow"],
  ["sulph", /^sulph/, "sulf"],
  ["sceptic", /^sceptic/, "skeptic"],
  ["enquir", /^enquir/, "inquir"],
  ["cos", /^cos(?=(?:y|ier|iest|ily|iness)$)/, "coz"],
  ["mum", /^mum(?=(?:s?|my|mies)$)/, "mom"],
];

/** Where no rule leads from one to the other. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  `aeroplane=airplane jewellery=jewelry monologue=monolog aluminium=aluminum artefact=artifact moustache=mustache pyjamas=pajamas yoghurt=yogurt
  whiskey=whisky doughnut=donut cheque=check tyre=tire kerb=curb gaol=jail ageing=aging chilli=chili callipers=calipers
  marvellous=marvelous omelette=omelet storey=story draught=draft axe=ax carburettor=carburetor snowplough=snowplow mum=mom
  cheques=checks tyres=tires kerbs=curbs gaols=jails aeroplanes=airplanes artefacts=artifacts doughnuts=donuts
  moustaches=mustaches yoghurts=yogurts chillies=chilies omelettes=omelets storeys=stories draughts=drafts`
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]),
);

/**
 * Spells an English word as America does, so that both spellings are one term: "colour", "organise", "centre",
 * "travelled". Words that the two share ("exercise", "hour") stay as they are.
 *
 * @param word in lower case, of the letters a to z
 */
export function toAmerican(word: string): string {
  const paired = PAIRS.get(word);
  if (paired !== undefined) return paired;
  if (word.length < 4) return word;
  let american = word;
  for (const [holds, pattern, replacement] of RULES) {
    if (american.includes(holds)) american = american.replace(pattern, replacement);
  }
  return american;
}
