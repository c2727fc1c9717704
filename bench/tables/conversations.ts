import { mean } from "../bootstrap.ts";
import {
  conversationNames,
  holdConversation,
  isForTuning,
  loadConversations,
  openConversations,
  type TurnKind,
  type TurnOutcome,
} from "../conversations.ts";
import { AbsentData } from "../data.ts";
import { percent, type Table } from "../table.ts";

interface Held {
  readonly id: string;
  readonly folder: string;
  readonly tuned: boolean;
  readonly turns: readonly TurnOutcome[];
}

/** @param options.misses hold only the half to tune by, and list its turns that went wrong */
export async function conversationsTable({ misses }: { readonly misses: boolean }): Promise<Table> {
  const held: Held[] = [];
  const notes: string[] = [];
  for (const name of conversationNames()) {
    try {
      const folder = loadConversations(name);
      const knowledge = await openConversations(folder);
      for (const conversation of folder.conversations) {
        if (misses && !isForTuning(conversation)) continue;
        const turns = await holdConversation(conversation, folder, knowledge);
        held.push({ id: conversation.id, folder: name, tuned: isForTuning(conversation), turns });
      }
    } catch (error) {
      if (!(error instanceof AbsentData)) throw error;
      notes.push(`Skipped: ${name}, for ${error.message}.`);
    }
  }
  const kinds = [...new Set(held.flatMap(({ turns }) => turns.map(({ kind }) => kind)))];
  if (misses) notes.push(listMisses(held.filter(({ tuned }) => tuned)));
  return {
    title: "Conversations",
    header: ["turns of the kind", "right, of those to tune by", "of those kept"],
    rows: [
      ...kinds.map((kind) => [kind, ...halves(held, (turns) => count(turns, kind))]),
      ["all turns", ...halves(held, (turns) => count(turns))],
      ["follow-ups", ...halves(held, (turns) => count(turns.filter(({ kind }) => isFollowUp(kind))))],
      ["whole conversations", ...[true, false].map((tuned) => countWhole(held.filter((one) => one.tuned === tuned)))],
    ],
    notes,
  };
}

function isFollowUp(kind: TurnKind): boolean {
  return kind !== "question" && kind !== "small talk";
}

function halves(held: readonly Held[], cell: (turns: readonly TurnOutcome[]) => string): string[] {
  return [true, false].map((half) => cell(held.filter(({ tuned }) => tuned === half).flatMap(({ turns }) => turns)));
}

function count(turns: readonly TurnOutcome[], kind?: TurnKind): string {
  const all = turns.filter((turn) => kind === undefined || turn.kind === kind);
  const right = all.filter((turn) => turn.right).length;
  if (kind !== undefined || all.length === 0) return `${right} of ${all.length}`;
  return `${right} of ${all.length}, ${percent(mean(all.map((turn) => (turn.right ? 1 : 0))))}`;
}

function countWhole(held: readonly Held[]): string {
  return `${held.filter(({ turns }) => turns.every(({ right }) => right)).length} of ${held.length}`;
}

function listMisses(held: readonly Held[]): string {
  const lines = held.flatMap(({ id, folder, turns }) =>
    turns.some(({ right }) => !right)
      ? [
          `- ${id} (${folder})`,
          ...turns.map(({ said, right, shown }) => `  - ${right ? "right" : "WRONG"}: ${said} → ${shown}`),
        ]
      : [],
  );
  return `Conversations with a wrong turn:\n${lines.join("\n")}`;
}
