import type { NewFact, SuggestionCard } from "@live-copilot/shared";
import type { WrittenSuggestion } from "@live-copilot/shared/copilot";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { createModelMetrics, type ModelMetrics } from "./model-metrics.ts";

/** What the server counts of itself (`GET /metrics`, Prometheus). No label ever holds a customer's words or id. */
export interface Metrics extends ModelMetrics {
  /** Counts a subscriber until it is disposed. */
  subscriber(feed: "transcript" | "suggestion" | "list"): Disposable;
  taken(result: "accepted" | "duplicate", count: number): void;
  /** Counts a worked turn's cards by decision, and how long after the turn they stood. */
  worked(facts: readonly NewFact[]): void;
  /** Counts a card that a model wrote, or that it was to write and the rules' answer stands. */
  written(suggestion: WrittenSuggestion): void;
  workFailed(): void;
  /** Says whether a part outside this process answered when it was last looked at. */
  dependency(name: string, up: boolean): void;
  /** Says where the open sockets are found when the metrics are read. */
  watchSockets(open: () => Iterable<{ readonly bufferedAmount: number }>): void;
  /** The exposition and its content type. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const feeds = new Gauge({
    name: "copilot_subscribers",
    help: "Open subscriptions",
    labelNames: ["feed"],
    registers,
  });
  const events = new Counter({
    name: "copilot_webhook_events_total",
    help: "Transcript events that the webhook took",
    labelNames: ["result"],
    registers,
  });
  const cards = new Counter({
    name: "copilot_cards_total",
    help: "Cards that became ready",
    labelNames: ["decision", "engine"],
    registers,
  });
  const sources = new Histogram({
    name: "copilot_sources_seconds",
    help: "From the end of a turn to its card with sources",
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: "copilot_work_failures_total",
    help: "Looks at a session that failed",
    registers,
  });
  const dependencies = new Gauge({
    name: "copilot_dependency_up",
    help: "Whether a part outside this process answered when it was last looked at",
    labelNames: ["dependency"],
    registers,
  });
  const countCard = ({ decision, engine }: SuggestionCard) =>
    cards.inc({ decision: decision ?? "none", engine });
  return {
    subscriber(feed) {
      feeds.inc({ feed });
      return { [Symbol.dispose]: () => feeds.dec({ feed }) };
    },
    taken: (result, count) => events.inc({ result }, count),
    worked(facts) {
      for (const fact of facts) {
        if (fact.kind !== "card" || fact.data.supersededBy !== undefined) continue;
        if (fact.data.status === "ready") countCard(fact.data);
        sources.observe((fact.data.timings.sourcesMs ?? 0) / 1000);
      }
    },
    written: ({ fact }) => countCard(fact.data),
    ...createModelMetrics(registers),
    workFailed: () => failures.inc(),
    dependency: (dependency, up) => dependencies.set({ dependency }, up ? 1 : 0),
    watchSockets(open) {
      const waiting = { name: "copilot_socket_waiting_bytes", help: "What slow sockets have not taken yet" };
      const collect = (gauge: Gauge) =>
        gauge.set([...open()].reduce((sum, each) => sum + each.bufferedAmount, 0));
      new Gauge({
        ...waiting,
        registers,
        collect() {
          collect(this);
        },
      });
    },
    async read() {
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
