import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { fetchFile, toWanted } from "../../tools/encoder/fetch-file.ts";
import { makeFolder } from "../helpers/folder.ts";
import { root, run } from "../helpers/program.ts";

const CONTENT = "a model";
const SHA256 = createHash("sha256").update(CONTENT).digest("hex");
const ADDRESS = "https://example.org/minilm/model.onnx?download=true";

/** A server on the far side; it leads elsewhere where it says from where it answers. */
function serve(content: string, { status = 200, from = ADDRESS } = {}): typeof fetch {
  return async () => Object.defineProperty(new Response(content, { status }), "url", { value: from });
}

describe("a model's file", () => {
  it("is fetched under the name that its address ends in", async () => {
    const folder = await makeFolder();
    expect(await fetchFile(toWanted(ADDRESS, SHA256.toUpperCase()), folder, serve(CONTENT))).toBe(CONTENT.length);
    expect(await readFile(path.join(folder, "model.onnx"), "utf8")).toBe(CONTENT);
    expect(await readdir(folder)).toEqual(["model.onnx"]);
  });

  it.each([
    ["is another than its checksum says", serve("another model"), /its SHA-256 is [0-9a-f]{64}: check the address/],
    ["is not there", serve("", { status: 404 }), /the answer was 404/],
    ["leads to an address without https", serve(CONTENT, { from: "http://example.org/" }), /without https/],
  ])("leaves nothing behind when it %s", async (_, send, reason) => {
    const folder = await makeFolder({ "model.onnx": "before" });
    await expect(fetchFile(toWanted(ADDRESS, SHA256), folder, send)).rejects.toMatchObject({
      code: "encoder",
      message: expect.stringMatching(reason),
    });
    expect(await readdir(folder)).toEqual(["model.onnx"]);
    expect(await readFile(path.join(folder, "model.onnx"), "utf8")).toBe("before");
  });

  it.each([
    ["http://example.org/model.onnx", SHA256, /no address that starts with https:/],
    [ADDRESS, "abc", /abc is no SHA-256/],
    ["https://example.org/..%2Fmodel", SHA256, /does not end in the name of a file/],
  ])("is not asked for at %s with %s", (address, sha256, reason) => {
    expect(() => toWanted(address, sha256)).toThrow(reason);
  });

  it("the command tells how it is used, with status 2", async () => {
    const { status, stderr } = await run(process.execPath, [`${root}tools/encoder/encoder.ts`, "fetch", ADDRESS, "x"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^npm run encoder -- install .+\n.+fetch URL SHA256 .+\n.+check DIR .+\n$/);
  });
});
