import { type Customer, stateName } from "@live-copilot/shared";

/** One button for each customer that it may be. */
export function MatchButtons({
  matches,
  onChoose,
}: {
  matches: readonly Customer[];
  onChoose: (customer: Customer) => void;
}) {
  return (
    <ul className="matches">
      {matches.map((customer) => (
        <li key={customer.customerId}>
          <button type="button" className="match" onClick={() => onChoose(customer)}>
            <b>{customer.name}</b>
            <span>
              {[customer.plan, customer.state && stateName(customer.state), customer.address]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
