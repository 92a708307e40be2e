import type { ContextSource } from "@live-copilot/shared";

/** Where a value of the context came from, in words for the agent. */
export const SOURCE_WORDS: Record<ContextSource, string> = {
  agent: "you set it",
  call: "from the call",
  record: "from the record",
};
