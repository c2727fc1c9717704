import process from "node:process";
import { AttacheError } from "../../src/errors.ts";
import { install } from "../install.ts";

const USAGE = "npm run lancedb -- install   install what keeps an index in LanceDB (210 MB), in lancedb/";

try {
  const [command, ...rest] = process.argv.slice(2);
  if (command !== "install" || rest.length > 0) throw new AttacheError("usage", USAGE);
  await install("lancedb", "index");
} catch (error) {
  if (!(error instanceof AttacheError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
