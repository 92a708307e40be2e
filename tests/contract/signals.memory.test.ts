import { createMemorySignals } from "@live-copilot/api/adapters/memory/signals.ts";
import { describeSignals } from "./signals.contract.ts";

describeSignals("memory", async () => {
  const signals = createMemorySignals();
  return { here: signals, there: signals, [Symbol.asyncDispose]: () => signals.close() };
});
