import type { Answer } from "../answering/answer.ts";
import type { Knowledge } from "../answering/knowledge.ts";
import type { Command, Context } from "../command.ts";
import { dispatch, type OnFault, type Request } from "../dispatch.ts";
import type { Handled, Observe } from "./observe.ts";
import { QUESTION } from "./question.ts";
import type { Requester } from "./requester.ts";
import { keepPrivate } from "./sharing.ts";

interface Parts {
  readonly commands: readonly Command[];
  readonly knowledge: Knowledge;
  readonly onFault: OnFault;
  readonly observe: Observe | undefined;
}

/** @returns a function that runs a command and tells the answer, how long it took, and the question there were, if any */
export function createRun({ commands, knowledge, onFault, observe }: Parts) {
  return async (request: Request, { platform }: Requester, context: Omit<Context, "knowledge" | "onAnswer">) => {
    const began = performance.now();
    let answer: Answer | undefined;
    const onAnswer = (given: Answer) => {
      answer = given;
    };
    let outcome: Handled["outcome"] | undefined;
    const noteFault: OnFault = (...fault) => {
      outcome = "failed";
      onFault(...fault);
    };
    // All that a command asks is answered by the same documents.
    using pinned = knowledge.pin();
    const given = await dispatch(commands, request, { ...context, knowledge: pinned, onAnswer }, noteFault);
    const { reply, visibility, values } = given;
    const { command } = request;
    outcome ??= answer?.status ?? "shown";
    const milliseconds = performance.now() - began;
    observe?.({ platform, command, outcome, seconds: milliseconds / 1_000 });
    const shown = visibility === "private" && answer !== undefined ? keepPrivate(reply, command, answer) : reply;
    const result = answer === undefined ? undefined : { answer, milliseconds };
    return { reply: shown, visibility, given: result, question: values[QUESTION] };
  };
}
