import type { SessionState } from "@live-copilot/shared";
import { Popover } from "radix-ui";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Icon } from "../../components/ui/icon.tsx";
import { ContextFields } from "./context-fields.tsx";
import { FindCustomer } from "./find-customer.tsx";
import { CustomerRecord } from "./record.tsx";
import { useContextUpdate } from "./use-context-update.ts";
import { Who } from "./who.tsx";
import "./customer.css";

/** Who is calling and whose contract applies, with where each fact came from. Folds into a line where it is narrow. */
export function CustomerCard({ state }: { state: SessionState }) {
  const [unfolded, setUnfolded] = useState(false);
  const { customer: found } = state;
  const customer = found?.matches.find(({ customerId }) => customerId === found.chosen);
  return (
    <section className={`room customer ${unfolded ? "unfolded" : ""}`} aria-label="User Details">
      <div className="room-bar">
        <h2>User Details</h2>
        {customer ? <SomeoneElse state={state} /> : null}
      </div>
      <div className="room-scroll">
        <Who state={state} customer={customer} />
        <ContextFields sessionId={state.sessionId} context={state.context} />
        {customer ? <CustomerRecord customer={customer} /> : null}
      </div>
      <Button look="ghost" className="unfold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {unfolded ? "Less" : "More"}
        <Icon name="fold" className={unfolded ? "turned" : ""} />
      </Button>
    </section>
  );
}

function SomeoneElse({ state }: { state: SessionState }) {
  const [open, setOpen] = useState(false);
  const update = useContextUpdate(state.sessionId);
  const chosenHere = state.context.customerId?.source === "agent";
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button look="ghost">Someone else?</Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="pop someone-else"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Someone else"
        >
          <FindCustomer sessionId={state.sessionId} onChosen={() => setOpen(false)} />
          {chosenHere ? (
            <div className="pop-foot">
              <Button
                look="ghost"
                onClick={() => {
                  update({ customerId: null });
                  setOpen(false);
                }}
              >
                Take back my choice
              </Button>
            </div>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
