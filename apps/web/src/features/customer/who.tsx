import type { Customer, SessionState } from "@live-copilot/shared";
import { day } from "../../components/text/clock.ts";
import { phoneWords, samePhone } from "../../components/text/people.ts";
import { Waiting } from "../../components/ui/empty.tsx";
import { FindCustomer } from "./find-customer.tsx";
import { MatchButtons } from "./match-buttons.tsx";
import { useContextUpdate } from "./use-context-update.ts";

/** Who is calling, in each of the states that a lookup can be in. */
export function Who({ state, customer }: { state: SessionState; customer: Customer | undefined }) {
  const phone = state.context.phone?.value;
  if (customer) return <Person customer={customer} phone={phone} />;
  const lookedUp = state.customer !== null || !phone;
  if (!lookedUp && !state.copilot.enabled) return <NotLookedUp sessionId={state.sessionId} phone={phone} />;
  const status = state.customer?.status ?? (phone ? "searching" : "unknown");
  if (status === "searching") return <Searching phone={phone} />;
  if (status === "several") return <Several state={state} phone={phone} />;
  return (
    <div className="person">
      <strong>{phone ? "No customer has this number" : "Nobody known yet"}</strong>
      <span>
        {phone ? phoneWords(phone) : "The call brought no number. Find them, or set plan and state by hand."}
      </span>
      <FindCustomer sessionId={state.sessionId} />
    </div>
  );
}

function Person({ customer, phone }: { customer: Customer; phone: string | undefined }) {
  const matches = phone !== undefined && customer.phones.some((one) => samePhone(one, phone));
  const number = phone ?? customer.phones[0];
  return (
    <div className="person">
      <strong>{customer.name}</strong>
      <span className="person-more">
        {[number && phoneWords(number), customer.address].filter(Boolean).join(" · ")}
      </span>
      <p className="person-chips">
        {matches ? <span className="chip good">✓ phone matches</span> : null}
        {customer.contractStart ? <span className="chip">since {day(customer.contractStart)}</span> : null}
      </p>
    </div>
  );
}

function Searching({ phone }: { phone: string | undefined }) {
  return (
    <div className="person">
      <strong>{phone ? phoneWords(phone) : "Caller"}</strong>
      <span>Looking for the customer…</span>
      <Waiting lines={2} label="Looking for the customer" />
    </div>
  );
}

function Several({ state, phone }: { state: SessionState; phone: string | undefined }) {
  const update = useContextUpdate(state.sessionId);
  const matches = state.customer?.matches ?? [];
  return (
    <div className="person">
      <strong>Who is calling?</strong>
      <span>
        {phone ? phoneWords(phone) : "This number"} belongs to {matches.length} customers.
      </span>
      <MatchButtons matches={matches} onChoose={({ customerId }) => update({ customerId })} />
    </div>
  );
}

/** Numbers are looked up by the copilot; while it is off, the agent can. */
function NotLookedUp({ sessionId, phone }: { sessionId: string; phone: string }) {
  return (
    <div className="person">
      <strong>{phoneWords(phone)}</strong>
      <span>Not looked up while the copilot is off.</span>
      <FindCustomer sessionId={sessionId} known={phoneWords(phone)} />
    </div>
  );
}
