/** An amount of money in a text, in the contract's own currency. */
export interface Amount {
  readonly dollars: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const NUMBER_WORD = `(?:${[...UNITS, ...TENS.slice(2), "hundred", "thousand", "grand", "a hundred", "a thousand", "a grand"].join("|")})`;
const SPOKEN = new RegExp(
  String.raw`\b(?:(?:a|about)\s+)?${NUMBER_WORD}(?:(?:\s+and\s+|[\s-]+)${NUMBER_WORD})*\b`,
  "gi",
);
const WRITTEN =
  /[$£€]\s?(\d[\d,]*(?:\.\d+)?)(\s?k\b)?|\b(\d[\d,]*(?:\.\d+)?)(\s?k\b)?(?=\s*(?:dollars?|bucks|usd|pounds|quid|euros?)\b)|\b(\d{1,2}(?:\.\d)?)\s?(?:k|grand)\b/gi;
const PRICE_BEFORE =
  /\b(?:quot\w+|estimat\w+|costs?|said|says|bill(?:ed)?|charg\w+|price\w*|wants?|asking|fix|repair|for|about|around|roughly|over|nearly|invoice\w*|be|paid)\b[^.?!]{0,40}$/i;

/** The amounts written with a dollar sign or the word "dollars", in order. */
export function amountsWritten(text: string): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const digits = match[1] ?? match[3] ?? match[5] ?? "";
    const thousand = match[2] !== undefined || match[4] !== undefined || match[5] !== undefined;
    const dollars = Number(digits.replaceAll(",", "")) * (thousand ? 1000 : 1);
    found.push({ dollars, text: match[0].trim(), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Amounts that were spoken in words: "twenty eight hundred", "about eight hundred bucks", "a grand". */
function amountsSpoken(text: string): Amount[] {
  const found: Amount[] = [];
  for (const match of text.matchAll(SPOKEN)) {
    const after = text.slice(match.index + match[0].length);
    const named = /^\s*(?:dollars?|bucks|pounds|quid|euros?)\b/i.test(after) || /grand\b/i.test(match[0]);
    const large =
      /hundred|thousand/i.test(match[0]) &&
      !/^\s+(?:feet|foot|miles?|square|percent|gallons?|years?|days?|amps?)\b/i.test(after);
    if (!named && !(large && PRICE_BEFORE.test(text.slice(0, match.index)))) continue;
    const dollars = spokenNumber(match[0]);
    if (dollars !== null)
      found.push({ dollars, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The number that words say ("twenty eight hundred" is 2,800; "twelve fifty" is 1,250), or null. */
export function spokenNumber(words: string): number | null {
  let total = 0;
  let current = 0;
  let seen = false;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const unit = UNITS.indexOf(word);
    const ten = TENS.indexOf(word);
    if (word === "hundred") current = Math.max(current, 1) * 100;
    else if (word === "thousand" || word === "grand")
      [total, current] = [total + Math.max(current, 1) * 1000, 0];
    else if (ten >= 2)
      current = current >= 10 && current < 100 ? current * 100 + ten * 10 : current + ten * 10;
    else if (unit >= 0) current += unit;
    else continue;
    seen = true;
  }
  return seen ? total + current : null;
}

const NO_REPAIR_COST =
  /\b(?:fee|premium|deductible|a month|per month|monthly|a year|per year|for the (?:plan|policy|warranty|contract)|visit|service call)\b/i;

/** What the repair is said to cost; amounts that are fees or premiums are left out. */
export function costsSaid(text: string): Amount[] {
  const all = [...amountsWritten(text), ...amountsSpoken(text)].sort((a, b) => a.start - b.start);
  return all.filter((amount, index) => {
    const from = all[index - 1]?.end ?? Math.max(0, amount.start - 30);
    const after = /^[^,.;]{0,22}/.exec(text.slice(amount.end))?.[0] ?? "";
    const around = `${text.slice(Math.max(from, amount.start - 25), amount.start)} ${after}`;
    return amount.dollars >= 20 && !NO_REPAIR_COST.test(around);
  });
}

/** Dollars as a contract writes them: 1300 → "$1,300", 49.5 → "$49.50". */
export function dollarsText(dollars: number): string {
  const cents = Math.round(dollars * 100);
  const whole = Math.trunc(cents / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
  return cents % 100 === 0 ? `$${whole}` : `$${whole}.${(cents % 100).toString().padStart(2, "0")}`;
}
