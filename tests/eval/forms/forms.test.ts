import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ContractBook, checkCitations } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { z } from "zod";
import { answersTo, bookOf } from "../../support/rules-alone.ts";

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

function decisions(book: ContractBook, { said, ...asker }: z.infer<typeof questionSchema>) {
  return answersTo(book, said, asker).map((advice) => checkCitations(advice).decision);
}

test.each(FORMS)(
  "a contract in the form of %s is read: nine of ten calls right, none wrongly promised",
  async (document) => {
    const name = `${document}.md`;
    const book = bookOf([{ name, text: await read(name) }]);
    const own = questions.filter((question) => question.document === document);
    const judged = own.map((question) => ({ question, said: decisions(book, question) }));
    const right = judged.filter(({ question, said }) => said.includes(question.want));
    expect(right.length / own.length).toBeGreaterThanOrEqual(0.9);
    expect(judged.filter(({ question, said }) => said.includes("Yes") && question.want !== "Yes")).toEqual(
      [],
    );
  },
);
