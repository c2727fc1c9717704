import { describe, expect, it } from "vitest";
import { toAmerican } from "../../src/text/american.ts";
import { tokenize } from "../../src/text/tokens.ts";

const termOf = (word: string) => tokenize(word)[0]?.term;

/** Both spellings of words of everyday use, British first. */
const BOTH = `
  colour/color colours/colors coloured/colored colourful/colorful favourite/favorite honour/honor honourable/honorable
  labour/labor neighbour/neighbor neighbourhood/neighborhood harbour/harbor behaviour/behavior humour/humor
  rumour/rumor endeavour/endeavor vapour/vapor armour/armor odour/odor tumour/tumor saviour/savior flavour/flavor
  organise/organize organised/organized organising/organizing organisation/organization organiser/organizer
  realise/realize recognise/recognize apologise/apologize realisation/realization criticise/criticize
  memorise/memorize summarise/summarize authorised/authorized visualise/visualize disorganised/disorganized
  analyse/analyze analysed/analyzed paralyse/paralyze catalysing/catalyzing
  centre/center centres/centers centred/centered centring/centering theatre/theater metre/meter kilometres/kilometers
  litre/liter fibre/fiber spectre/specter calibre/caliber meagre/meager lustre/luster
  programme/program programmes/programs gramme/gram kilogrammes/kilograms
  travelled/traveled travelling/traveling traveller/traveler cancelled/canceled labelled/labeled modelling/modeling
  fuelled/fueled dialled/dialed jewellery/jewelry jeweller/jeweler woollen/woolen counsellor/counselor
  councillors/councilors marvellous/marvelous enrol/enroll enrolment/enrollment fulfil/fulfill instalment/installment
  skilful/skillful wilful/willful
  defence/defense offence/offense licence/license licences/licenses pretence/pretense practise/practice
  practising/practicing catalogue/catalog dialogue/dialog analogue/analog cataloguing/cataloging
  anaemia/anemia anaesthetic/anesthetic paediatric/pediatric encyclopaedia/encyclopedia haemoglobin/hemoglobin
  archaeology/archeology mediaeval/medieval foetus/fetus oestrogen/estrogen manoeuvre/maneuver
  manoeuvring/maneuvering diarrhoea/diarrhea leukaemia/leukemia
  grey/gray tyre/tire tyres/tires kerb/curb cheque/check cheques/checks plough/plow mould/mold mouldy/moldy
  moustache/mustache sceptical/skeptical pyjamas/pajamas aluminium/aluminum cosy/cozy ageing/aging judgement/judgment
  artefact/artifact doughnut/donut gaol/jail mum/mom aeroplane/airplane yoghurt/yogurt enquiry/inquiry sulphur/sulfur
`
  .trim()
  .split(/\s+/)
  .map((pair) => pair.split("/") as [string, string]);

/** Words that only look like the British spelling of another. */
const SHARED = `
  four hour tour pour course court source contour detour velour acre massacre genre ogre exercise advertise surprise
  promise rise wise otherwise raise praise noise precise concise enterprise supervise franchise compromise devise
  revise advise expertise paradise treatise disguise premise uprising advising exercised science sentence silence
  rogue vogue fatigue league poet canoe shoe aloe aerial Caesar full well doll villa mummified should would shoulder
`
  .trim()
  .split(/\s+/);

describe("the spellings of Britain and America", () => {
  it.each(BOTH)("are one term: %s, %s", (british, american) => expect(termOf(british)).toBe(termOf(american)));

  it("leave alone the words that both write so", () => {
    expect(SHARED.filter((word) => toAmerican(word.toLowerCase()) !== word.toLowerCase())).toEqual([]);
  });
});
