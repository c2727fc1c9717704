import { registerHooks } from "node:module";

/** Loaded before a program, lets it try every pattern on every text, whatever signs the text has. */
registerHooks({
  load(url, context, next) {
    const module = next(url, context);
    if (!url.endsWith("/src/text/entities/signs.ts")) return module;
    const asked = "return (lastSigns & sign) !== 0;";
    const source = String(module.source);
    if (!source.includes(asked)) throw new Error("The signs are asked for in another way now");
    return { ...module, source: source.replace(asked, "return true;") };
  },
});
