import { isUnavailable, nameKey } from "@live-copilot/shared";
import {
  type ContractBook,
  type PolicyIndex,
  type PolicyLibrary,
  readContracts,
  repeat,
  type Synonyms,
  type Trade,
} from "@live-copilot/shared/copilot";

export interface KeptIndex {
  /** The synonyms that the index was built with. */
  readonly synonyms: () => Synonyms;
  /** The library as it was read for that state of it. */
  readonly book: () => ContractBook;
  /** Whether a document is for this plan; true of every plan where all documents are for all plans. */
  readonly knowsPlan: (plan: string) => boolean;
  /** Builds the index anew if the library changed since. */
  refresh(): Promise<void>;
  stop(): void;
}

/** How often the library is asked whether it changed: another process may ingest into it. */
const CHECK_MS = 1000;

/** Keeps the index at the library's revision. Resolves once it holds what the library holds now, or is found away. */
export async function keepIndex(
  deps: {
    readonly library: Pick<PolicyLibrary, "revision" | "clauses" | "synonyms">;
    readonly index: Pick<PolicyIndex, "rebuild">;
    /** Whose words the library is read with. */
    readonly trade: Trade;
  },
  failed: (error: unknown) => void,
): Promise<KeptIndex> {
  let built = -1;
  let synonyms: Synonyms = [];
  let plans: ReadonlySet<string> = new Set();
  let book = readContracts([], { synonyms, trade: deps.trade });
  let running = Promise.resolve();
  const build = async () => {
    const revision = await deps.library.revision();
    if (revision === built) return;
    const [clauses, groups] = await Promise.all([deps.library.clauses(), deps.library.synonyms()]);
    await deps.index.rebuild(clauses, groups);
    synonyms = groups;
    book = readContracts(clauses, { synonyms: groups, trade: deps.trade });
    plans = new Set(book.plans.map(nameKey));
    built = revision;
  };
  const refresh = () => {
    running = running.then(build, build);
    return running;
  };
  // An index that is away is built once it is back; until then cards say that policies cannot be searched.
  await refresh().catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    failed(error);
  });
  let isTold = false;
  const look = async () => {
    try {
      await refresh();
      isTold = false;
    } catch (error) {
      // Once, and not every second until it is mended.
      if (!isTold) failed(error);
      isTold = true;
    }
  };
  const stop = repeat(CHECK_MS, look);
  return {
    synonyms: () => synonyms,
    book: () => book,
    knowsPlan: (plan) => plans.size === 0 || plans.has(nameKey(plan)),
    refresh,
    stop: () => void stop(),
  };
}
