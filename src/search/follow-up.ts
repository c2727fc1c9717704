import { NAME } from "../text/entities/entity-kinds.ts";
import { tokenize } from "../text/tokens.ts";
import type { Index } from "./build-index.ts";
import { asksReason, type FollowUp, ownTerms, readFollowUp, toPlain } from "./follow-ups/kinds.ts";
import { replaceSubject, withPerson } from "./follow-ups/rewrite.ts";
import { analyseQuestion, MAX_TERMS, type Nouns, type Question } from "./question.ts";
import type { Unit } from "./question-kinds.ts";
import { type Retrieved, retrieving } from "./retriever.ts";
import { numberOf, type SentencePlace, toLoaded } from "./sentence-place.ts";
import { finishNow, type Steps, wait } from "./steps.ts";

/** "What for?" holds no word that tells its type. */
const REASON = { type: "reason", unit: null, tellsType: true } as const;
/** Earlier questions that one may lean on through others, each in turn. */
const MAX_CHAIN = 4;
/** What a term counts that is carried over from an earlier question, and a name from the answer to it. */
const CARRIED_SHARE = 0.5;
const NAMED_SHARE = 0.25;

export interface Conversation {
  /** Earlier questions, oldest first. */
  readonly history: readonly string[];
  /** Passages at the least, where so many hold any word of the question. */
  readonly limit: number;
  /**
   * Ranks what was found for an earlier question.
   *
   * @returns the sentence that answers it, by the numbers of all passages, or null where none does
   */
  readonly findAnswer: (retrieved: Retrieved) => Steps<SentencePlace | null>;
}

/** An earlier question, read in the light of those before it. */
interface Turn {
  /** What it is about: of "why?" the question before. */
  readonly topic: Question;
  /** Where its answer stands, and before a "why?" that of its topic, by the numbers of all passages; empty where it has none. */
  readonly places: readonly SentencePlace[];
  readonly retrieved: Retrieved;
}

/**
 * Retrieves passages for a question of a conversation. A follow-up is read in the light of the last question that was
 * answered, and of the sentence that answered it: see `readFollowUp` for the kinds there are.
 */
export function* retrievingInConversation(index: Index, text: string, conversation: Conversation): Steps<Retrieved> {
  return (yield* new Reader(index, conversation).read(text, conversation.history.length)).retrieved;
}

/** The same at once. @param index all of whose passages are in memory */
export function retrieveInConversation(
  index: Index,
  text: string,
  conversation: Omit<Conversation, "findAnswer"> & {
    readonly findAnswer: (retrieved: Retrieved) => SentencePlace | null;
  },
): Retrieved {
  const { findAnswer, ...rest } = conversation;
  return finishNow(
    retrievingInConversation(index, text, { ...rest, findAnswer: (earlier) => wait(findAnswer(earlier)) }),
  );
}

class Reader {
  readonly #index: Index;
  readonly #conversation: Conversation;
  readonly #turns = new Map<number, Turn>();

  constructor(index: Index, conversation: Conversation) {
    this.#index = index;
    this.#conversation = conversation;
  }

