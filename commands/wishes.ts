import { readWish, type Wish } from "../src/answering/wishes/read-wish.ts";
import type { Context } from "../src/command.ts";
import { SAYING_PAGE, sayingReply } from "../src/replies/from-saying.ts";
import type { Reply } from "../src/replies/reply.ts";
import { sources } from "./sources.ts";

/** A wish in the words of whoever has it. */
interface Wanted {
  readonly question: string;
  readonly about: string | null;
  /** What earlier pages showed. */
  readonly from: number;
}

/** A reply, or what is to be asked instead. */
type Granted = { readonly reply: Reply } | { readonly ask: string };

type Answering = (wanted: Wanted, context: Context) => Promise<Granted> | Granted;

/** What answers each kind of wish; those that are not here are questions to ask. */
const answering: Partial<Readonly<Record<Wish["kind"], Answering>>> = {
  sources: async (_, context) => ({ reply: await sources.run({ source: undefined, cited: undefined }, context) }),
  sourcesSaying({ question, about, from }, { knowledge }) {
    const words = about ?? question;
    const found = knowledge.sourcesSaying(words, { from, limit: SAYING_PAGE });
    const all = knowledge.sources.length;
    if (found.count > 0) return { reply: sayingReply(found, { question, words, from, sources: all }) };
    // A claim may stand there in other words; a word that stands nowhere is told of with what was asked.
    return { ask: /\s/.test(words) ? words : question };
  },
};

/**
 * Answers a wish for the documents as a whole by what serves it: "which sources do you have", "which source says 31".
 *
 * @returns the question to ask where the message is one, or nothing was found for the wish
 */
export async function grantWish(question: string, from: number, context: Context): Promise<Granted> {
  const wish = readWish(question);
  const grant = wish === null ? undefined : answering[wish.kind];
  if (wish === null || grant === undefined) return { ask: question };
  return grant({ question, about: wish.about, from }, context);
}
