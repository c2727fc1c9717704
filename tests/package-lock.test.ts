import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

describe.each(["package-lock.json", "encoder/package-lock.json", "lancedb/package-lock.json"])("%s", (file) => {
  const lock = JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8")) as {
    packages: Record<string, Entry>;
  };

  it("lists every platform's optional packages, or npm ci refuses it: run .ci/complete-lock.mjs", () => {
    const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in lock.packages) && !(`${place}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("names no registry host", () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

it("LanceDB's packages are no part of what npm ci installs, without what it would fetch models with, and run no script", () => {
  const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  expect(read("package-lock.json")).not.toMatch(/lancedb|apache-arrow/);
  expect(read("lancedb/package-lock.json")).not.toMatch(/openai|@huggingface|onnxruntime|sharp/);
  expect(read("lancedb/.npmrc")).toMatch(/^ignore-scripts=true$/m);
});

it("the encoder's packages are no part of what npm ci installs, and run no script of theirs", () => {
  const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  expect(JSON.parse(read("package.json"))).not.toHaveProperty("workspaces");
  expect(read("package-lock.json")).not.toMatch(/onnxruntime|@huggingface/);
  expect(read("encoder/.npmrc")).toMatch(/^ignore-scripts=true$/m);
});