  /** @param at how many questions stand before it */
  *read(text: string, at: number): Steps<Omit<Turn, "places"> & { readonly before: Turn | null }> {
    const { limit } = this.#conversation;
    const question = analyseQuestion(text, this.#index.thesaurus);
    const followUp = at === 0 ? null : readFollowUp(question);
    const before = followUp === null ? null : yield* this.#before(at);
    if (followUp === null || before === null) {
      return { topic: question, retrieved: yield* retrieving(this.#index, question, limit), before: null };
    }
    const resolved = yield* resolve(this.#index, question, followUp, before);
    const isTopic = followUp.kind === "instead" || followUp.kind === "anaphor";
    return {
      topic: isTopic ? resolved : before.topic,
      retrieved: yield* retrieving(this.#index, resolved, limit),
      before: isTopic ? null : before,
    };
  }

  /** The last question that was answered; where none was, the last. Those that only want more of an answer are none. */
  *#before(at: number): Steps<Turn | null> {
    let last: Turn | null = null;
    for (let i = at - 1; i >= Math.max(0, at - MAX_CHAIN); i--) {
      const turn = yield* this.#turn(i);
      if (turn === null) continue;
      if (turn.places.length > 0) return turn;
      last ??= turn;
    }
    return last;
  }

  *#turn(at: number): Steps<Turn | null> {
    const text = this.#conversation.history[at] as string;
    if (at > 0 && leansOnWholeAnswer(text, this.#index.thesaurus)) return null;
    let turn = this.#turns.get(at);
    if (turn === undefined) {
      const { topic, retrieved, before } = yield* this.read(text, at);
      const answer = yield* this.#conversation.findAnswer(retrieved);
      turn = { topic, retrieved, places: [...(answer === null ? [] : [answer]), ...(before?.places ?? [])] };
      this.#turns.set(at, turn);
    }
    return turn;
  }
}

/** Whether a message asks nothing new of the documents, only for the answer before again, or for more of it. */
export function leansOnWholeAnswer(text: string, nouns: Nouns): "source" | "sure" | "more" | null {
  const kind = readFollowUp(analyseQuestion(text, nouns))?.kind;
  return kind === "source" || kind === "sure" || kind === "more" ? kind : null;
}

function* resolve(all: Index, question: Question, followUp: FollowUp, before: Turn): Steps<Question> {
  const { topic, places } = before;
  // What is read here of the answers before stands in them, or right before.
  const index = yield* wait(all.store.load(places.map(({ passage }) => passage)));
  const told = places.map((place) => toLoaded(index, place));
  const { text } = question;
  const own =
    followUp.subject === null ? ownTerms(question) : ownTerms(analyseQuestion(followUp.subject, index.thesaurus));
  const lean = { kind: followUp.kind, question: topic.text, places, excluded: [], own: own.map(({ term }) => term) };
  switch (followUp.kind) {
    case "else": {
      // "Who said it? – What else did he do?": asked of whoever that was, and of nothing that was asked before.
      const person = topic.type === "person" ? withPerson(index, question, topic, told).text : text;
      if (person === text) return { ...topic, ...typeOf(question, topic), lean: { ...lean, excluded: places } };
      return {
        ...analyseQuestion(person.replace(/\belse\b/i, ""), index.thesaurus),
        lean: { ...lean, excluded: places },
      };
    }
    case "instead": {
      // "And the price?" asks for something else of the same.
      const rewritten = question.tellsType ? null : replaceSubject(index, topic, followUp.subject ?? "");
      if (rewritten === null) return { ...carry(index, question, before, told), ...notPerson(question, topic), lean };
      return { ...analyseQuestion(rewritten, index.thesaurus), lean };
    }
    case "anaphor": {
      const { text: read, introduces } = withPerson(index, question, topic, told);
      const named = read === text ? question : analyseQuestion(read, index.thesaurus);
      return introduces ? { ...named, lean } : { ...carry(index, named, before, told), lean };
    }
    default:
      // The names of the answer are no news in it, and "where?" asks for what they may be.
      return { ...carryTerms(asksReason(toPlain(text)) ? { ...question, ...REASON } : question, topic), lean };
  }
}

/** Who did what was asked is told; of another it is asked whether they did so too. */
function notPerson({ tellsType }: Question, { type }: Question): Partial<Question> {
  return !tellsType && type === "person" ? { type: "thing", tellsType: false } : {};
}

function typeOf(question: Question, topic: Question): Pick<Question, "type" | "unit" | "tellsType"> {
  const { type, unit, tellsType } = question.tellsType && question.type !== "thing" ? question : topic;
  return { type, unit, tellsType };
}

/**
 * Takes over the terms of the question before at half their weight, its type where a question has none itself, and the
 * names of its answer.
 */
function carry(
  index: Index,
  question: Question,
  { topic, retrieved }: Turn,
  [place]: readonly SentencePlace[],
): Question {
  const carried = carryTerms(question, topic);
  return place === undefined ? carried : withNames(carried, namesIn(index, place, retrieved));
}

function carryTerms(question: Question, earlier: Question): Question {
  const own = new Set(question.terms.map(({ term }) => term));
  const carried = earlier.terms
    .filter(({ term }) => !own.has(term))
    .map((term) => ({ ...term, share: term.share * CARRIED_SHARE }));
  const kept = new Set(ownTerms(question));
  const typed = question.tellsType || question.type === "yes-no" ? question : earlier;
  return {
    ...question,
    focus: -1,
    subject: -1,
    isFollowUp: true,
    earlier: [...earlier.tokens, ...earlier.earlier],
    terms: [...question.terms.filter((term) => kept.has(term) || term.onlyAsks), ...carried].slice(0, MAX_TERMS),
    type: typed.type,
    tellsType: typed.tellsType,
    unit: withoutNoun(typed.unit),
  };
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
function namesIn(index: Index, place: SentencePlace, { question }: Retrieved): string[] {
  const { vocabulary, names: terms, tokenStart, tokens, tokenBits, tokenSpans } = index.table;
  const s = numberOf(index, place);
  const asked = new Set(question.terms.map(({ term }) => term));
  const { text } = index.passages.get(place.passage).document;
  const names: string[] = [];
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const id = tokens[i] as number;
    // The first word of a sentence has a capital anyway: a name is known by the other places it stands in.
    const isName = ((tokenBits[i] as number) & NAME) !== 0 || terms.has(id);
    if (!isName || asked.has(vocabulary.terms.get(id))) continue;
    names.push(text.slice(tokenSpans[2 * i], tokenSpans[2 * i + 1]));
  }
  return names;
}
