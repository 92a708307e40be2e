import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  adviseByRules,
  type ContractBook,
  checkCitations,
  HOME_TRADE,
  parsePolicyFile,
  readContracts,
  readTurn,
  withSearch,
} from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { z } from "zod";

const questionSchema = z.object({
  document: z.string(),
  plan: z.string().nullable(),
  said: z.string(),
  want: z.enum(["Yes", "No", "Partial", "Unknown"]).nullable(),
  options: z.array(z.string()),
});

const read = (name: string) => readFile(join(import.meta.dirname, name), "utf8");
const questions = z.array(questionSchema).parse(JSON.parse(await read("questions.json")));
/** A comparison table with run-in headings, a leaflet in you and we, and numbered legal paragraphs with definitions. */
const FORMS = ["cedar-point", "home-shield", "granite-state"];

async function bookOf(document: string): Promise<ContractBook> {
  const parsed = parsePolicyFile(`${document}.md`, await read(`${document}.md`));
  if (!parsed.document) throw new Error(parsed.errors[0]?.message);
  const { clauses, ...head } = parsed.document;
  return readContracts(
    clauses.map((clause) => ({ ...head, ...clause })),
    { synonyms: [], trade: HOME_TRADE },
  );
}

function decisions(book: ContractBook, { said, plan, options }: z.infer<typeof questionSchema>) {
  const turn = {
    segments: [{ segmentId: "s", text: said }],
    before: [],
    asked: [],
    intent: null,
    book,
    synonyms: [],
  };
  return readTurn(turn).questions.map(({ question }) => {
    const scope = { plan, state: null, contractType: null, at: "2026-11-26" };
    const request = { question: withSearch(question), scope, today: "2026-11-26", customer: null };
    return checkCitations(
      adviseByRules(book, { ...request, options: options.length > 0 ? options : null }).advice,
    ).decision;
  });
}

test.each(FORMS)(
  "a contract in the form of %s is read: nine of ten calls right, none wrongly promised",
  async (document) => {
    const book = await bookOf(document);
    const own = questions.filter((question) => question.document === document);
    const judged = own.map((question) => ({ question, said: decisions(book, question) }));
    const right = judged.filter(({ question, said }) => said.includes(question.want));
    expect(right.length / own.length).toBeGreaterThanOrEqual(0.9);
    expect(judged.filter(({ question, said }) => said.includes("Yes") && question.want !== "Yes")).toEqual(
      [],
    );
  },
);
