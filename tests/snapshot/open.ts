import process from "node:process";
import { openKnowledge } from "../../src/index.ts";

/** Opens a folder with a snapshot, and prints an answer and what was wrong with the snapshot, as JSON. */
const [folder = "", snapshot = ""] = process.argv.slice(2);
const problems: string[] = [];
const knowledge = await openKnowledge({ folder, snapshot, onSnapshotProblem: (problem) => problems.push(problem) });
const answer = await knowledge.ask("who proposed expelling 35 diplomats");
process.stdout.write(JSON.stringify({ answer, problems }));
