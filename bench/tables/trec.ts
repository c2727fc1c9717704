import { toDocuments } from "../../src/documents/given-documents.ts";
import { mean } from "../bootstrap.ts";
import { loadTrec, type Paragraph, type TrecQuestion } from "../data.ts";
import { openAsShipped } from "../encoder.ts";
import { expectedAveragePrecision, expectedReciprocalRank, type Scored } from "../metrics.ts";
import { miniSearchDefaults, type PeerSearch } from "../peers.ts";
import { progress } from "../progress.ts";
import { decimal, type Table } from "../table.ts";

/** Ranking newswire sentences, with weights that have never seen any. */
export async function trecTable(): Promise<Table> {
  const questions = loadTrec();
  const all = questions.flatMap(candidatesOf);
  const rows = [
    await row("Attaché, all candidates in one index", questions, pooled(attache(all))),
    await row("Attaché, an index for each question", questions, (question) => attache(candidatesOf(question))),
    await row("MiniSearch (BM25), all in one index", questions, pooled(miniSearchDefaults.index(all))),
    await row("MiniSearch (BM25), an index each", questions, (question) =>
      miniSearchDefaults.index(candidatesOf(question)),
    ),
  ];
  return {
    title: "TREC-QA",
    header: ["", "MAP", "MRR"],
    rows,
    notes: [
      `${questions.length} questions, ${all.length} candidate sentences, each its own document; the shipped weights, fitted on SQuAD and the practice folders. In expectation over all orders of equal scores; candidates that are not returned share the last rank. One index of all candidates knows better how rare a word is; a question's ranking is of its own candidates either way.`,
      "Known figures (benchmarks/README.md, MAP on the 68 test questions): BM25 .70, idf overlap .705, with bigrams and answer type .786, a linear ranker trained on SQuAD .763.",
    ],
  };
}

function candidatesOf({ id, candidates }: TrecQuestion): Paragraph[] {
  return candidates.map(({ text }, i) => ({ id: `${id}-${i}`, title: "", text }));
}

function attache(passages: readonly Paragraph[]): PeerSearch {
  const knowledge = openAsShipped(toDocuments(passages));
  return async (question) => {
    const { excerpts } = await (await knowledge).ask(question, { limit: passages.length });
    return excerpts.map(({ source, score }) => ({ id: source.id, score }));
  };
}

function pooled(search: PeerSearch): () => PeerSearch {
  return () => search;
}

async function row(
  name: string,
  questions: readonly TrecQuestion[],
  searchFor: (question: TrecQuestion) => PeerSearch,
): Promise<string[]> {
  const started = performance.now();
  const ranked: Scored[][] = [];
  for (const question of questions) {
    const scores = new Map<string, number>();
    for (const { id, score } of await searchFor(question)(question.question)) {
      scores.set(id, Math.max(score, scores.get(id) ?? Number.NEGATIVE_INFINITY));
    }
    ranked.push(
      question.candidates.map(({ label }, i) => ({
        score: scores.get(`${question.id}-${i}`) ?? Number.NEGATIVE_INFINITY,
        relevant: label === 1,
      })),
    );
  }
  progress(`  ${name}: ${Math.round(performance.now() - started)} ms`);
  return [name, decimal(mean(ranked.map(expectedAveragePrecision))), decimal(mean(ranked.map(expectedReciprocalRank)))];
}
