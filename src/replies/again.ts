import type { Answer } from "../answering/answer.ts";
import { countAgreeing } from "./citation.ts";
import { type AnswerReplyOptions, answerReply } from "./from-answer.ts";
import type { Reply } from "./reply.ts";

/** The answer before again, with what other sources say of it: for "are you sure?". */
export function againReply(answer: Answer, options: Omit<AnswerReplyOptions, "from">): Reply {
  const reply = answerReply(answer, { ...options, limit: 1, from: 0 });
  if (answer.status === "unanswered") return reply;
  return { ...reply, items: [{ kind: "prose", text: describeAgreement(answer) }, ...reply.items] };
}

function describeAgreement({ agreement }: Answer): string {
  const differing = agreement.filter(({ relation }) => relation === "differs").length;
  const differs = differing === 0 ? null : differing === 1 ? "1 source differs" : `${differing} sources differ`;
  const told = [countAgreeing(agreement), differs].filter((part) => part !== null);
  return told.length === 0 ? "I found no other source that tells it." : `${told.join("; ")}.`;
}
