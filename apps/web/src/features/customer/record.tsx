import type { Claim, Customer, Limit } from "@live-copilot/shared";
import { day, timeOfDay } from "../../components/text/clock.ts";
import { money } from "../../components/text/money.ts";

/** What the record holds beside the name: what is left of each limit, and the claims. */
export function CustomerRecord({ customer }: { customer: Customer }) {
  return (
    <>
      {customer.limits.length > 0 ? (
        <div className="record">
          <h3>What is left this term</h3>
          {customer.limits.map((limit) => (
            <LimitRow key={limit.name} limit={limit} />
          ))}
        </div>
      ) : null}
      <div className="record">
        <h3>Claims</h3>
        {customer.claims.length === 0 ? <p className="muted">None so far.</p> : null}
        {customer.claims.map((claim) => (
          <ClaimRow key={claim.claimId} claim={claim} />
        ))}
      </div>
    </>
  );
}

function LimitRow({ limit: { name, total, used } }: { limit: Limit }) {
  const left = Math.max(0, total - used);
  const whole = left === total;
  return (
    <div className="limit">
      <p>
        <span>{name}</span>
        <small>{whole ? money(total) : `${money(left)} of ${money(total)}`}</small>
      </p>
      <meter
        className={whole ? "whole" : ""}
        aria-label={`${name}: left this term`}
        min={0}
        max={Math.max(total, 1)}
        value={left}
      />
    </div>
  );
}

const LOOKS: Partial<Record<string, string>> = { paid: "good", denied: "bad" };

function ClaimRow({ claim }: { claim: Claim }) {
  const when = claim.visitAt
    ? `Visit ${day(claim.visitAt)}, ${timeOfDay(claim.visitAt)}`
    : claim.openedAt && `Opened ${day(claim.openedAt)}`;
  const facts = [when, claim.amount !== undefined && money(claim.amount)].filter(Boolean).join(" · ");
  return (
    <div className="claim">
      <p>
        <span>{claim.item}</span>
        <span className={`chip ${LOOKS[claim.status] ?? ""}`}>{claim.status}</span>
      </p>
      {facts ? <small>{facts}</small> : null}
      {claim.note ? <small>{claim.note}</small> : null}
    </div>
  );
}
