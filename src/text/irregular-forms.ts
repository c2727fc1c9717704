/**
 * Base form, then the forms that no stemmer leads back to it. A form of two base forms stands in both families, first in
 * that of the one by which it is indexed; "rose rose" makes a form a base form too.
 */
const families = `
arise arose arisen|awake awoke awoken|be been|beat beaten|become became|begin began begun|bend bent|bent bent
bet|do did done|bid bade bidden|bind bound|bound bound|bite bit bitten|bit bit|bleed bled|blow blew blown|break broke broken
breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came
born born|bear bore borne born|bore bore|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt
drink drank drunk|drive drove driven|drove drove|eat ate eaten|fall fell fallen|fell fell|feed fed|feel felt|felt felt
fight fought|find found|found found|flee fled|fly flew flown flies|forbid forbade forbad forbidden|forecast
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
ground ground|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt
know knew known|lay lay laid|lead led|led led|leap leapt|learn learnt|leave left|lend lent|light lit|lose lost
mean meant|meet met|mistake mistook mistaken|overcome overcame|overtake overtook overtaken
overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|rose rose|run ran
say said|see saw seen|saw saw sawn|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone
shoot shot|shot shot|show shown|shrink shrank shrunk shrunken|sing sang sung|sink sank sunk sunken|sit sat
slay slew slain|sleep slept|slide slid slidden|speak spoke spoken|spoke spoke|spend spent|spin spun|spring sprang sprung
stand stood|steal stole stolen|stole stole|stick stuck|strike struck stricken|strive strove striven|swear swore sworn
sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought|thought thought|throw threw thrown|undergo underwent undergone|understand understood
undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|weave wove woven|weep wept|win won
withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written
abide abode|beget begot begat begotten|beseech besought|bless blest|curse curst|chide chid chidden|clothe clad|clove clove|cleave cleft clove cloven
dove dove|dive dove|dwell dwelt|fling flung|forsake forsook forsaken|get got gotten|gild gilt|gird girt|give gave given
go went gone goes|hew hewn|heave hove|laden laden|lade laden|lean leant|make made|molten molten|melt molten|mow mown
partake partook partaken|plead pled|rent rent|rend rent|shave shaven|shoe shod|sling slung|slink slunk|smell smelt
smelt smelt|smite smote smitten|sneak snuck|sow sown|speed sped|spell spelt|spill spilt|spit spat|spoil spoilt
stove stove|stave stove|stink stank stunk|strew strewn|stride strode stridden|sting stung|string strung
thrive throve thriven|tread trod trodden|wound wound|wind wound|wring wrung|wrought wrought|work wrought
cry cried cries|dry dried dries|fry fried fries|ply plied plies|pry pried pries|shy shied shies|spy spied spies
try tried tries|sky skies|die dies died dying|lie lies lied lying lay lain|tie ties tied tying|vie vies vied vying
analysis analyses|analyze analyses|axis axes|ax axes|basis bases|base bases|child children|crisis crises
criterion criteria|foot feet|goose geese|half halves|halve halves|hypothesis hypotheses|knife knives|leaf leaves
leave leaves|life lives|live lives|man men|media media|medium media|mouse mice|nucleus nuclei|phenomenon phenomena
self selves|species|thesis theses|thief thieves|thieve thieves|tooth teeth|wife wives|wolf wolves|woman women
calf calves|calve calves|data data|datum data|dice dice|die dice|elf elves|hoof hooves|loaf loaves|louse lice
ox oxen|brother brethren|staff staves|penny pence|scarf scarves|shelf shelves|shelve shelves|bus buses busses|gas gases gasses gassed
better better|best best|good better best|well better best|worse worse|worst worst|bad worse worst|ill worse worst
elder elder|eldest eldest|old elder eldest|farther farther|farthest farthest|further further|furthest furthest|far farther farthest further furthest`;

const basesOf = new Map<string, string[]>();
for (const family of families.trim().split(/[|\n]/)) {
  const [base = "", ...forms] = family.split(" ");
  for (const form of forms) basesOf.set(form, [...(basesOf.get(form) ?? []), base]);
}
/** Letters of the longest of these forms. */
export const LONGEST_FORM = [...basesOf.keys()].reduce((most, form) => Math.max(most, form.length), 0);
const NONE: readonly string[] = [];

/**
 * Leads an irregular form of an English word to its base forms: "children" to "child", "leaves" to "leaf" and "leave".
 *
 * @returns the one by which it is indexed first; none for a regular form
 */
export function irregularBases(word: string): readonly string[] {
  return basesOf.get(word) ?? NONE;
}
