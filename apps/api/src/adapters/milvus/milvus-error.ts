import { CopilotError } from "@live-copilot/shared";
import { z } from "zod";

/** Milvus's answer to a call: either itself the status, or holding one. Numbers come as text or as numbers. */
const statusSchema = z.object({
  error_code: z.union([z.string(), z.number()]),
  code: z.coerce.number().optional(),
  reason: z.string().optional(),
});
const answerSchema = z.union([z.object({ status: statusSchema }), statusSchema]);
const rejectedSchema = z.object({ details: z.string().optional(), reason: z.string().optional() });

const FINE = new Set(["Success", "SUCCESS", "0"]);
/** Milvus's codes for a collection that is not there: today's, and the one of before 2.3. */
const NO_COLLECTION = 100;
const NO_COLLECTION_NAME = new Set(["CollectionNotExists", "4"]);

/** Milvus answered, and refused. */
class MilvusRefusal extends Error {
  override name = "MilvusRefusal";
  /** Whether the collection is not there. */
  readonly isMissing: boolean;

  constructor(reason: string, isMissing: boolean) {
    super(reason);
    this.isMissing = isMissing;
  }
}

/** Gives the answer back; throws what Milvus said where it refused: the SDK resolves with refusals. */
export function accepted<T>(answer: T): T {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new MilvusRefusal("this Milvus does not know the call", false);
  const status = "status" in parsed.data ? parsed.data.status : parsed.data;
  const name = String(status.error_code);
  if (FINE.has(name) && (status.code ?? 0) === 0) return answer;
  const isMissing = status.code === NO_COLLECTION || NO_COLLECTION_NAME.has(name);
  throw new MilvusRefusal(status.reason || `error ${name}`, isMissing);
}

/** The one error that leaves this adapter when Milvus is away or refuses; its cause is an Error. */
export function unavailable(error: unknown): CopilotError {
  if (error instanceof CopilotError) return error;
  const cause = error instanceof Error ? error : new Error(textOf(error));
  return new CopilotError(
    "UNAVAILABLE",
    "The policies cannot be searched: Milvus does not answer as it should.",
    {
      cause,
      retryAfter: 1,
    },
  );
}

/** Whether a call failed because the collection is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof CopilotError && error.cause instanceof MilvusRefusal && error.cause.isMissing;
}

/** The SDK also rejects with plain objects. */
function textOf(error: unknown): string {
  const { details, reason } = rejectedSchema.safeParse(error).data ?? {};
  return details || reason || String(error);
}
