import process from "node:process";

// Questions of somebody's own are the program's business, for whoever has it without this repository; the tables judge it.
if (process.argv.some((word) => /^--questions(?:=|$)/.test(word))) {
  process.argv.splice(2, 0, "eval");
  await import("../src/program.ts");
} else {
  await import("./eval-tables.ts");
}
