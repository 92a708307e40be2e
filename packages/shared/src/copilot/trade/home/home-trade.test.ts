import { expect, test } from "vitest";
import { stemsOf } from "../../language/tokens.ts";
import { readTrade } from "../read-trade.ts";
import { HOME_TRADE } from "./home-trade.ts";

const NAMING = ["things", "losses", "parts", "vague"] as const;

test("a name means one thing: no wording stands for two", () => {
  const owners = new Map<string, string>();
  const twice: string[] = [];
  for (const entry of NAMING.flatMap((key) => readTrade(HOME_TRADE[key]))) {
    const wordings = [
      entry.name,
      ...entry.others,
      ...(entry.fields.get("brands") ?? []),
      ...(entry.fields.get("says") ?? []),
    ];
    for (const wording of wordings) {
      const key = stemsOf(wording).join(" ");
      const owner = owners.get(key) ?? entry.name;
      owners.set(key, owner);
      if (owner !== entry.name) twice.push(`"${wording}": ${owner} and ${entry.name}`);
    }
  }
  expect(twice).toEqual([]);
});

test("what is a vague word is no thing of its own", () => {
  const things = new Set(
    (["things", "losses", "parts"] as const).flatMap((key) =>
      readTrade(HOME_TRADE[key]).flatMap(({ name, others }) =>
        [name, ...others].map((one) => stemsOf(one).join(" ")),
      ),
    ),
  );
  const vague = readTrade(HOME_TRADE.vague).map(({ name }) => stemsOf(name).join(" "));
  expect(vague.filter((name) => things.has(name))).toEqual([]);
});

test("causes that the data calls wider are causes", () => {
  const causes = new Set(
    readTrade(HOME_TRADE.causes).flatMap(({ name, others }) =>
      [name, ...others].map((one) => stemsOf(one).join(" ")),
    ),
  );
  const wider = readTrade(HOME_TRADE.causes).flatMap(({ fields }) => fields.get("wider") ?? []);
  expect(wider.filter((name) => !causes.has(stemsOf(name).join(" ")))).toEqual([]);
});
