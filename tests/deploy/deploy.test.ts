import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parse as parseSettings } from "dotenv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createMetrics } from "../../src/health/metrics.ts";
import { startHealth } from "../../src/health/server.ts";
import { openKnowledge } from "../../src/index.ts";
import { makeFolder } from "../helpers/folder.ts";
import { knowledgeFolder, root, run } from "../helpers/program.ts";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const dockerfile = read("Dockerfile").replace(/\\\n/g, " ");
const image = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
const compose = parse(read("compose.yaml")).services.attache;
const settings = new Set(Object.keys(parseSettings(read(".env.example"))));
const instruction = (name: string) =>
  [...image.matchAll(new RegExp(`^${name} +(.*)$`, "gm"))].map(([, rest = ""]) => rest);
const environment = Object.fromEntries(
  [...(instruction("ENV")[0] ?? "").matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value]),
);

/** What is copied from the repository, and not from an earlier stage. */
const copied = instruction("COPY")
  .filter((rest) => !rest.startsWith("--from"))
  .flatMap((rest) => rest.trim().split(/\s+/).slice(0, -1));

describe("the container", () => {
  it("holds all that an answer needs, and nothing is let in that is not copied", { timeout: 90_000 }, async () => {
    const place = await makeFolder();
    for (const file of copied) cpSync(path.join(root, file), path.join(place, file), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(place, "node_modules"));
    const question = ["ask", "who proposed expelling 35 diplomats"];
    const { status, stdout, stderr } = await run(process.execPath, ["src/main.js", ...question], {
      cwd: place,
      env: { KNOWLEDGE: knowledgeFolder, NODE_ENV: "production" },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Lavrov");
    const letIn = read(".dockerignore").match(/(?<=^!).+$/gm) ?? [];
    expect([...letIn].sort()).toEqual([...copied, "package-lock.json"].sort());
  });

  it("needs no package of the development", () => {
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }>;
    };
    for (const name of Object.keys(dependencies)) {
      expect(packages[`node_modules/${name}`], name).toMatchObject({});
      expect(packages[`node_modules/${name}`]?.dev, name).toBeUndefined();
    }
    // The image installs without running any: one that had to be run would be missing.
    const scripts = Object.entries(packages).filter(([, { dev, hasInstallScript }]) => !dev && hasInstallScript);
    expect(scripts.map(([name]) => name)).toEqual([]);
  });

  it("does not run as root, and writes where its volume is", () => {
    expect(instruction("USER")).toEqual(["node"]);
    expect(instruction("VOLUME")).toEqual([path.posix.dirname(environment["STORE"] ?? "")]);
    for (const name of Object.keys(environment)) expect([...settings, "NODE_ENV"]).toContain(name);
    const [major] = /(?<=^FROM node:)\d+/.exec(image.trimStart()) ?? [];
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    expect(engines.node).toBe(`>=${major}`);
  });

  it("asks the bot itself how it is", async () => {
    const [, command = "[]"] = /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(image) ?? [];
    const [file, ...args] = JSON.parse(command) as string[];
    expect(file).toBe("node");
    const metrics = createMetrics(await openKnowledge({ folder: knowledgeFolder }));
    let ready = true;
    const health = await startHealth({ port: 0, host: "127.0.0.1", metrics, readiness: async () => ({ ready }) });
    const check = () => run(process.execPath, args, { env: { HEALTH_PORT: String(health.port) } });
    expect((await check()).status).toBe(0);
    ready = false;
    expect((await check()).status).toBe(1);
    await health.close();
    expect((await check()).status).toBe(1);
  });

  it("is composed with nothing but the documents to read and the store to write", () => {
    expect(compose).toMatchObject({
      read_only: true,
      init: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      environment: { KNOWLEDGE: environment["KNOWLEDGE"], STORE: environment["STORE"] },
    });
    expect(compose.environment.HEALTH_PORT).toBe(environment["HEALTH_PORT"]);
    expect(compose.volumes).toEqual([`./knowledge:${environment["KNOWLEDGE"]}:ro`, `data:${instruction("VOLUME")[0]}`]);
  });
});

describe("the service of systemd", () => {
  const unit = read("deploy/attache.service");
  const values = (name: string) =>
    [...unit.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].map(([, value = ""]) => value);

  it("starts the program, with settings that there are, and keeps its store where it may write", () => {
    const words = (values("ExecStart")[0] ?? "").split(" ");
    const [node, file = ""] = words.slice(-2);
    const [folder = ""] = values("WorkingDirectory");
    expect(node).toBe("/usr/bin/node");
    expect(existsSync(path.join(root, path.posix.relative(folder, file)))).toBe(true);
    const toPairs = (pairs: string[]) => Object.fromEntries(pairs.map((pair) => pair.split("=") as [string, string]));
    const set = toPairs(values("Environment"));
    // systemd.exec(5): what stands in a file wins over Environment=; what `env` sets comes after both.
    expect(words[0]).toBe("/usr/bin/env");
    const last = toPairs(words.slice(1, -2));
    for (const name of Object.keys({ ...set, ...last })) expect([...settings, "NODE_ENV"]).toContain(name);
    const given: Record<string, string> = { ...set, ...parseSettings(read(".env.example")), ...last };
    expect(given["STORE"]).toMatch(new RegExp(`^/var/lib/${values("StateDirectory")[0]}/`));
    expect(path.posix.relative(folder, given["KNOWLEDGE"] ?? "")).toMatch(/^\.\./);
    // What a wrong setting ends with, as tests/main.test.ts has it.
    expect(values("RestartPreventExitStatus")).toEqual(["2"]);
  });

  it("is one that systemd takes", ({ skip }) => {
    const { error, status, stderr } = spawnSync(
      "systemd-analyze",
      ["verify", path.join(root, "deploy/attache.service")],
      {
        encoding: "utf8",
      },
    );
    if (error !== undefined) skip("there is no systemd-analyze here");
    // A machine that builds may have no Node where the service has it.
    const said = stderr.split("\n").filter((line) => line !== "" && !line.includes("/usr/bin/node"));
    expect(said).toEqual([]);
    if (!stderr.includes("/usr/bin/node")) expect(status).toBe(0);
  });
});
