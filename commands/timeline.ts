import { defineCommand } from "../src/command.ts";
import { timelineReply } from "../src/replies/from-timeline.ts";

/** Entries on a page: as many as fit Discord's 4,000 characters with their sources. */
export const TIMELINE_PAGE = 6;
/** Pages beyond this are no page: what a button passes. */
const MAX_FROM = 100_000;

export const timeline = defineCommand({
  name: "timeline",
  description: "What happened when: everything the documents date, in order, in their own words",
  visibility: "public",
  options: {
    about: { kind: "text", description: "A date, a span of time or words: 29 December, Friday, the school", max: 300 },
    from: { kind: "integer", description: "Entries to pass over", min: 0, max: MAX_FROM, hidden: true },
  },
  async run({ about, from = 0 }, { knowledge, formatCommand }) {
    const wanted = about?.trim() ? about.trim() : null;
    const found = await knowledge.timeline({ about: wanted ?? "", from, limit: TIMELINE_PAGE });
    return timelineReply(found, { about: wanted, from, formatCommand });
  },
});
