/** How a server carries out a query: the steps of its plan, and the indexes that it goes through. */
export interface QueryPlan {
  readonly stages: readonly string[];
  readonly indexes: readonly string[];
}

/** Reads what MongoDB's explain gives, whichever engine carries the query out; null where it is no such answer. */
export function readPlan(explained: unknown): QueryPlan | null {
  const winning = fieldOf(fieldOf(explained, "queryPlanner"), "winningPlan");
  if (winning === undefined) return null;
  const stages: string[] = [];
  const indexes = new Set<string>();
  const read = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const [stage, index] = [fieldOf(node, "stage"), fieldOf(node, "indexName")];
    if (typeof stage === "string") stages.push(stage);
    if (typeof index === "string") indexes.add(index);
    else if (stage === "IDHACK") indexes.add("_id_");
    for (const child of Object.values(node)) read(child);
  };
  read(winning);
  return { stages, indexes: [...indexes] };
}

function fieldOf(node: unknown, name: string): unknown {
  return typeof node === "object" && node !== null ? Reflect.get(node, name) : undefined;
}
