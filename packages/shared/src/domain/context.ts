import { z } from "zod";
import { distinctOptions } from "./bought-options.ts";

const label = z.string().trim().min(1).max(200);

/** The fields that say whose contract applies, in the order in which the page shows them. */
export const CONTEXT_FIELDS = ["customerId", "phone", "state", "plan", "contractType"] as const;
export type ContextField = (typeof CONTEXT_FIELDS)[number];

/** Who said so: the agent, the call (webhook body or `copilot.enable`), or the customer's record. */
export const contextSourceSchema = z.enum(["agent", "call", "record"]);
export type ContextSource = z.infer<typeof contextSourceSchema>;

/** Names of the options that a customer bought, by the contract's or the caller's words. */
export const optionsSchema = z.array(z.string().trim().min(1).max(200)).max(50);

/**
 * Values as one source gives them; `null` takes the agent's own value back. An empty list of options says that none
 * were bought, an absent one says nothing.
 */
export const contextValuesSchema = z.object({
  customerId: label.nullable().optional(),
  phone: label.nullable().optional(),
  state: label.nullable().optional(),
  plan: label.nullable().optional(),
  contractType: label.nullable().optional(),
  options: optionsSchema.nullable().optional(),
});
export type ContextValues = z.infer<typeof contextValuesSchema>;

const resolvedFieldSchema = z.object({ value: z.string(), source: contextSourceSchema }).nullable();

/** The context in force: per field the value that won and where it came from, or null. */
export const sessionContextSchema = z.object({
  customerId: resolvedFieldSchema,
  phone: resolvedFieldSchema,
  state: resolvedFieldSchema,
  plan: resolvedFieldSchema,
  contractType: resolvedFieldSchema,
  /** Each option once, [] where none were bought; absent: nobody said which. */
  options: z.object({ value: z.array(z.string()), source: contextSourceSchema }).optional(),
});
export type SessionContext = z.infer<typeof sessionContextSchema>;

/** What one card was answered for. */
export const answerContextSchema = z.object({
  plan: z.string().nullable(),
  state: z.string().nullable(),
  contractType: z.string().nullable(),
  /** ISO date whose versions of the documents answered: the contract's start, else the day of the answer. */
  at: z.string().optional(),
  /** Whose record was at hand; absent or null: nobody's. */
  customerId: z.string().nullable().optional(),
  /** The options that were known to be bought; absent: nobody said which. */
  options: z.array(z.string()).optional(),
});
export type AnswerContext = z.infer<typeof answerContextSchema>;

/** The layers that the context is resolved from, strongest first (order of trust: ARCHITECTURE.md). */
export interface ContextLayers {
  readonly agent: ContextValues;
  readonly enabled: ContextValues;
  readonly call: ContextValues;
  readonly record: ContextValues;
}

export const NO_LAYERS: ContextLayers = { agent: {}, enabled: {}, call: {}, record: {} };

export const NO_CONTEXT: SessionContext = {
  customerId: null,
  phone: null,
  state: null,
  plan: null,
  contractType: null,
};

const ORDER: readonly (readonly [keyof ContextLayers, ContextSource])[] = [
  ["agent", "agent"],
  ["enabled", "call"],
  ["call", "call"],
  ["record", "record"],
];

/** Resolves each field by the order of trust: the agent, then `copilot.enable`, then the call, then the record. */
export function resolveContext(layers: ContextLayers): SessionContext {
  const resolve = (field: ContextField) => {
    for (const [layer, source] of ORDER) {
      const value = layers[layer][field];
      if (value) return { value, source };
    }
    return null;
  };
  return {
    customerId: resolve("customerId"),
    phone: resolve("phone"),
    state: resolve("state"),
    plan: resolve("plan"),
    contractType: resolve("contractType"),
    ...resolveOptions(layers),
  };
}

/** The list of the strongest source that gives one; lists of two sources are never mixed. */
function resolveOptions(layers: ContextLayers): Pick<SessionContext, "options"> {
  for (const [layer, source] of ORDER) {
    const { options } = layers[layer];
    if (options) return { options: { value: distinctOptions(options), source } };
  }
  return {};
}
