import { readWish, type Wish } from "../src/answering/wishes/read-wish.ts";
import type { Context } from "../src/command.ts";
import { differencesReply } from "../src/replies/from-differences.ts";
import { whoReply } from "../src/replies/from-people.ts";
import { SAYING_PAGE, sayingReply } from "../src/replies/from-saying.ts";
import { timelineReply } from "../src/replies/from-timeline.ts";
import type { Reply } from "../src/replies/reply.ts";
import { sources } from "./sources.ts";
import { TIMELINE_PAGE } from "./timeline.ts";
import { who } from "./who.ts";

/** A wish in the words of whoever has it. */
interface Wanted {
  readonly question: string;
  readonly about: string | null;
  /** What earlier pages showed. */
  readonly from: number;
}

/** A reply, and whether it is about something that the next question may lean on; or what is to be asked instead. */
type Granted = { readonly reply: Reply; readonly isAsked?: true } | { readonly ask: string };

type Answering = (wanted: Wanted, context: Context) => Promise<Granted> | Granted;

/** What answers each kind of wish. What it is about and nothing is found of is a question to ask. */
const answering: Readonly<Record<Wish["kind"], Answering>> = {
  overview: ({ question }) => ({ ask: question }),
  async timeline({ question, about, from }, { knowledge, formatCommand }) {
    const found = await knowledge.timeline({ about: about ?? "", from, limit: TIMELINE_PAGE });
    if (about !== null && found.count === 0) return { ask: question };
    return told(about, timelineReply(found, { about, from, formatCommand }));
  },
  people: async ({ from }, context) => ({ reply: await who.run({ name: undefined, from }, context) }),
  async who({ question, about, from }, { knowledge, formatCommand }) {
    const name = about ?? "";
    const found = await knowledge.who(name);
    if (found.status === "unknown") return { ask: question };
    return told(name, whoReply(name, found, { from, formatCommand }));
  },
  async differences({ question, about, from }, { knowledge }) {
    const found = await knowledge.differences(about ?? "");
    if (about !== null && found.length === 0) return { ask: question };
    return told(about, differencesReply(found, { about: about ?? "", from, documents: knowledge.sources.length }));
  },
  sources: async (_, context) => ({
    reply: await sources.run({ source: undefined, cited: undefined, quoted: undefined, from: undefined }, context),
  }),
  async sourcesSaying({ question, about, from }, { knowledge }) {
    const words = about ?? question;
    const found = await knowledge.sourcesSaying(words, { from, limit: SAYING_PAGE });
    const all = knowledge.sources.length;
    if (found.count > 0) return told(words, sayingReply(found, { question, words, from, sources: all }));
    // It may stand there in other words; and of “which source mentions” nobody wants to be told that it stands nowhere.
    return { ask: words };
  },
};

/** @param about what the reply is about; null where it is about all of the documents */
function told(about: string | null, reply: Reply): Granted {
  return about === null ? { reply } : { reply, isAsked: true };
}

/**
 * Answers a wish for the documents as a whole by what serves it: "which sources do you have", "which source says 31".
 *
 * @returns the question to ask where the message is one, or nothing was found for the wish
 */
export async function grantWish(question: string, from: number, context: Context): Promise<Granted> {
  const wish = readWish(question);
  if (wish === null) return { ask: question };
  const granted = await answering[wish.kind]({ question, about: wish.about, from }, context);
  if ("isAsked" in granted && from === 0) await keep(question, context);
  return granted;
}

/** Lets the conversation go on from what was asked: "and what did he say?". */
async function keep(question: string, { knowledge, history, onAnswer }: Context): Promise<void> {
  onAnswer?.({ ...(await knowledge.ask(question, { limit: 1, history })), status: "answered" });
}
