import type { Passage } from "../documents/document.ts";
import { NAME } from "../text/entities/entity-kinds.ts";
import { tokenize } from "../text/tokens.ts";
import type { Index } from "./build-index.ts";
import { analyseQuestion, MAX_TERMS, type Nouns, type Question } from "./question.ts";
import type { Unit } from "./question-kinds.ts";
import { type Retrieved, retrieve } from "./retriever.ts";

/** Earlier questions that one may take over in turn, and answers that a chain of follow-ups is read through. */
const MAX_CHAIN = 3;
/** What a term counts that is carried over from an earlier question, and a name from the answer to it. */
const CARRIED_SHARE = 0.5;
const NAMED_SHARE = 0.25;
/** A question of more terms than this says for itself what it is about. */
const MAX_FOLLOW_UP_TERMS = 3;
/** In "when did he say that" the verb only stands for what was asked before. */
const PRO_VERBS = new Set("say said says mean happen happened think do".split(" "));

/** A sentence, by its passage and its position there. */
export interface SentencePlace {
  readonly passage: number;
  readonly sentence: number;
}

export interface Conversation {
  /** Earlier questions, oldest first. */
  readonly history: readonly string[];
  /** Passages at the least, where so many hold any word of the question. */
  readonly limit: number;
  /** Ranks what was found for an earlier question. @returns the sentence that answers it, or null where none does */
  readonly findAnswer: (retrieved: Retrieved) => SentencePlace | null;
}

/**
 * Retrieves passages for a question of a conversation. A follow-up ("and how many?") is searched by the terms of the
 * question before too; one with a "he" or "that" in it ("when did he say that?") also by the names in its answer.
 */
export function retrieveInConversation(index: Index, text: string, conversation: Conversation): Retrieved {
  const { history, limit, findAnswer } = conversation;
  const question = resolveFollowUp(text, history, index.thesaurus);
  const retrieved = retrieve(index, question, limit);
  const last = history.at(-1);
  if (last === undefined || !question.isFollowUp || !question.hasAnaphor) return retrieved;
  const earlier = history.slice(0, -1).slice(-MAX_CHAIN);
  const before = retrieveInConversation(index, last, { ...conversation, history: earlier });
  const answer = findAnswer(before);
  return answer === null ? retrieved : retrieve(index, withNames(question, namesIn(index, answer, before)), limit);
}

/**
 * Takes a question apart in the light of those before it: a follow-up takes over the terms of the last, at half their
 * weight, and its type where it has none itself.
 *
 * @param history earlier questions of the conversation, oldest first
 */
export function resolveFollowUp(text: string, history: readonly string[], nouns: Nouns): Question {
  const question = analyseQuestion(text, nouns);
  const last = history.at(-1);
  if (last === undefined || !isFollowUp(question)) return question;
  const earlier = resolveFollowUp(last, history.slice(0, -1).slice(-MAX_CHAIN), nouns);
  const own = new Set(question.terms.map(({ term }) => term));
  const carried = earlier.terms
    .filter(({ term }) => !own.has(term))
    .map((term) => ({ ...term, share: term.share * CARRIED_SHARE }));
  const added = question.terms.filter(({ word }) => !PRO_VERBS.has(word));
  const typed = question.tellsType ? question : earlier;
  return {
    ...question,
    focus: -1,
    subject: -1,
    isFollowUp: true,
    earlier: [...earlier.tokens, ...earlier.earlier],
    terms: [...added, ...carried].slice(0, MAX_TERMS),
    type: typed.type,
    tellsType: typed.tellsType,
    unit: withoutNoun(typed.unit),
  };
}

function isFollowUp({ text, terms, hasAnaphor }: Question): boolean {
  if (terms.length === 0 || /^\W*(?:and|but|or|also|then|(?:what|how) about)\b/i.test(text)) return true;
  return terms.length <= MAX_FOLLOW_UP_TERMS && hasAnaphor;
}

/** A follow-up has no noun asked about of its own to count. */
function withoutNoun(unit: Unit | null): Unit | null {
  return unit === "noun" ? null : unit;
}

/** @param names words as they stand in the answer before */
function withNames(question: Question, names: readonly string[]): Question {
  const own = new Set(question.terms.map(({ term }) => term));
  const added = names
    .flatMap((name) => tokenize(name).map(({ term, word, stop }) => ({ term, word, stop, typed: name })))
    .filter(({ term, stop }) => !stop && !own.has(term) && own.add(term))
    .map(({ term, word, typed }) => ({
      term,
      word,
      typed,
      phrase: null,
      name: true,
      share: NAMED_SHARE,
      onlyAsks: false,
    }));
  return { ...question, terms: [...question.terms, ...added].slice(0, MAX_TERMS) };
}

/** The words of a sentence that are written as names, beyond those of the question. */
function namesIn({ passages, table }: Index, { passage, sentence }: SentencePlace, { question }: Retrieved): string[] {
  const { vocabulary, names: terms, passageStart, tokenStart, tokens, tokenBits, tokenSpans } = table;
  const s = (passageStart[passage] as number) + sentence;
  const asked = new Set(question.terms.map(({ term }) => term));
  const { text } = (passages[passage] as Passage).document;
  const names: string[] = [];
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const id = tokens[i] as number;
    // The first word of a sentence has a capital anyway: a name is known by the other places it stands in.
    const isName = ((tokenBits[i] as number) & NAME) !== 0 || terms.has(id);
    if (!isName || asked.has(vocabulary.terms[id] as string)) continue;
    names.push(text.slice(tokenSpans[2 * i], tokenSpans[2 * i + 1]));
  }
  return names;
}
