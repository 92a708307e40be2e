import type { ContextField } from "../domain/context.ts";
import type { CustomerMatch } from "../domain/customer.ts";
import type { SessionMemory } from "../domain/session-memory.ts";
import { toE164 } from "./phone-number.ts";
import type { CustomerDirectory } from "./ports.ts";

/** Who is to be looked up, as the agent or the call say; never what a record says of itself. */
export interface CallerSubject {
  readonly customerId: string | null;
  readonly phone: string | null;
  /** Both in one string: what a stored customer fact was found by. */
  readonly key: string;
}

/** Whom the session's context names; null while nothing names anybody. */
export function callerSubject({ layers }: SessionMemory): CallerSubject | null {
  const given = (field: ContextField) =>
    layers.agent[field] || layers.enabled[field] || layers.call[field] || null;
  const customerId = given("customerId");
  const phone = given("phone");
  if (!customerId && !phone) return null;
  return { customerId, phone, key: `${customerId ?? ""}|${phone ?? ""}` };
}

/**
 * Finds the customer by id, or by phone in any written form. Several matches and none are answers of their own;
 * an id that nobody has falls back to the phone.
 */
export async function findCustomer(
  deps: { readonly customers: CustomerDirectory },
  subject: CallerSubject,
): Promise<CustomerMatch> {
  const number = subject.phone ? toE164(subject.phone) : null;
  const [byPhone, byId] = await Promise.all([
    number ? deps.customers.byPhone(number) : [],
    subject.customerId ? deps.customers.byId(subject.customerId) : null,
  ]);
  const others = byPhone.filter(({ customerId }) => customerId !== byId?.customerId);
  const matches = byId ? [byId, ...others] : others;
  const chosen = byId ?? (matches.length === 1 ? matches[0] : undefined);
  if (chosen) return { status: "found", chosen: chosen.customerId, matches };
  return { status: matches.length > 1 ? "several" : "unknown", matches };
}
