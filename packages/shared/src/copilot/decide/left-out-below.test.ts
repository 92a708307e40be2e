import { expect, test } from "vitest";
import { adviseByRules, withSearch } from "../advise-by-rules.ts";
import { readContracts } from "../contract/contract-book.ts";
import { parsePolicyFile } from "../policies/parse-policy-file.ts";
import { HOME_TRADE } from "../trade/home/home-trade.ts";
import { readTurn } from "../understand/read-turn.ts";

const LEAFLET = `# Home care

## Furnace and heating

### What we mend

- A gas furnace that has stopped, with its fan and burners.
- Radiators that leak.

### What we do not mend

- A furnace that is more than 20 years old.
- A furnace that has not been serviced in the last two years.
- Noise.
`;

function decisionOn(said: string): string | undefined {
  const { document } = parsePolicyFile("care.md", LEAFLET);
  if (!document) throw new Error("the leaflet was not read");
  const { clauses, ...head } = document;
  const own = clauses.map((clause) => ({ ...head, ...clause }));
  const book = readContracts(own, { synonyms: [], trade: HOME_TRADE });
  const segments = [{ segmentId: "s", text: said }];
  const { questions } = readTurn({ segments, before: [], asked: [], intent: null, book, synonyms: [] });
  const [first] = questions;
  if (!first) return undefined;
  const scope = { plan: null, state: null, contractType: null, at: "2026-11-27" };
  const request = { question: withSearch(first.question), scope, today: "2026-11-27", customer: null };
  return adviseByRules(book, { ...request, options: null }).advice.decision ?? undefined;
}

test.each([
  ["my furnace is twenty five years old and it quit is it covered", "No"],
  ["my furnace is 25 years old and it quit is it covered", "No"],
  ["my furnace is twelve years old and it quit is it covered", "Yes"],
  ["i never had the furnace serviced and it stopped do you cover it", "No"],
  ["we had the furnace serviced in may and it stopped do you cover it", "Yes"],
  ["the furnace is rattling is that covered", "No"],
  ["the radiator is knocking and now it leaks is it covered", "Yes"],
])("under a heading without a name, what is left out counts for the item above it: %s", (said, decision) => {
  expect(decisionOn(said)).toBe(decision);
});
