import { fileURLToPath } from "node:url";

/** Whether this is the repository, and not the package that is built of it: that is JavaScript. */
const isCheckout = import.meta.url.endsWith(".ts");

/** The folder with package.json, with a slash at the end. */
const home = fileURLToPath(new URL(isCheckout ? "../" : "../../", import.meta.url));

/** How a person calls a command of this program here: "npm run register", "npx attache register". */
export function howToRun(command: string): string {
  return isCheckout ? (command === "start" ? "npm start" : `npm run ${command}`) : `npx attache ${command}`;
}

/** @returns the path of a file that comes with the program: ".env.example" */
export function shippedFile(name: string): string {
  return `${home}${name}`;
}
