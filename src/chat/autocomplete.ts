import type { Knowledge } from "../answering/knowledge.ts";
import type { Command, Suggestion } from "../command.ts";
import { shorten } from "../replies/excerpt.ts";
import type { Platform } from "../store/store.ts";
import { ASK } from "./question.ts";

/** Discord's: choices of an autocomplete, characters of a choice's name and value. */
const MAX_SUGGESTIONS = 25;
const MAX_LENGTH = 100;
const ROOM = { limit: MAX_SUGGESTIONS, maxLength: MAX_LENGTH };
/** Questions that others asked, kept in memory of each server or workspace, and how many of them may lead the list. */
const POPULAR = 200;
const MAX_LEADING = 5;
/** Servers and workspaces whose questions are kept in memory. */
const MAX_WORKSPACES = 100;
/** Milliseconds after which they are read again. */
const STALE = 60_000;

/** A person's server or workspace; null in a direct message of Discord, which has none. */
export interface Community {
  readonly platform: Platform;
  readonly workspace: string | null;
}

export interface SuggestOptions {
  readonly commands: readonly Command[];
  readonly knowledge: Knowledge;
  /** What people of a server or workspace asked, the most popular first; null when it cannot be read now. Must not fail. */
  readonly popular: (platform: Platform, workspace: string, limit: number) => Promise<readonly string[] | null>;
  readonly now: () => number;
}

export interface Autocomplete {
  /** Values for a command's option. Waits for nothing. @param from null: offers nothing that others asked */
  suggest(name: string, optionName: string, typed: string, from: Community | null): readonly Suggestion[];
  /** Has what is popular there read, so that it is there once somebody types. */
  warm(from: Community): void;
  /** Forgets what was read, since some of it has been deleted. */
  clear(): void;
}

interface Popular {
  questions: readonly string[];
  read: number;
}

/** Offers values while a person types. */
export function createAutocomplete({ commands, knowledge, popular, now }: SuggestOptions): Autocomplete {
  const asked = new Map<string, Popular>();

  function popularIn({ platform, workspace }: Community): readonly string[] {
    if (workspace === null) return [];
    const key = `${platform}:${workspace}`;
    const known = asked.get(key) ?? { questions: [], read: Number.NEGATIVE_INFINITY };
    // The last used stands last.
    asked.delete(key);
    asked.set(key, known);
    for (const oldest of asked.keys()) {
      if (asked.size <= MAX_WORKSPACES) break;
      asked.delete(oldest);
    }
    if (now() - known.read >= STALE) {
      known.read = now();
      void popular(platform, workspace, POPULAR).then((questions) => {
        known.questions = questions ?? known.questions;
      });
    }
    return known.questions;
  }

  return {
    suggest(name, optionName, typed, from) {
      const option = commands.find((command) => command.name === name)?.options[optionName];
      if (option?.kind !== "text" || option.hidden === true) return [];
      const offered = option.complete?.(typed, knowledge, ROOM) ?? [];
      const others = name === ASK && from !== null ? popularIn(from) : [];
      const leading = matching(others, typed).slice(0, MAX_LEADING);
      return fit([...leading.map((question) => ({ name: question, value: question })), ...offered]);
    },
    warm(from) {
      popularIn(from);
    },
    clear() {
      asked.clear();
    },
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
