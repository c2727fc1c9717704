import { bootstrap, type Figure, mean } from "../bootstrap.ts";
import { Attache } from "../contenders.ts";
import { loadSquad, loadTrec, type Squad, type SquadQuestion } from "../data.ts";
import { byConfidence, separate } from "../metrics.ts";
import { progress } from "../progress.ts";
import { decimal, percent, short, type Table } from "../table.ts";

/** Groups of paragraphs that are taken out of the index, one group at a time. */
const GROUPS = 20;
const BINS = 10;

interface Outcome {
  readonly confidence: number;
  readonly answered: boolean;
}

interface Kind {
  readonly name: string;
  readonly asked: readonly Outcome[];
}

/** Knowing when the documents do not say. */
export async function abstentionTables(): Promise<Table[]> {
  const squad = loadSquad();
  const all = new Attache(squad.passages);
  const answerable = await askAll(all, squad.answerable);
  progress("  answerable");
  const kinds: Kind[] = [
    { name: "off-topic", asked: await askOffTopic(all, squad) },
    { name: "article removed", asked: await askWithoutArticle(squad) },
    { name: "paragraph removed", asked: await askWithoutParagraph(squad) },
    { name: "trick questions", asked: await askAll(all, squad.tricks) },
  ];
  return [separationTable(answerable, kinds), reliabilityTable(answerable, kinds.slice(0, 3))];
}

function separationTable(answerable: readonly Outcome[], kinds: readonly Kind[]): Table {
  const confidence = answerable.map(confidenceOf);
  const rows = kinds.map(({ name, asked }) => {
    const { auroc, refused } = separate(confidence, asked.map(confidenceOf));
    const sizes = [confidence.length, asked.length];
    return [
      name,
      String(asked.length),
      decimal(bootstrap(sizes, ([positives = [], negatives = []]) => auroc(positives, negatives))),
      percent(bootstrap(sizes, ([positives = [], negatives = []]) => refused(0.95, positives, negatives))),
      percent(refusedShare(asked)),
    ];
  });
  const kept = mean(answerable.map(({ answered }) => (answered ? 1 : 0)));
  return {
    title: "Abstention",
    header: ["", "questions", "AUROC", "refused, 95% kept", "refused as shipped"],
    rows,
    notes: [
      `Against ${answerable.length} answerable questions; weights fitted on six other articles (off-topic questions take the folds in turn). "Refused, 95% kept": share under the confidence that 95% of the answerable reach. "As shipped": at the threshold that came with the weights, which keeps ${percent(kept)} of the answerable.`,
      "Off-topic: TREC-QA's questions. Article removed: 8 indexes. Paragraph removed: 20 indexes, each without a twentieth of the questions' paragraphs, taken evenly from all articles. Trick questions: SQuAD's unanswerable ones.",
    ],
  };
}

/** As many questions that the documents do not answer as ones that they do, a third of each kind. */
function reliabilityTable(answerable: readonly Outcome[], kinds: readonly Kind[]): Table {
  const weighted = [
    ...answerable.map(({ confidence }) => ({ confidence, answered: 1, weight: 1 / answerable.length })),
    ...kinds.flatMap(({ asked }) =>
      asked.map(({ confidence }) => ({ confidence, answered: 0, weight: 1 / asked.length / kinds.length })),
    ),
  ];
  const bins = byConfidence(weighted, BINS);
  let error = 0;
  const rows = Array.from({ length: BINS }, (_, i) => {
    const bin = bins.get(i) ?? [];
    const weight = bin.reduce((sum, one) => sum + one.weight, 0);
    const told = bin.reduce((sum, one) => sum + one.weight * one.confidence, 0) / weight;
    const seen = bin.reduce((sum, one) => sum + one.weight * one.answered, 0) / weight;
    if (bin.length > 0) error += (weight / 2) * Math.abs(told - seen);
    const figures = bin.length === 0 ? ["–", "–"] : [short(told), short(seen)];
    return [`${short(i / BINS)}–${short((i + 1) / BINS)}`, String(bin.length), ...figures];
  });
  return {
    title: "Reliability of the confidence",
    header: ["confidence", "questions", "mean confidence", "share answerable"],
    rows,
    notes: [
      `Answerable questions against the same weight of unanswerable ones, a third each off-topic, article removed and paragraph removed. Expected calibration error ${short(error)}.`,
    ],
  };
}

async function ask(attache: Attache, { article, question }: SquadQuestion): Promise<Outcome> {
  const { confidence, status } = await attache.fold(article).ask(question);
  return { confidence, answered: status === "answered" };
}

/** One after another: a fold's weights are fitted when it is first asked. */
async function askAll(attache: Attache, questions: readonly SquadQuestion[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) outcomes.push(await ask(attache, question));
  return outcomes;
}

async function askOffTopic(attache: Attache, { articles }: Squad): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [i, { question }] of loadTrec().entries()) {
    const { confidence, status } = await attache.fold(articles[i % articles.length] as string).ask(question);
    outcomes.push({ confidence, answered: status === "answered" });
  }
  progress("  off-topic");
  return outcomes;
}

async function askWithoutArticle({ passages, answerable, articles }: Squad): Promise<Outcome[]> {
  const outcomes: Outcome[][] = [];
  for (const article of articles) {
    const attache = new Attache(passages.filter(({ id }) => !id.startsWith(`${article}-`)));
    progress(`  without ${article}`);
    const own = answerable.filter((question) => question.article === article);
    outcomes.push(await askAll(attache, own));
  }
  return outcomes.flat();
}

async function askWithoutParagraph({ passages, answerable }: Squad): Promise<Outcome[]> {
  const gold = [...new Set(answerable.map(({ passage }) => passage))];
  const groupOf = new Map(gold.map((id, i) => [id, i % GROUPS]));
  const outcomes: Outcome[][] = [];
  for (let group = 0; group < GROUPS; group++) {
    const attache = new Attache(passages.filter(({ id }) => groupOf.get(id) !== group));
    progress(`  without paragraphs ${group + 1} of ${GROUPS}`);
    const orphans = answerable.filter(({ passage }) => groupOf.get(passage) === group);
    outcomes.push(await askAll(attache, orphans));
  }
  return outcomes.flat();
}

function refusedShare(asked: readonly Outcome[]): Figure {
  return mean(asked.map(({ answered }) => (answered ? 0 : 1)));
}

function confidenceOf({ confidence }: Outcome): number {
  return confidence;
}
