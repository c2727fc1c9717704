import type { Command } from "../src/command.ts";
import { ask } from "./ask.ts";
import { context } from "./context.ts";
import { differences } from "./differences.ts";
import { feedback } from "./feedback.ts";
import { forget } from "./forget.ts";
import { defineHelp } from "./help.ts";
import { report } from "./report.ts";
import { sources } from "./sources.ts";
import { timeline } from "./timeline.ts";
import { who } from "./who.ts";

const help = defineHelp(() => commands);

/** Everything people can ask, in the order in which it is listed. */
export const commands: readonly Command[] = [
  ask,
  timeline,
  who,
  differences,
  sources,
  help,
  forget,
  report,
  context,
  feedback,
] as readonly Command[];
