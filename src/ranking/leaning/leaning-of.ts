import type { Index } from "../../search/build-index.ts";
import type { Retrieved } from "../../search/retriever.ts";
import { leanBare } from "./bare.ts";
import { leanElse } from "./else.ts";
import type { Leaning } from "./leaning.ts";
import { leanOwn } from "./own.ts";
import { leanSpeaker } from "./speaker.ts";

/** @returns null for a question that stands alone */
export function leaningOf(index: Index, query: Retrieved): Leaning | null {
  const { lean } = query.question;
  switch (lean?.kind) {
    case "bare":
      return leanBare(index, query, lean);
    case "speaker":
      return leanSpeaker(index, lean);
    case "else":
      return leanElse(index, query.question, lean);
    case "instead":
    case "anaphor":
      return leanOwn(index, query, lean);
    default:
      return null;
  }
}
