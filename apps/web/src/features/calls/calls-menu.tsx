import { Popover } from "radix-ui";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Icon } from "../../components/ui/icon.tsx";
import { CallsList } from "./calls-list.tsx";
import type { Calls } from "./use-calls.ts";

/** The same list where the page is too narrow for a rail. */
export function CallsMenu({ calls, openId }: { calls: Calls; openId: string | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button look="ghost" className="calls-menu" aria-label="Calls">
          <Icon name="menu" />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="pop calls-pop"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Calls"
        >
          <CallsList calls={calls} openId={openId} onOpen={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
