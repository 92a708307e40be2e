import type { Customer } from "@live-copilot/shared";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { failureWords } from "../../components/text/failure.ts";
import { phoneWords } from "../../components/text/people.ts";
import { Button } from "../../components/ui/button.tsx";
import { useApi } from "../../trpc.ts";
import { MatchButtons } from "./match-buttons.tsx";
import { useContextUpdate } from "./use-context-update.ts";

interface FindCustomerProps {
  readonly sessionId: string;
  /** A number to begin with. */
  readonly known?: string;
  readonly onChosen?: () => void;
}

/** Finds a customer by a number that the agent types. */
export function FindCustomer({ sessionId, known = "", onChosen }: FindCustomerProps) {
  const { client } = useApi();
  const [phone, setPhone] = useState(known);
  const update = useContextUpdate(sessionId);
  const lookup = useMutation({
    mutationFn: (number: string) => client.customer.lookup.query({ phone: number }),
  });
  const choose = ({ customerId }: Customer) => {
    update({ customerId });
    onChosen?.();
  };
  return (
    <form
      className="find"
      onSubmit={(event) => {
        event.preventDefault();
        if (phone.trim()) lookup.mutate(phone.trim());
      }}
    >
      <label>
        <span className="find-label">Find by phone</span>
        <span className="find-row">
          <input
            type="tel"
            autoComplete="off"
            placeholder="(512) 555-0123"
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
          <Button type="submit" disabled={!phone.trim() || lookup.isPending}>
            Find
          </Button>
        </span>
      </label>
      <div role="status">
        {lookup.isError ? <p className="tone-no">{failureWords(lookup.error)}</p> : null}
        {lookup.data?.matches.length === 0 ? <p>Nobody has {phoneWords(lookup.variables ?? "")}.</p> : null}
      </div>
      {lookup.data ? <MatchButtons matches={lookup.data.matches} onChoose={choose} /> : null}
    </form>
  );
}
