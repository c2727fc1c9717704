import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMetrics, type Metrics } from "../../src/health/metrics.ts";
import { type Health, type Readiness, startHealth } from "../../src/health/server.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { makeFolder } from "../helpers/folder.ts";

const HOST = "127.0.0.1";

let knowledge: Knowledge;
let metrics: Metrics;
let health: Health;
let readiness: () => Promise<Readiness>;
beforeEach(async () => {
  const folder = await makeFolder({ "a.md": "Penguins eat fish.", "b.md": "Owls eat mice.", "c.md": "" });
  knowledge = await openKnowledge({ folder });
  metrics = createMetrics(knowledge);
  readiness = async () => ({ index: true, store: true, discord: true });
  health = await startHealth({ port: 0, host: HOST, metrics, readiness: () => readiness() });
});
afterEach(() => health.close());

const get = (path: string, method = "GET") => fetch(`http://${HOST}:${health.port}${path}`, { method });

describe("the health of the bot", () => {
  it("is alive as long as the process turns, whatever else is wrong", async () => {
    readiness = async () => ({ store: false });
    const response = await get("/healthz?from=docker");
    expect([response.status, await response.text()]).toEqual([200, "ok\n"]);
  });

  it("is ready when all it needs is there, and else names what is missing", async () => {
    const ready = await get("/readyz");
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, index: true, store: true, discord: true }]);
    readiness = async () => ({ index: true, store: false, discord: true });
    const unready = await get("/readyz");
    expect([unready.status, await unready.json()]).toEqual([
      503,
      { ready: false, index: true, store: false, discord: true },
    ]);
  });

  it("is not ready when a part does not say how it is, or fails to", async () => {
    readiness = () => new Promise(() => {});
    const late = await get("/readyz");
    expect([late.status, await late.json()]).toEqual([503, { ready: false, late: true }]);
    readiness = () => Promise.reject(new Error("no"));
    expect((await get("/readyz")).status).toBe(500);
    expect((await get("/healthz")).status).toBe(200);
  });

  it("gives Prometheus counts and times of what was asked, and the documents, in no one's words", async () => {
    metrics.observe({ platform: "discord", command: "ask", outcome: "answered", seconds: 0.03 });
    metrics.observe({ platform: "discord", command: "ask", outcome: "answered", seconds: 0.3 });
    metrics.observe({ platform: "slack", command: "ask", outcome: "refused", seconds: 0 });
    const response = await get("/metrics");
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    expect(text).toContain('attache_requests_total{platform="discord",command="ask",outcome="answered"} 2');
    expect(text).toContain('attache_requests_total{platform="slack",command="ask",outcome="refused"} 1');
    expect(text).toContain('attache_reply_seconds_bucket{le="0.05",platform="discord"} 1');
    expect(text).toContain('attache_reply_seconds_count{platform="discord"} 2');
    expect(text).not.toContain('attache_reply_seconds_count{platform="slack"}');
    expect(text).toMatch(/^attache_documents 2$/m);
    expect(text).toMatch(/^attache_passages 2$/m);
    expect(text).toMatch(/^attache_files_left_out 1$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    // What every line is for, as Prometheus wants it.
    const named = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = ""]) => name));
    for (const [, name = ""] of text.matchAll(/^([a-z_\d]+)/gm)) {
      expect(
        [...named].some((known) => name === known || name.startsWith(`${known}_`)),
        name,
      ).toBe(true);
    }
  });

  it("says what it does not know or do", async () => {
    expect((await get("/")).status).toBe(404);
    const response = await get("/readyz", "POST");
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect((await get("/healthz", "HEAD")).status).toBe(200);
  });

  it("says in one line that its port is in use, or its address not this machine's", async () => {
    const other = createServer().listen(0, HOST);
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const start = (place: { port: number; host: string }) => startHealth({ ...place, metrics, readiness });
    await expect(start({ port, host: HOST })).rejects.toThrow(
      `HEALTH_PORT ${port} cannot be listened on: another program uses it`,
    );
    await expect(start({ port: 0, host: "192.0.2.1" })).rejects.toThrow("no address 192.0.2.1: see HEALTH_HOST");
    other.close();
  });

  it("closes though somebody keeps a connection open", async () => {
    await get("/healthz");
    await health.close();
    await expect(get("/healthz")).rejects.toThrow();
  });
});
