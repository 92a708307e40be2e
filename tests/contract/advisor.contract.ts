import type { Advisor } from "@live-copilot/shared/copilot";
import { checkCitations } from "@live-copilot/shared/copilot";
import { describe, expect, test } from "vitest";
import { POOL_HITS, poolRequest, readAdvice, readSteps } from "../support/model-case.ts";

/** An advisor whose engine writes a good answer to the pool's question, cannot answer, or never ends. */
export type OpenAdvisor = (engine: "answers" | "fails" | "hangs") => Promise<Advisor & AsyncDisposable>;

/** What every advisor does. */
export function describeAdvisor(name: string, open: OpenAdvisor): void {
  describe(`advisor: ${name}`, () => {
    test("gives the script's whole text so far, growing, then the advice, and nothing after it", async () => {
      await using advisor = await open("answers");
      const steps = await readSteps(advisor);
      const last = steps.at(-1);
      expect(last).toHaveProperty("advice");
      const scripts = steps.slice(0, -1).map((step) => ("script" in step ? step.script : null));
      expect(scripts.length).toBeGreaterThan(1);
      for (const [index, script] of scripts.entries()) {
        expect(script).not.toBeNull();
        expect(script?.startsWith(scripts[index - 1] ?? "")).toBe(true);
      }
      expect(last && "advice" in last && last.advice.script).toBe(scripts.at(-1));
    });

    test("its citations are of the clauses that it was given, and stand in them", async () => {
      await using advisor = await open("answers");
      const advice = await readAdvice(advisor);
      expect(advice.citations.length).toBeGreaterThan(0);
      for (const { clause } of advice.citations) expect(POOL_HITS).toContain(clause);
      const checked = checkCitations(advice);
      expect(checked.decision).toBe("No");
      expect(checked.citations).toHaveLength(advice.citations.length);
    });

    test("answers several at once, each its own", async () => {
      await using advisor = await open("answers");
      const sessions = Array.from({ length: 12 }, (_, n) => poolRequest({ sessionId: `s${n % 3}` }));
      const answers = await Promise.all(sessions.map((request) => readAdvice(advisor, request)));
      expect(answers.map(({ decision }) => decision)).toEqual(sessions.map(() => "No"));
    });

    test("names its engine and is available", async () => {
      await using advisor = await open("answers");
      expect(advisor.engine).toMatch(/^[a-z]+:.+/);
      expect(advisor.isAvailable()).toBe(true);
    });

    test("an engine that cannot answer is UNAVAILABLE", async () => {
      await using advisor = await open("fails");
      await expect(readSteps(advisor)).rejects.toMatchObject({
        name: "CopilotError",
        reason: "UNAVAILABLE",
      });
    });

    test("a signal that aborted before, or while the engine hangs, ends it with its reason", async () => {
      await using advisor = await open("hangs");
      const reason = new Error("superseded");
      await expect(readSteps(advisor, poolRequest(), AbortSignal.abort(reason))).rejects.toBe(reason);
      const controller = new AbortController();
      const reading = readSteps(advisor, poolRequest(), controller.signal);
      setImmediate(() => controller.abort(reason));
      await expect(reading).rejects.toBe(reason);
    });
  });
}
