import { type Customer, customerSchema, normaliseState, US_STATES } from "@live-copilot/shared";
import { toE164 } from "@live-copilot/shared/copilot";
import { z } from "zod";
import type { CustomerProblem } from "./customer-problem.ts";
import { type CustomerRow, readCsvRows, readJsonRows } from "./read-customer-rows.ts";

export type ParsedCustomers =
  | { readonly customers: readonly Customer[]; readonly problems?: never }
  | { readonly problems: readonly CustomerProblem[]; readonly customers?: never };

/** A record as a file may give it: nothing that would be dropped in silence, phones and states as stored. */
const recordSchema = z.strictObject({
  ...customerSchema.shape,
  phones: z
    .array(
      z.string().transform((written, context) => {
        const phone = toE164(written);
        if (phone !== null) return phone;
        context.addIssue({
          code: "custom",
          message: `"${written}" is no telephone number, as in (512) 555-0142`,
        });
        return z.NEVER;
      }),
    )
    .max(20)
    .transform((phones) => [...new Set(phones)]),
  state: customerSchema.shape.state
    .refine((state) => state === undefined || US_STATES.has(normaliseState(state)), {
      error: ({ input }) => `"${String(input)}" is no US state, as in TX or Texas`,
    })
    .transform((state) => (state === undefined ? undefined : normaliseState(state))),
});

/**
 * Reads a customers' file, CSV or JSON (docs/library-format.md), by its name's ending. Gives every customer, phones in
 * E.164, or all that is wrong with the file.
 */
export function parseCustomers(name: string, content: string): ParsedCustomers {
  const { rows, problems: unread } = name.toLowerCase().endsWith(".json")
    ? readJsonRows(content)
    : readCsvRows(content);
  const problems: CustomerProblem[] = [...unread];
  const customers = new Map<string, { readonly customer: Customer; readonly row: string }>();
  for (const { row, record } of rows) {
    const customer = checkRecord({ row, record }, problems);
    if (!customer) continue;
    const other = customers.get(customer.customerId);
    if (other)
      problems.push({
        row,
        field: "customerId",
        message: `"${customer.customerId}" is also in ${other.row}`,
      });
    else customers.set(customer.customerId, { customer, row });
  }
  if (problems.length > 0) return { problems };
  return { customers: [...customers.values()].map(({ customer }) => customer) };
}

function checkRecord({ row, record }: CustomerRow, problems: CustomerProblem[]): Customer | null {
  const parsed = recordSchema.safeParse(record, { reportInput: true });
  if (parsed.success) return customerSchema.parse(parsed.data);
  for (const issue of parsed.error.issues) {
    problems.push({ row, field: issue.path.join("."), message: messageOf(issue) });
  }
  return null;
}

/** In the words of somebody who has a table before them. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type" && issue.input === undefined)
    return `expected a value (${issue.expected})`;
  if (issue.code === "invalid_format" && issue.format === "date") return "expected a date such as 2026-01-31";
  return issue.message;
}
