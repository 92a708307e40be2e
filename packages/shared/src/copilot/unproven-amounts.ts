import type { AdviceRequest } from "./advice.ts";

const AMOUNT = /[$£€]\s?(\d[\d,]*(?:\.\d+)?)|(\d+(?:\.\d+)?)\s?(?:dollars|pounds|euros|percent\b|%)/gi;

/**
 * The amounts of money and percentages in a script that stand nowhere in what it was made from: not in a clause, not in
 * the customer's record, not in the caller's words. A script that names one says what nobody knows.
 */
export function unprovenAmounts(script: string, request: AdviceRequest): number[] {
  const { hits, customer, question, transcript = [] } = request;
  const given = new Set<number>();
  for (const { text } of [...hits, ...transcript, { text: `${question.text} ${question.situation}` }]) {
    for (const amount of numbersOf(text)) given.add(amount);
  }
  for (const { total, used } of customer?.limits ?? []) {
    for (const amount of [total, used, total - used]) given.add(amount);
  }
  for (const { amount } of customer?.claims ?? []) if (amount !== undefined) given.add(amount);
  return amountsOf(script).filter((amount) => !given.has(amount));
}

function amountsOf(text: string): number[] {
  return [...text.matchAll(AMOUNT)].map(([, money, other]) => numberOf(money ?? other ?? ""));
}

/** Every number: whoever speaks of money does not always say so. */
function numbersOf(text: string): number[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => numberOf(number));
}

function numberOf(number: string): number {
  return Number(number.replaceAll(",", ""));
}
