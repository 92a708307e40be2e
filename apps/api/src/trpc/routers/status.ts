import { procedure, router } from "../trpc.ts";

export const statusRouter = router({
  /** What this server offers: whether the copilot may be switched on, who writes and who decides, what it knows, what is away. */
  get: procedure.query(async ({ ctx: { deps } }) => {
    const [documents, customers] = await Promise.all([deps.library.list(), deps.customers.count()]);
    return {
      copilotEnabled: deps.copilotEnabled,
      engine: deps.engine,
      model: deps.model(),
      libraryDocuments: documents.length,
      customers,
      version: deps.version,
      degraded: deps.health.degraded().map(String),
    };
  }),
});
