const STATES =
  "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming";

const names = new Map(STATES.split("|").map((row) => [row.slice(0, 2), row.slice(3)]));
const codes = new Map([...names].map(([code, name]) => [name.toLowerCase(), code]));

/** Every USPS code of a US state (and DC) with its name. */
export const US_STATES: ReadonlyMap<string, string> = names;

/** The name of a state: `"TX"` → `"Texas"`. A value that is no USPS code comes back as it is. */
export function stateName(state: string): string {
  return names.get(state.toUpperCase()) ?? state;
}

/**
 * The form in which states are compared and stored: the USPS code where the value names a US state in any way
 * (`"tx"`, `"Texas"`, `" texas "`), else the trimmed value in upper case.
 */
export function normaliseState(state: string): string {
  const trimmed = state.trim();
  return codes.get(trimmed.toLowerCase()) ?? trimmed.toUpperCase();
}

/** The form in which plans and contract types are compared: case, spaces and a trailing "plan" do not matter. */
export function nameKey(name: string): string {
  const folded = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return folded.replace(/^(?:the )?(.+?) (?:plan|contract|agreement)$/, "$1");
}
