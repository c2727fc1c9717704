import { describe, expect, it } from "vitest";
import { readFollowUp } from "../../src/search/follow-ups/kinds.ts";
import { analyseQuestion } from "../../src/search/question.ts";
import { lexicon } from "./helpers.ts";

const kindOf = (text: string) => readFollowUp(analyseQuestion(text, lexicon.thesaurus))?.kind ?? null;

const kinds = {
  source: [
    ...["source?", "link?", "proof?", "what's the source", "got a source for that?", "source please"],
    ...["where does it say that?", "where did you get that from?", "which article says so?", "where is that written"],
    ...["how do you know?", "says which document?", "can i see the source"],
  ],
  sure: [
    ...["are you sure?", "r u sure", "really?", "is that true?", "is that confirmed?", "seriously?", "you sure?"],
    ...["how sure are you?", "do other sources agree?", "who else says so?", "is it really so?"],
  ],
  more: [
    ...["tell me more", "more", "go on", "anything else?", "what else?", "more details please", "and what else?"],
    ...["continue", "is that all?", "show me more", "tell me more about it", "something else?", "is there more?"],
  ],
  bare: [
    ...[
      "why?",
      "and why?",
      "why not?",
      "how come?",
      "what for?",
      "when?",
      "and when was that?",
      "where?",
      "where exactly?",
    ],
    ...[
      "where was that?",
      "who?",
      "by whom?",
      "from whom?",
      "how many?",
      "how much?",
      "since when?",
      "why did he say that?",
    ],
    ...[
      "when did that happen?",
      "ok but why",
      "how long?",
      "what time?",
      "what was the reason?",
      "where is it?",
      "how many of them?",
    ],
  ],
  speaker: [
    ...["who said so?", "who said that", "says who?", "who says that?", "according to whom?", "who claims this?"],
    ...["and who said it?", "who reported that?", "whose words are those?"],
  ],
  else: [
    ...["what else did he say?", "what else did they do", "who else?", "where else?", "any other reasons?"],
    ...["did she say anything else?", "why else?", "what else does it contain?"],
  ],
  instead: [
    ...["and Lavrov?", "and lavrov", "what about the school?", "how about in Moscow?", "and in Moscow?", "in 2015?"],
    ...["on Friday?", "for students?", "and the other one?", "but the mill?", "and before october 1?"],
  ],
  anaphor: [
    ...["did he pin it?", "when did she leave?", "what did they decide?"],
    ...["is it expensive?", "who is that?", "who's he?", "what happened to them?", "how many students does it have?"],
    ...["was she there before?", "how far from the coast?", "when is their next meeting?", "what's his job"],
  ],
} as const;

/** Questions that say for themselves what they are about, though they begin or sound like the others. */
const nearMisses = [
  ...["why did the school close?", "who said the roof leaks?", "where was the meeting held?", "when was the vote?"],
  ...["why is Indonesia prone to earthquakes?", "how many people died in the quake?", "how much is a ticket?"],
  ...["who said that the roof leaks?", "who says the mayor lied?", "who told the police about the fire?"],
  ...["what else did the committee decide about the roof?", "who else was at the meeting in March?"],
  ...[
    "is there parking at the centre?",
    "are there any showers?",
    "was there a tsunami warning?",
    "is there a dog park",
  ],
  ...["where is the source of the river?", "what is the source of the leak?", "which article did Anna write?"],
  ...["which document describes the heating?", "what does the report say about cracks?", "link to the sign-up sheet"],
  ...["what are the sources of funding?", "how do you know if the dough is ready?", "where does the path go on to?"],
  ...["is it true that the mayor resigned in May?", "are you sure about the date of the vote on the budget?"],
  ...["is that restaurant on Mill Street open on Sunday?", "tell me more about the ferry to Oslo"],
  ...[
    "more storage for bicycles",
    "continue the subscription after March",
    "next train to Oslo",
    "details of the lease",
  ],
  ...[
    "what about the plan to sell the harbour to the city council?",
    "how about a shorter opening time in winter months?",
  ],
  ...[
    "and who is the owner of the old mill?",
    "so who is the mayor of Oslo",
    "then what did the council decide in June?",
  ],
  ...["but when does the pool open on Sunday?", "what did Lavrov say?", "who is Lavrov?", "did Lavrov resign?"],
  ...["did Anna say that she would come?", "does the school have its own pool?", "did the mayor sell his house?"],
  ...["when did Anna Berg leave her office?", "how did the union get its money?", "what is the right to reply"],
  ...["why was the 2016 election contested", "why not sell the old boat?", "how come the lift is out of order?"],
  ...["what for is the blue key?", "where exactly is the quiet room?", "when exactly does the shop open?"],
  ...["how long is the bridge?", "how deep is the lake?", "how far is Oslo?", "what time does breakfast start?"],
  ...["by whom was the tower built?", "since when is smoking banned on the terrace?"],
  ...["in which year was the club founded?", "on what day is the market?", "for how long can I borrow a drill?"],
];

describe("a follow-up is told from a question of its own", () => {
  it.each(Object.entries(kinds).flatMap(([kind, all]) => all.map((text) => [text, kind])))(
    "“%s” is %s",
    (text, kind) => {
      expect(kindOf(text)).toBe(kind);
    },
  );

  it.each(nearMisses)("“%s” says for itself what it is about", (text) => {
    expect(kindOf(text)).toBeNull();
  });
});
