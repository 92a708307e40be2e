import type { RowHit } from "./fuse-hits.ts";

/** One search of many that may go together. */
export interface TogetherQuery {
  /** Only searches with the same filter go together. */
  readonly filter: string;
  readonly limit: number;
  /** The weighted words; empty: nothing to find by words. */
  readonly words: string;
  /** The question as it was put, for its meaning. */
  readonly text: string;
  /** What the caller said around it; may be empty. */
  readonly situation: string;
}

export interface FoundRows {
  readonly words: readonly RowHit[];
  readonly dense: readonly RowHit[];
}

type RunTogether = (queries: readonly TogetherQuery[]) => Promise<readonly FoundRows[]>;

/**
 * Collects the searches of one turn of the event loop and runs those with the same filter at once, with the largest
 * limit among them: a question's searches for its matters come in the same turn, and a call costs more than a query.
 */
export function createSearchTogether(run: RunTogether): (query: TogetherQuery) => Promise<FoundRows> {
  interface Waiting extends PromiseWithResolvers<FoundRows> {
    readonly query: TogetherQuery;
  }
  let waiting: Waiting[] = [];
  const runAll = () => {
    const groups = Map.groupBy(waiting, ({ query }) => query.filter);
    waiting = [];
    for (const group of groups.values()) void runGroup(group);
  };
  const runGroup = async (group: readonly Waiting[]) => {
    try {
      const found = await run(group.map(({ query }) => query));
      for (const [index, one] of group.entries()) one.resolve(found[index] ?? { words: [], dense: [] });
    } catch (error) {
      for (const one of group) one.reject(error);
    }
  };
  return (query) => {
    const one = { ...Promise.withResolvers<FoundRows>(), query };
    if (waiting.push(one) === 1) setImmediate(runAll);
    return one.promise;
  };
}
