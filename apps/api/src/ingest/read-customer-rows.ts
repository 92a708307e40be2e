import { nearestName } from "@live-copilot/shared/copilot";
import { CsvError, parse } from "csv-parse/sync";
import type { CustomerProblem } from "./customer-problem.ts";

/** A record as a file gives it, before it is checked. */
export interface CustomerRow {
  readonly row: string;
  readonly record: unknown;
}

export interface CustomerRows {
  readonly rows: readonly CustomerRow[];
  readonly problems: readonly CustomerProblem[];
}

export const CSV_COLUMNS = [
  "customerId",
  "name",
  "phones",
  "address",
  "state",
  "plan",
  "contractType",
  "contractStart",
  "options",
] as const;
const REQUIRED_COLUMNS = ["customerId", "name", "phones"];

/** The records of a JSON array. */
export function readJsonRows(content: string): CustomerRows {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (error) {
    return refused("file", `no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(value)) return refused("file", "expected an array of customers: [{ … }, { … }]");
  return { rows: value.map((record, index) => ({ row: `record ${index + 1}`, record })), problems: [] };
}

/** The rows of a CSV file with a header; an empty cell is a value that is not known. */
export function readCsvRows(content: string): CustomerRows {
  let table: readonly CsvRow[];
  try {
    table = parse(content, {
      bom: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as CsvRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1 } = error;
    return refused(`line ${String(lines)}`, error.message);
  }
  const [header, ...body] = table;
  const columns = header?.record ?? [];
  const problems = checkColumns(columns);
  if (problems.length > 0) return { rows: [], problems };
  return {
    rows: body.map(({ record, info }) => ({ row: `line ${info.lines}`, record: fieldsOf(columns, record) })),
    problems,
  };
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function fieldsOf(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const named = columns.map((column, index): [string, unknown] => {
    const cell = cells[index] ?? "";
    if (column === "phones") return [column, listOf(cell)];
    if (column === "options") return [column, cell === "" ? undefined : listOf(cell)];
    return [column, cell === "" ? undefined : cell];
  });
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

/** Several values in one cell; a lone "none" is an empty list. */
function listOf(cell: string): string[] {
  const values = cell.split(";").map((value) => value.trim());
  return values.length === 1 && /^none$/i.test(cell) ? [] : values.filter(Boolean);
}

function checkColumns(columns: readonly string[]): CustomerProblem[] {
  const known: readonly string[] = CSV_COLUMNS;
  const problems: CustomerProblem[] = [];
  const report = (field: string, message: string) => problems.push({ row: "line 1", field, message });
  for (const [index, column] of columns.entries()) {
    const near = nearestName(column, known);
    const hint = near === undefined ? "" : `, did you mean "${near}"?`;
    if (!known.includes(column)) report(column, `unknown column${hint} (known: ${known.join(", ")})`);
    else if (columns.indexOf(column) < index) report(column, "this column is there twice");
  }
  for (const column of REQUIRED_COLUMNS) {
    if (!columns.includes(column)) report(column, "this column is missing");
  }
  return problems;
}

function refused(row: string, message: string): CustomerRows {
  return { rows: [], problems: [{ row, field: "", message }] };
}
