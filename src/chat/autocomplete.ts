import type { Knowledge } from "../answering/knowledge.ts";
import type { Command, Suggestion } from "../command.ts";
import { shorten } from "../replies/excerpt.ts";
import { ASK } from "./question.ts";

/** Discord's: choices of an autocomplete, characters of a choice's name and value. */
const MAX_SUGGESTIONS = 25;
const MAX_LENGTH = 100;
const ROOM = { limit: MAX_SUGGESTIONS, maxLength: MAX_LENGTH };
/** Questions that others asked, kept in memory, and how many of them may lead the list. */
const POPULAR = 200;
const MAX_LEADING = 5;
/** Milliseconds after which they are read again. */
const STALE = 60_000;

export interface SuggestOptions {
  readonly commands: readonly Command[];
  readonly knowledge: Knowledge;
  /** Questions that others asked, the most popular first; null when they cannot be read now. Must not fail. */
  readonly popular: (limit: number) => Promise<readonly string[] | null>;
  readonly now: () => number;
}

/** @returns a function that offers values for a command's option; it waits for nothing */
export function createSuggest({ commands, knowledge, popular, now }: SuggestOptions) {
  let asked: readonly string[] = [];
  let read = Number.NEGATIVE_INFINITY;

  function refresh(): void {
    if (now() - read < STALE) return;
    read = now();
    void popular(POPULAR).then((questions) => {
      asked = questions ?? asked;
    });
  }

  refresh();
  return (name: string, optionName: string, typed: string): readonly Suggestion[] => {
    refresh();
    const option = commands.find((command) => command.name === name)?.options[optionName];
    if (option?.kind !== "text" || option.hidden === true) return [];
    const offered = option.complete?.(typed, knowledge, ROOM) ?? [];
    const leading = name === ASK ? matching(asked, typed).slice(0, MAX_LEADING) : [];
    return fit([...leading.map((question) => ({ name: question, value: question })), ...offered]);
  };
}

function matching(questions: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  return questions.filter((question) => question.toLowerCase().includes(wanted));
}

function fit(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>();
  const fitting: Suggestion[] = [];
  for (const { name, value } of suggestions) {
    const key = value.toLowerCase();
    // A value is sent as it stands, so it cannot be shortened.
    if (value.trim() === "" || value.length > MAX_LENGTH || seen.has(key)) continue;
    seen.add(key);
    fitting.push({ name: shorten(name, MAX_LENGTH), value });
    if (fitting.length === MAX_SUGGESTIONS) break;
  }
  return fitting;
}
