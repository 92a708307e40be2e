import type { CustomerDirectory, PolicyLibrary, SessionLog, Signals } from "@live-copilot/shared/copilot";

/** Where everything is kept that outlives a process, and what the replicas hear of each other by. */
export interface Stores {
  readonly log: SessionLog;
  readonly signals: Signals;
  readonly customers: CustomerDirectory;
  readonly library: PolicyLibrary;
}

export interface StoresOptions {
  /** Folder of the sample library and customers for stores that are new. */
  readonly samplesFolder: string;
  /** Where unexpected errors go. */
  readonly failed: (error: unknown, sessionId?: string) => void;
}
