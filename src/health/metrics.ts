import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Knowledge } from "../answering/knowledge.ts";
import type { Observe } from "../chat/observe.ts";
import { leftOut } from "../documents/report.ts";

/** Seconds: an answer takes milliseconds, and a platform waits for three seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

export interface Metrics {
  readonly observe: Observe;
  readonly contentType: string;
  /** @returns all of them in the text format of Prometheus */
  render(): Promise<string>;
}

/** Figures on what is asked and what came of it, on the documents and on this process. Nobody's words or names are in them. */
export function createMetrics(knowledge: Knowledge): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "attache_requests_total",
    help: "Requests of people, by what came of them",
    labelNames: ["platform", "command", "outcome"] as const,
    registers,
  });
  const seconds = new Histogram({
    name: "attache_reply_seconds",
    help: "Time in which a reply was worked out",
    labelNames: ["platform"] as const,
    buckets: BUCKETS,
    registers,
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge("attache_documents", "Documents that are answered from", () => knowledge.sources.length);
  gauge("attache_passages", "Passages that they are searched by", () =>
    knowledge.sources.reduce((sum, { passageCount }) => sum + passageCount, 0),
  );
  gauge("attache_files_left_out", "Files of the folder that could not be read", () =>
    knowledge.report === null ? 0 : leftOut(knowledge.report).length,
  );
  return {
    observe({ platform, command, outcome, seconds: taken }) {
      requests.inc({ platform, command, outcome });
      if (outcome !== "refused") seconds.observe({ platform }, taken);
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}
