import { CopilotError, customerLookupInput } from "@live-copilot/shared";
import { toE164 } from "@live-copilot/shared/copilot";
import { procedure, router } from "../trpc.ts";

export const customerRouter = router({
  /** Everyone who has this number, written in any form. */
  lookup: procedure.input(customerLookupInput).query(async ({ input, ctx: { deps } }) => {
    const phone = toE164(input.phone);
    if (!phone) {
      throw new CopilotError("BAD_REQUEST", "This is no telephone number.", {
        fields: [{ field: "phone", expected: "a telephone number, as in (512) 555-0123 or +15125550123" }],
      });
    }
    return { matches: [...(await deps.customers.byPhone(phone))] };
  }),
});
