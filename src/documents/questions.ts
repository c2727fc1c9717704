import type { Span } from "../text/span.ts";

/** A question mark at the end, with closing marks and emoji behind it. */
const ENDS_ASKING = /[?？؟](?:[\s"”’»')\]*]|\p{Extended_Pictographic}|\ufe0f)*$/u;
const STARTS_ASKING =
  /^(?:(?:who|whom|what|when|where|why|how|which)(?:['’]s)?\s+(?:do|does|did|is|are|was|were|can|could|should|shall|will|would|may|might|must|has|have|had|to|much|many|long|far|often|old)|(?:can|could|do|should|will|may|must|am|are)\s+(?:i|we|you))\s/i;
/** What people write without a question mark: "does anyone know …", "wer hat …". */
const ASKS_AROUND =
  /^(?:(?:do|does|did|has|have|is|can|could)\s+(?:any|some)(?:one|body)|any(?:one|body)\s+(?:know|have|here|want|need)|(?:wer|wo|wann|wie|was|warum|wohin|woher)\s+(?:hat|haben|ist|sind|war|kann|können|muss|müssen|darf|weiß|geht|gibt|wird|kommt|macht|beginnt|viel|viele|lange|oft))\s/i;
/** Before a question in talk: "hi all, ", "@Ben ". */
const GREETING =
  /^(?:@[\p{L}\p{N}._-]+,?\s+|(?:hi|hello|hey|hallo|ok|so|and|und|sorry)(?:\s+(?:all|team|alle))?,?\s+)+/iu;
/** A question mark at the end of a sentence, not one within an address. */
const ASKS_WITHIN = /[?？؟](?=$|[\s"”’»)\]]|\p{Extended_Pictographic})/u;

const ASKED = "Q|Question|Frage|Pregunta|Domanda|Vraag|Pytanie";
const ANSWERED = "A|Answer|Antwort|Réponse|Respuesta|Risposta|Antwoord|Odpowiedź";
const NUMBER = String.raw`(?:\s?\d{1,3})?\s?`;
const QUESTION_MARK = new RegExp(String.raw`^(?:${ASKED})${NUMBER}([:.)])\s+(?=\S)`, "i");
const ANSWER_MARK = new RegExp(String.raw`^(?:${ANSWERED})${NUMBER}[:.)]\s+(?=\S)`);
/** Where a question or an answer starts: on a line of its own, or behind a sentence, where "A. Smith" is nobody's mark. */
const NEXT_MARK = new RegExp(
  String.raw`\n\s*(?=(?:${ASKED}|${ANSWERED})${NUMBER}[:.)]\s+\S)|(?<=[?？؟.!…]["”’)\]*]{0,3})\s+(?=(?:${ASKED}|${ANSWERED})${NUMBER}:\s+\S)`,
  "g",
);

/** Whether a heading asks: "Where do I park?", and "How to get there" too. */
export function isAskingHeading(text: string): boolean {
  return ENDS_ASKING.test(text) || (STARTS_ASKING.test(text) && !/[.:;!,]$/.test(text));
}

export function endsAsking(text: string): boolean {
  return ENDS_ASKING.test(text);
}

/** Whether somebody asks something in what is said: with a question mark, or in the words of a question. */
export function isAsking(said: string): boolean {
  const bare = said.replace(GREETING, "");
  return ASKS_WITHIN.test(said) || STARTS_ASKING.test(`${bare} `) || ASKS_AROUND.test(`${bare} `);
}

/** Whether a text is marked as a question: "Q: …", "Question 3: …"; behind "Q3." only where it asks, as a quarter does not. */
export function isMarkedQuestion(text: string): boolean {
  const mark = QUESTION_MARK.exec(text);
  return mark !== null && (mark[1] === ":" || !/^q\s?\d/i.test(text) || /[?？؟]/.test(text));
}

/** @returns length of the mark that an answer starts with ("A: "), 0 without one */
export function answerMark(text: string): number {
  return ANSWER_MARK.exec(text)?.[0].length ?? 0;
}

/**
 * Divides what starts with a marked question: each question and each answer is a part, an answer without a mark behind
 * its question too.
 *
 * @param text of a paragraph, with its line breaks
 * @returns without white space at either end
 */
export function divideQuestions(text: string): Span[] {
  const parts: Span[] = [];
  const marks = Array.from(text.matchAll(NEXT_MARK), ({ 0: space, index }) => ({
    end: index,
    start: index + space.length,
  }));
  let start = 0;
  for (const next of [...marks, { end: text.length, start: text.length }]) {
    const part = text.slice(start, next.end);
    const answered = answerMark(text.slice(next.start)) > 0;
    const gap = !answered && isMarkedQuestion(part) ? answerGap(part) : null;
    if (gap !== null) parts.push({ start, end: start + gap.start }, { start: start + gap.end, end: next.end });
    else parts.push({ start, end: next.end });
    start = next.start;
  }
  return parts;
}

/** The white space between a question and what answers it in the same paragraph, if anything does. */
function answerGap(text: string): Span | null {
  const last = Array.from(text.matchAll(/[?？؟]["”’)\]*]*(\s+)(?=\S)/g)).at(-1);
  if (last === undefined) return null;
  const end = last.index + last[0].length;
  return /^\([^()]*\)$/.test(text.slice(end)) ? null : { start: end - (last[1]?.length ?? 0), end };
}
