import { blockKinds } from "../documents/document.ts";
import type { Index } from "../search/build-index.ts";
import type { QueryTerm } from "../search/expanded-query.ts";
import type { Question } from "../search/question.ts";
import { type AnswerType, kindOfNoun } from "../search/question-kinds.ts";
import type { Retrieved } from "../search/retriever.ts";
import type { SentencePlace } from "../search/sentence-place.ts";
import { type Span, slice } from "../text/span.ts";

const FIELD = blockKinds.indexOf("field");
/** From here on a word of like meaning stands for a term. */
const LIKE = 0.5;
/** Words of a question that a field does without: "how long does it take", "when is the talk held". */
const UNSAID = new Set("take make give hold have go happen begin start run last talk event session".split(" "));
/** Kinds of answers that a field's name tells by itself. */
const KINDS: ReadonlySet<AnswerType> = new Set(["person", "time", "place", "quantity"]);
const PLACE = /^(?:rooms?|halls?|buildings?|stages?|city|country|floor)$/i;
const DURATION = /^(?:times?|duration|length)$/i;

/**
 * Tells whether a field of the front matter says what is asked: each word of the question is one of the document's title,
 * means the field's name, or is a verb that says nothing; and the name is what was asked for, by a word ("language") or
 * by its kind ("speaker" for who, "time" for when).
 *
 * @returns null where no document has a field, or the question alone does not tell what it asks for
 */
export function answersAsField(
  { passages, table }: Index,
  { question, expanded: { terms } }: Retrieved,
): ((found: SentencePlace) => boolean) | null {
  if (question.isFollowUp || terms.length === 0 || !hasFields(table)) return null;
  const { passageStart, tokenStart, tokens, tokenSpans, kindOf, above, titleOf } = table;
  return ({ passage: number, sentence }) => {
    const s = (passageStart[number] as number) + sentence;
    if (kindOf[s] !== FIELD) return false;
    const { document, sentences } = passages.get(number);
    const span = sentences[sentence] as Span;
    const name = /^[^:]+(?=: )/.exec(slice(document.text, span))?.[0];
    if (name === undefined) return false;
    const named = new Set<number>();
    for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
      if ((tokenSpans[2 * i + 1] as number) <= span.start + name.length) named.add(tokens[i] as number);
    }
    const title = new Set(above.get(titleOf[number] as number));
    const ofTitle = terms.map(({ matches }) => matches.some(({ id }) => title.has(id)));
    const isTyped = KINDS.has(question.type);
    const ofName = terms.map((term) => means(term, named, !isTyped));
    const isTold = terms.every((_, t) => ofTitle[t] || ofName[t] || UNSAID.has(question.terms[t]?.word ?? ""));
    return isTold && ofTitle.includes(true) && (ofName.includes(true) || isOfKind(question, name));
  };
}

const withFields = new WeakMap<Index["table"], boolean>();

function hasFields(table: Index["table"]): boolean {
  const has = withFields.get(table) ?? table.kindOf.includes(FIELD);
  withFields.set(table, has);
  return has;
}

/** Whether some of the documents' terms stand for a term of the question. @param broadly by words of like meaning too */
function means({ matches, synonyms, paraphrases }: QueryTerm, held: ReadonlySet<number>, broadly: boolean): boolean {
  return (broadly ? [matches, synonyms, paraphrases] : [matches]).some((list) =>
    list.some(({ id, idfScaled }) => idfScaled >= LIKE && held.has(id)),
  );
}

/** Whether a field of this name holds the kind of thing that is asked for. */
function isOfKind({ type, unit }: Question, name: string): boolean {
  const noun =
    name
      .split(/[\s_-]+/)
      .at(-1)
      ?.toLowerCase() ?? "";
  if (type === "place" && PLACE.test(noun)) return true;
  if (type === "quantity" && unit === "duration" && DURATION.test(noun)) return true;
  const kind = kindOfNoun(noun);
  return kind !== null && kind.type === type && (type !== "quantity" || kind.unit === unit);
}
