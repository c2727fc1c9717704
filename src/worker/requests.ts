import { setImmediate as nextRound } from "node:timers/promises";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { dropTurns, restTurns } from "../answering/turns.ts";
import { giveBack } from "./give-back.ts";
import type { Arguments, HeldKnowledge, Message, Method, Request, Result } from "./messages.ts";
import { putParts } from "./parts.ts";
import { toPlainError } from "./plain-error.ts";
import { stepBack } from "./step-back.ts";

/** Milliseconds of questions after questions, after which other work goes on for a turn of its own. */
const LONGEST_RUN = 100;

/**
 * Answers the requests that a port brings, one after the other: that of the lowest order first, and all of them before
 * longer work that is done in turns (`src/answering/turns.ts`) goes on.
 */
export function answerRequests(port: MessagePort, knowledge: HeldKnowledge): void {
  let held: HeldKnowledge | null = knowledge;
  const waiting: Request[] = [];
  let answering = false;

  port.on("message", (request: Request) => {
    waiting.push(request);
    if (!answering) void answerAll();
  });

  async function answerAll(): Promise<void> {
    answering = true;
    let since = performance.now();
    for (let next = first(); next !== undefined; next = first()) {
      const answered = answer(next);
      const { promise: round, resolve } = Promise.withResolvers<void>();
      // What has to wait for something, such as an encoder, holds up nobody.
      const immediate = setImmediate(resolve);
      await Promise.race([answered, round]);
      clearImmediate(immediate);
      if (performance.now() - since < LONGEST_RUN) continue;
      await nextRound();
      since = performance.now();
    }
    answering = false;
  }

  /** Takes the first of those that wait, with those that have come meanwhile. */
  function first(): Request | undefined {
    for (let come = receiveMessageOnPort(port); come !== undefined; come = receiveMessageOnPort(port)) {
      waiting.push(come.message);
    }
    let at = 0;
    for (const [i, { order }] of waiting.entries()) if (order < (waiting[at] as Request).order) at = i;
    return waiting.splice(at, 1)[0];
  }

  async function answer(request: Request): Promise<void> {
    const { id } = request;
    try {
      say({ kind: "result", id, value: await meet(request) });
    } catch (error) {
      say({ kind: "error", id, error: toPlainError(error) });
    }
    restTurns();
  }

  function meet({ method, args }: Request): unknown {
    if (method === "giveBack") return letGo();
    if (method === "stepBack") return stepBack();
    return method === "lendDocuments" ? lend(...args) : ask(held, method, args);
  }

  async function lend(files: readonly string[], to: MessagePort): Promise<void> {
    try {
      putParts(to, (await held?.packDocuments(files)) ?? []);
    } finally {
      // Whoever waits for them goes on without those that are missing.
      to.close();
    }
  }

  /** After this nothing is to be asked. */
  function letGo(): void {
    held = null;
    dropTurns();
    giveBack();
  }

  function say(message: Message<unknown>): void {
    port.postMessage(message);
  }
}

type HeldMethod = Exclude<Method, "giveBack" | "lendDocuments" | "stepBack">;
type Methods = { readonly [M in HeldMethod]: (...args: Arguments<M>) => Promise<Result<M>> };

function ask<M extends HeldMethod>(methods: Methods | null, method: M, args: Arguments<M>): Promise<Result<M>> {
  if (methods === null) throw new Error("The index has been let go of");
  return methods[method](...args);
}
