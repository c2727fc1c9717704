import { drawer } from "../../bench/random.ts";

/** A sentence that says one thing, and the question for it in the plainest words. */
export interface Fact {
  readonly sentence: string;
  readonly question: string;
}

const list = (text: string) => text.split(",").map((word) => word.trim());
const THINGS = list(
  "pool,sauna,library,workshop,canteen,museum,ferry,cinema,bakery,archive,laundry,greenhouse,gym,chapel,playground,harbour,theatre,kitchen,nursery,clinic,lighthouse,car park,boathouse,town hall,post office,tool shed,reading room,lost property office,ice rink,climbing wall",
);
const PEOPLE = list(
  "Ann Rudd,Bob Hale,Eva Lund,Igor Petrov,Mei Tanaka,Nora Vale,Omar Said,Pia Koch,Ravi Menon,Sara Dell,Tom Ferris,Uma Nair,Vera Holt,Will Crane,Yan Li,Zoe Marsh",
);
const PLACES = list(
  "Mill Road,the north wing,Harbour Street,the old barracks,the second floor,the market square,Room 204,the basement,Castle Lane,the station hall",
);
const REASONS = list(
  "of the flood,of a broken boiler,the roof leaks,of a strike,there is no heating,of building works,of a power cut,the keys were lost",
);
const COUNTED = list("seats,lamps,lockers,boats,windows,tables,bicycles,doors,rooms,chairs");
const DAYS = list("Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday");
const MONTHS = list("January,March,April,June,August,October,November");

type Draw = (below: number) => number;
type Make = (thing: string, draw: Draw) => Fact;

function pick(from: readonly string[], draw: Draw): string {
  return from[draw(from.length)] as string;
}

/** One thing each: what is said of it, and how one asks. */
const MAKERS: readonly Make[] = [
  (thing, draw) => ({ sentence: `The ${thing} opens at ${6 + draw(6)}.`, question: `when does the ${thing} open` }),
  (thing, draw) => ({
    sentence: `The ${thing} closes at ${5 + draw(6)} pm.`,
    question: `when does the ${thing} close`,
  }),
  (thing, draw) => ({
    sentence: `The ${thing} costs ${2 + draw(40)} euros.`,
    question: `how much does the ${thing} cost`,
  }),
  (thing, draw) => ({ sentence: `${pick(PEOPLE, draw)} runs the ${thing}.`, question: `who runs the ${thing}` }),
  (thing, draw) => ({ sentence: `The ${thing} is in ${pick(PLACES, draw)}.`, question: `where is the ${thing}` }),
  (thing, draw) => {
    const counted = pick(COUNTED, draw);
    return {
      sentence: `The ${thing} has ${3 + draw(90)} ${counted}.`,
      question: `how many ${counted} does the ${thing} have`,
    };
  },
  (thing, draw) => ({
    sentence: `The ${thing} was built in ${1850 + draw(170)}.`,
    question: `when was the ${thing} built`,
  }),
  (thing, draw) => ({
    sentence: `The ${thing} is closed because ${pick(REASONS, draw)}.`,
    question: `why is the ${thing} closed`,
  }),
  (thing, draw) => ({
    sentence: `The ${thing} is cleaned on ${pick(DAYS, draw)}s.`,
    question: `when is the ${thing} cleaned`,
  }),
  (thing, draw) => ({
    sentence: `${pick(PEOPLE, draw)} has the key of the ${thing}.`,
    question: `who has the key of the ${thing}`,
  }),
  (thing, draw) => ({
    sentence: `The ${thing} was painted in ${pick(MONTHS, draw)} ${2001 + draw(24)}.`,
    question: `when was the ${thing} painted`,
  }),
  (thing, draw) => ({
    sentence: `Dogs may ${draw(2) ? "not " : ""}enter the ${thing}.`,
    question: `can dogs enter the ${thing}`,
  }),
];

/** Folders of facts, one a document: no two of a folder say the same of one thing. */
export function makeFacts(folders: number, size: number, seed: number): Fact[][] {
  const draw = drawer(seed);
  return Array.from({ length: folders }, () => {
    const facts: Fact[] = [];
    const used = new Set<string>();
    while (facts.length < size) {
      const thing = pick(THINGS, draw);
      const maker = draw(MAKERS.length);
      if (used.has(`${thing} ${maker}`)) continue;
      used.add(`${thing} ${maker}`);
      facts.push((MAKERS[maker] as Make)(thing, draw));
    }
    return facts;
  });
}
