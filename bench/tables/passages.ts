import { mean } from "../bootstrap.ts";
import { Attache, type Contender, contend, type Found } from "../contenders.ts";
import { loadSquad, type Paragraph, type SquadQuestion } from "../data.ts";
import { hitAt, reciprocalRank } from "../metrics.ts";
import { miniSearchDefaults, peers } from "../peers.ts";
import { progress } from "../progress.ts";
import { decimal, percent, type Table } from "../table.ts";
import { mistype } from "../typos.ts";

const HEADER = ["", "hit@1", "hit@5", "MRR@10", "sentence@1", "sentence@3"];

/** Finding the right passage and the right sentence, in all passages. */
export async function passagesTable(): Promise<Table> {
  const { passages, answerable } = loadSquad();
  const rows: string[][] = [];
  for (const contender of line(passages)) rows.push(row(contender.name, answerable, await ask(contender, answerable)));
  return {
    title: "Passages and answer sentences",
    header: HEADER,
    rows,
    notes: [
      `SQuAD 2.0, ${answerable.length} answerable questions, ${passages.length} passages. Attaché with weights fitted on six other articles. In brackets 95% of 1,000 bootstrap resamples of the questions. A peer's sentence is the one of its best passage that shares most words with the question.`,
      "Known figures (benchmarks/README.md, 2,910 questions of sixteen articles): Orama 51.2 / 79.9 / .635, FlexSearch 62.1 / 81.1 / .703, MiniSearch fuzzy and prefix 67.4 / 85.4 / .751, MiniSearch 74.9 / 89.6 / .814, lunr 79.3 / 93.1 / .851, a linear ranker 86.3 / 96.0 / .906; sentences: MiniSearch 62 / –, a linear ranker 77.5 / 90.0.",
    ],
  };
}

/** The same with only the question's own article in the folder. */
export async function foldersTable(): Promise<Table> {
  const { passages, answerable, articles } = loadSquad();
  const found = new Map<string, { questions: SquadQuestion[]; answers: Found[] }>();
  for (const article of articles) {
    const questions = answerable.filter((question) => question.article === article);
    const own = passages.filter(({ id }) => id.startsWith(`${article}-`));
    for (const contender of [new Attache(own), contend(miniSearchDefaults, own)]) {
      const entry = found.get(contender.name) ?? { questions: [], answers: [] };
      entry.questions.push(...questions);
      entry.answers.push(...(await ask(contender, questions)));
      found.set(contender.name, entry);
    }
  }
  return {
    title: "Small folders",
    header: HEADER,
    rows: [...found].map(([name, { questions, answers }]) => row(name, questions, answers)),
    notes: ["The same questions, each asked of an index that holds its own article alone (23 to 49 passages)."],
  };
}

/** The same with a typing error in each question. */
export async function typosTable(): Promise<Table> {
  const { passages, answerable } = loadSquad();
  const typed = answerable.map(({ question }, i) => mistype(question, i));
  const spared = typed.filter((text, i) => text === answerable[i]?.question).length;
  const rows: string[][] = [];
  for (const contender of line(passages)) {
    rows.push(row(contender.name, answerable, await ask(contender, answerable, typed)));
  }
  return {
    title: "One typing error in each question",
    header: HEADER,
    rows,
    notes: [
      `A letter left out, put in, replaced or swapped with the next in a random word of four letters or more; ${spared} questions have no such word.`,
      "Known figures (benchmarks/README.md), hit@1: MiniSearch 65, stop words and stems 74, fuzzy everywhere 78, fuzzy for unknown terms alone 79.",
    ],
  };
}

function* line(passages: readonly Paragraph[]): Generator<Contender> {
  yield new Attache(passages);
  for (const peer of peers) yield contend(peer, passages);
}

async function ask(contender: Contender, questions: readonly SquadQuestion[], typed?: readonly string[]) {
  const found: Found[] = [];
  const started = performance.now();
  for (const [i, question] of questions.entries()) found.push(await contender.ask(question, typed?.[i]));
  progress(`  ${contender.name}: ${questions.length} questions in ${Math.round(performance.now() - started)} ms`);
  return found;
}

function row(name: string, questions: readonly SquadQuestion[], found: readonly Found[]): string[] {
  const over = (measure: (question: SquadQuestion, found: Found) => number) =>
    mean(questions.map((question, i) => measure(question, found[i] as Found)));
  return [
    name,
    percent(over(({ passage }, { passages }) => hitAt(passages, passage, 1))),
    percent(over(({ passage }, { passages }) => hitAt(passages, passage, 5))),
    decimal(over(({ passage }, { passages }) => reciprocalRank(passages, passage, 10))),
    percent(over((question, answer) => sentenceAt(question, answer, 1))),
    percent(over((question, answer) => sentenceAt(question, answer, 3))),
  ];
}

/** 1 when one of the first `k` sentences is of the right paragraph and holds where an answer starts. */
function sentenceAt({ passage, answers }: SquadQuestion, { sentences }: Found, k: number): number {
  const right = sentences
    .slice(0, k)
    .some((one) => one.passage === passage && answers.some(({ start }) => one.start <= start && start < one.end));
  return right ? 1 : 0;
}
