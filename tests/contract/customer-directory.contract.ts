import type { Customer } from "@live-copilot/shared";
import type { CustomerDirectory } from "@live-copilot/shared/copilot";
import { describe, expect, test } from "vitest";

type OpenDirectory = () => Promise<CustomerDirectory & AsyncDisposable>;

const MARISOL: Customer = {
  customerId: "C-1",
  name: "Marisol Trejo",
  phones: ["+15125550142", "+15125550143"],
  address: "2207 Pecan Hollow Ln, Austin, TX 78745",
  state: "TX",
  plan: "Plus",
  contractType: "Homeowner",
  contractStart: "2026-03-14",
  options: ["Pool and Spa", "Roof Leak"],
  claims: [
    { claimId: "K-1", item: "Dishwasher", status: "paid", amount: 212, visitAt: "2026-07-10T09:00:00-05:00" },
  ],
  limits: [{ name: "Cooling", total: 2000, used: 150 }],
};

function customer(customerId: string, rest: Partial<Customer> = {}): Customer {
  return { customerId, name: `Customer ${customerId}`, phones: [], claims: [], limits: [], ...rest };
}

/** What every customer directory does. `open` gives an empty one each time. */
export function describeCustomerDirectory(name: string, open: OpenDirectory): void {
  describe(`customer directory: ${name}`, () => {
    describeLookup(open);
    describePut(open);
  });
}

function describeLookup(open: OpenDirectory): void {
  test("knows nobody at first", async () => {
    await using directory = await open();
    expect(await directory.count()).toBe(0);
    expect(await directory.byPhone("+15125550142")).toEqual([]);
    expect(await directory.byId("C-1")).toBeNull();
  });

  test("finds the whole record by id and by each of its numbers", async () => {
    await using directory = await open();
    await directory.put([MARISOL, customer("C-2", { phones: ["+16025550149"] })]);
    expect(await directory.byId("C-1")).toEqual(MARISOL);
    for (const phone of MARISOL.phones) expect(await directory.byPhone(phone)).toEqual([MARISOL]);
  });

  test("finds everyone who has a number", async () => {
    await using directory = await open();
    const household = ["C-3", "C-2"].map((id) => customer(id, { phones: ["+15125550142"] }));
    await directory.put([...household, customer("C-4", { phones: ["+15125550149"] })]);
    const found = await directory.byPhone("+15125550142");
    expect(found.map(({ customerId }) => customerId).sort()).toEqual(["C-2", "C-3"]);
  });

  test("a number is the whole number, and an id the whole id", async () => {
    await using directory = await open();
    await directory.put([MARISOL]);
    expect(await directory.byPhone("+1512555014")).toEqual([]);
    expect(await directory.byPhone("")).toEqual([]);
    expect(await directory.byId("c-1")).toBeNull();
    expect(await directory.byId("C-1' OR '1'='1")).toBeNull();
  });
}

function describePut(open: OpenDirectory): void {
  test("tells what was added, changed and unchanged", async () => {
    await using directory = await open();
    expect(await directory.put([MARISOL, customer("C-2")])).toEqual({ added: 2, changed: 0, unchanged: 0 });
    const moved = customer("C-2", { state: "CA" });
    expect(await directory.put([MARISOL, moved, customer("C-3")])).toEqual({
      added: 1,
      changed: 1,
      unchanged: 1,
    });
    expect(await directory.count()).toBe(3);
    expect(await directory.byId("C-2")).toEqual(moved);
  });

  test("the order of a record's fields is no change", async () => {
    await using directory = await open();
    await directory.put([MARISOL]);
    const reversed = Object.fromEntries(Object.entries(MARISOL).reverse()) as unknown as Customer;
    expect(await directory.put([reversed])).toEqual({ added: 0, changed: 0, unchanged: 1 });
  });

  test("no options, none bought and some bought are three things", async () => {
    await using directory = await open();
    const kept: Customer[] = [
      customer("C-1"),
      customer("C-2", { options: [] }),
      customer("C-3", { options: ["Septic"] }),
    ];
    await directory.put(kept);
    for (const one of kept) expect(await directory.byId(one.customerId)).toEqual(one);
    expect(await directory.put([customer("C-1", { options: [] }), customer("C-2"), customer("C-3")])).toEqual(
      {
        added: 0,
        changed: 3,
        unchanged: 0,
      },
    );
    expect(await directory.byId("C-3")).not.toHaveProperty("options");
  });

  test("a number that a record no longer has finds it no longer", async () => {
    await using directory = await open();
    await directory.put([MARISOL]);
    await directory.put([{ ...MARISOL, phones: ["+15125550143", "+16025550149"] }]);
    expect(await directory.byPhone("+15125550142")).toEqual([]);
    expect(await directory.byPhone("+16025550149")).toHaveLength(1);
  });

  test("takes many at once", async () => {
    await using directory = await open();
    const many = Array.from({ length: 2_000 }, (_, index) =>
      customer(`C-${index}`, { phones: [`+1512555${String(index).padStart(4, "0")}`] }),
    );
    expect(await directory.put(many)).toEqual({ added: 2_000, changed: 0, unchanged: 0 });
    expect(await directory.byPhone("+15125551999")).toEqual([many[1999]]);
  });
}
