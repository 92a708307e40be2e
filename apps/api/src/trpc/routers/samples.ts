import { samplesReplayInput, samplesStopInput } from "@live-copilot/shared";
import { procedure, router } from "../trpc.ts";

export const samplesRouter = router({
  /** The sample calls that can be replayed. */
  list: procedure.query(async ({ ctx: { samples } }) => ({ calls: [...(await samples.list())] })),

  /** Plays a sample call through the webhook, at true speed or faster, as a new session. */
  replay: procedure
    .input(samplesReplayInput)
    .mutation(async ({ input: { callId, speed }, ctx: { samples } }) => ({
      sessionId: await samples.replay(callId, speed),
    })),

  /** Stops a replay; its session ends. */
  stop: procedure.input(samplesStopInput).mutation(({ input: { sessionId }, ctx: { samples } }) => ({
    sessionId,
    stopped: samples.stop(sessionId),
  })),
});
