import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Discord's own description of its API; no part of this repository, so it may be absent. */
const FILE = fileURLToPath(new URL("../../../shared/specs/discord-openapi.json", import.meta.url));

interface Operation {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
}

interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

const METHODS = ["get", "put", "post", "patch", "delete"] as const;

/** Whether requests are held to Discord's own description of its API. */
export const hasDescription = existsSync(FILE);

interface Route {
  readonly pattern: RegExp;
  readonly template: string;
}

let loaded: { ajv: Ajv2020; routes: Map<string, Route[]>; compiled: Map<string, ValidateFunction | null> } | undefined;

function load() {
  if (loaded !== undefined) return loaded;
  const description = JSON.parse(readFileSync(FILE, "utf8")) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addFormat("snowflake", /^\d{1,20}$/);
  ajv.addFormat("nonce", true);
  ajv.addSchema({ $id: "https://discord.test/api", ...description });
  const routes = new Map<string, Route[]>();
  for (const [template, item] of Object.entries(description.paths)) {
    const source = template.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/g, "[^/]+");
    for (const method of METHODS) {
      if (item[method] === undefined) continue;
      const list = routes.get(method) ?? [];
      list.push({ pattern: new RegExp(`^${source}$`), template });
      routes.set(method, list);
    }
  }
  // A route without a parameter stands before one whose parameter would match it.
  for (const list of routes.values()) {
    list.sort((a, b) => a.template.split("{").length - b.template.split("{").length);
  }
  loaded = { ajv, routes, compiled: new Map() };
  return loaded;
}

/**
 * Holds a request to Discord's description.
 *
 * @param path below "/api/v10", without the query
 * @returns what is wrong with it; nothing where the description is absent
 */
export function checkAgainstDescription(method: string, path: string, body: unknown): string[] {
  if (!hasDescription) return [];
  const { ajv, routes, compiled } = load();
  const route = routes.get(method.toLowerCase())?.find(({ pattern }) => pattern.test(path));
  if (route === undefined) return [`no such route in Discord's description: ${method} ${path}`];
  const key = `${method.toLowerCase()} ${route.template}`;
  let validate = compiled.get(key);
  if (validate === undefined) {
    validate = compile(ajv, route.template, method.toLowerCase());
    compiled.set(key, validate);
  }
  if (validate === null || validate(body ?? {})) return [];
  // Of a choice of schemas each complains: what got furthest into the body says the most.
  const [error] = [...(validate.errors ?? [])].sort((a, b) => depth(b.instancePath) - depth(a.instancePath));
  return [`${method} ${path}: ${error?.instancePath} ${error?.message} (Discord's OpenAPI description)`];
}

function compile(ajv: Ajv2020, template: string, method: string): ValidateFunction | null {
  const root = ajv.getSchema("https://discord.test/api")?.schema as unknown as Description;
  const schema = root.paths[template]?.[method]?.requestBody?.content["application/json"]?.schema;
  if (schema === undefined) return null;
  const pointer = [template, method, "requestBody", "content", "application/json", "schema"]
    .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  return ajv.compile({ $ref: `https://discord.test/api#/paths/${pointer}` });
}

function depth(pointer: string): number {
  return pointer.split("/").length;
}
