import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { StageCard } from "../features/suggestions/stage-card.tsx";
import { NO_ACTIONS } from "../features/suggestions/use-card-actions.ts";
import { GALLERY } from "./gallery-cards.ts";

/** The text that a reader sees of one state, and its markup. */
function drawn(title: string) {
  const item = GALLERY.find((one) => one.title === title);
  if (!item) throw new Error(`no state is called ${title}`);
  const html = renderToStaticMarkup(
    <StageCard
      card={item.card}
      draft={item.draft}
      marks={item.marks ?? []}
      actions={NO_ACTIONS}
      asked="3:37"
      onOpenSource={() => {}}
    />,
  );
  return {
    html,
    text: html
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&#x27;", "'")
      .replace(/\s+/g, " "),
  };
}

it.each([
  ["Covered", "Covered $85 visit fee"],
  ["Not covered, and what can be done", "Not covered network contractors only"],
  ["Partly covered, with steps and proof", "Partly covered up to $2,000 a term"],
  ["Not known yet: ask first", "Not known yet depends on the kind of heater"],
  ["Not known yet: ask first", "Ask: Is the heater gas, electric or solar?"],
  ["Nothing in the contract", "Not in the contract no clause speaks of earlier calls"],
  ["Nothing in the contract", "Searched 4 documents for Plus, Texas"],
  ["Sources are here, the text is being written", "A first reading, by the contract check."],
  ["Sources are here, the text is being written", "The assistant is writing…"],
  ["Two readings differ", "Two readings: check the clause"],
  ["Two readings differ", "The contract check says: Not covered"],
  ["Two readings differ", "The assistant reads: Partly covered , up to $10 per pound"],
  [
    "Two readings, one of them no question of coverage",
    "The contract check says: Not a question of coverage",
  ],
  ["The assistant did not answer", "The assistant took too long; this comes from the contract alone."],
  ["Policies can't be searched", "Not known yet the policies can't be searched right now"],
  ["Policies can't be searched", "Let me take your question down and come back to you."],
  ["Policies can't be searched", "Nothing was searched"],
  ["No text could be written", "The text could not be written."],
  ["Asked again more exactly", "the newer answer counts"],
  ["Taken back", "it no longer applies"],
])("%s: says “%s”", (title, words) => {
  expect(drawn(title).text).toContain(words);
});

it("gives a question that is not one of coverage its reason without a banner", () => {
  const { html, text } = drawn("No question of coverage");
  expect(text).toContain("within 24 hours over 95 degrees");
  expect(html).not.toContain('class="decision');
});

it("shows the text so far with the proof that is already there, and lets nothing be copied yet", () => {
  const { html, text } = drawn("The text streams in, nothing moves");
  expect(text).toContain("Good news, Dana: your Plus plan does cover");
  expect(text).toContain("up to $2,000 per Agreement Term");
  expect(html).toMatch(/<button[^>]*disabled[^>]*>Copy/);
});

it("marks the deciding words and nothing else", () => {
  expect(drawn("Covered").html).toContain(
    "Water heaters, <mark>including leaks from the tank</mark>, are covered.",
  );
});

it("folds what is more than three quotes", () => {
  const { html, text } = drawn("Long words, no places to break them");
  expect(html.match(/<figure/g)).toHaveLength(3);
  expect(text).toContain("1 more");
});
