/** What an agent may have to do without while it is away, as `copilot.degraded` names it. */
export type Part = "model" | "policies" | "customers" | "feed";

/** A service without which the server still takes, keeps and shows what is said, as `/readyz` names it. */
export type Outside = "search" | "signals" | "model";

/** Resolves when what it asks answers. */
export type Check = () => Promise<unknown>;

/** What is away of that which the server works with. */
export interface Health {
  /** The parts that are away now, in one order; empty when all is well. */
  degraded(): readonly Part[];
  /** True when a part could ever be away: where nothing but the process itself is needed, nothing has to be told. */
  readonly canChange: boolean;
  /** Calls back when `degraded()` has changed. Returns what stops it. */
  onChange(listener: () => void): () => void;
  /** How to ask the services outside that are configured. */
  readonly outside: Readonly<Partial<Record<Outside, Check>>>;
  /** Ends the watching. */
  stop(): void;
}
