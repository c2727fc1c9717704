/** Base form, then the forms that no stemmer leads back to it. */
const families = `
arise arose arisen|awake awoke awoken|be been|bear bore borne|beat beaten|become became|begin began begun|bend bent
bet|bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt
dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed
feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forecast|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|grind ground|grow grew grown|hang hung
hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt
leave left|lend lent|light lit|lose lost|mean meant|meet met|mistake mistook mistaken|overcome overcame
overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden|ring rang rung
rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken
shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|slay slew slain
sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen
stick stuck|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld|wake woke woken
wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withhold withheld
withstand withstood|write wrote written|analysis analyses|axis axes|basis bases|child children|crisis crises
criterion criteria|die dying|foot feet|goose geese|half halves|hypothesis hypotheses|knife knives|leaf leaves
lie lying|life lives|man men|medium media|mouse mice|nucleus nuclei|phenomenon phenomena|self selves|species
thesis theses|thief thieves|tie tying|tooth teeth|wife wives|wolf wolves|woman women`;

/** Leads an irregular form of an English word to its base form: "children" to "child", "fought" to "fight". */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  families
    .split(/[|\n]/)
    .map((family) => family.trim().split(" "))
    .flatMap(([base = "", ...forms]) => forms.map((form) => [form, base] as const)),
);
