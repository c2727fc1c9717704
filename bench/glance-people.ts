import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { openKnowledge } from "../src/index.ts";
import { slice } from "../src/text/span.ts";
import { locate } from "./data.ts";
import type { Table } from "./table.ts";

const EVENTS = "../shared/benchmarks/events";

/** Somebody, and what the sentence that introduces them must match in a file. */
const Person = z.object({ name: z.string(), file: z.string(), match: z.string() });
type Person = z.infer<typeof Person>;

/** Everybody in our own accounts of the shipped event, and what introduces them there. */
const SHIPPED: readonly Person[] = [
  ["Vladimir Putin", "*", "Vladimir Putin, the (?:president of Russia|Russian president)"],
  ["Sergei Lavrov", "*", "Lavrov, the Russian foreign minister"],
  ["Donald Trump", "*", "Donald Trump, the (?:US )?president-elect"],
  ["Barack Obama", "medvedev.md", "Barack Obama, the US president"],
  ["Dmitry Medvedev", "medvedev.md", "Dmitry Medvedev, the Russian prime minister"],
  ["Dmitry Peskov", "medvedev.md", "Dmitry Peskov, the presidential press secretary"],
  ["Timothy Frye", "foreign-policy.md", "Timothy Frye chairs the political science department"],
  ["Matthew Waxman", "foreign-policy.md", "Matthew Waxman of Columbia University, an expert"],
  ["Maria Zakharova", "foreign-policy.md", "Maria Zakharova, the spokesperson"],
  ["Lindsey Graham", "foreign-policy.md", "Lindsey Graham, a Republican senator"],
  ["John McCain", "foreign-policy.md", "John McCain is a Republican senator"],
  ["Jill Dougherty", "cnn.md", "Jill Dougherty, a Russia analyst"],
  ["Bob Baer", "cnn.md", "Bob Baer, a former CIA operative"],
  ["Kellyanne Conway", "cnn.md", "Kellyanne Conway, a top Trump aide"],
  ["Sergey Petro", "cnn.md", "Sergey Petro, the Russian consul general"],
].map(([name = "", file = "", match = ""]) => ({ name, file, match }));

/** How often /who introduces somebody with the sentence that is marked for them: with the first, and with any that it shows. */
export async function glancePeopleTable(): Promise<Table> {
  const events = locate(EVENTS);
  const folders = readdirSync(events)
    .sort()
    .filter((name) => existsSync(path.join(events, name, "people.jsonl")))
    .map((name) => ({
      name,
      folder: path.join(events, name, "docs"),
      people: readFileSync(path.join(events, name, "people.jsonl"), "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => Person.parse(JSON.parse(line))),
    }));
  const rows: string[][] = [];
  const notes: string[] = [];
  for (const { name, folder, people } of [
    ...folders,
    { name: "knowledge", folder: locate("knowledge"), people: SHIPPED },
  ]) {
    const { cells, others } = await measure(folder, people);
    rows.push([name, ...cells]);
    notes.push(...others.map((other) => `- ${name}: ${other}`));
  }
  return {
    title: "Who somebody is",
    header: ["", "first", "among those shown", "other sentences", "not found", "listed: people", "organisations"],
    rows,
    notes: [["Other sentences than the one marked first, or nobody:", ...notes].join("\n")],
  };
}

async function measure(folder: string, people: readonly Person[]) {
  const knowledge = await openKnowledge({ folder });
  let [first, shown, missed] = [0, 0, 0];
  const others: string[] = [];
  for (const { name, file, match } of people) {
    const who = await knowledge.who(name);
    if (who.status !== "found") {
      missed++;
      others.push(`${name}: ${who.status}`);
      continue;
    }
    const quotes = who.introductions.map(({ excerpt: { text, answer, location } }) => {
      const said = slice(text, answer).replace(/\s+/g, " ");
      const isMarked = (file === "*" || location.file === file) && new RegExp(match).test(said);
      return { said, isMarked, file: location.file };
    });
    const at = quotes.findIndex(({ isMarked }) => isMarked);
    if (at === 0) first++;
    if (at !== -1) shown++;
    if (at === 0) continue;
    const where = at === -1 ? "not shown" : `shown as number ${at + 1}`;
    others.push([`${name}: ${where}`, ...quotes.map((quote) => `${quote.file}: ${quote.said}`)].join("\n  - "));
  }
  const listed = await knowledge.people();
  const persons = listed.filter(({ kind }) => kind === "person").length;
  const all = people.length;
  const cells = [
    `${first} of ${all}`,
    `${shown} of ${all}`,
    `${all - shown - missed}`,
    `${missed}`,
    `${persons}`,
    `${listed.length - persons}`,
  ];
  return { cells, others };
}
