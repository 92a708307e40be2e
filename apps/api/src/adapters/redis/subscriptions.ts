/** How names are listened to on one connection. Both reject when the connection is lost. */
export interface Link {
  add(names: string[]): Promise<unknown>;
  remove(names: string[]): Promise<unknown>;
}

/** Which names somebody here listens to, and that the connection of the moment listens to just these. */
export interface Subscriptions {
  /** Wants the name until what it gives back is called. */
  hold(name: string): () => void;
  /** A new connection, which listens to nothing yet; resolves when it listens to all that is wanted. */
  attach(link: Link, failed: (cause: unknown) => void): Promise<void>;
  detach(): void;
}

interface Attached {
  readonly link: Link;
  readonly failed: (cause: unknown) => void;
  readonly there: Set<string>;
  readonly changed: Set<string>;
  isBusy: boolean;
}

/** Names in one command. */
const CHUNK = 500;

/**
 * One command at a time is under way; what changes meanwhile goes into the next one together. So a burst of pages that
 * open and close costs few commands, and nothing is queued while there is no connection.
 */
export function createSubscriptions(): Subscriptions {
  const holders = new Map<string, number>();
  let current: Attached | null = null;

  function touch(name: string): void {
    if (!current) return;
    current.changed.add(name);
    const { failed } = current;
    settle(current).catch(failed);
  }

  return {
    hold(name) {
      const count = holders.get(name) ?? 0;
      holders.set(name, count + 1);
      if (count === 0) touch(name);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        const left = (holders.get(name) ?? 1) - 1;
        if (left > 0) return void holders.set(name, left);
        holders.delete(name);
        touch(name);
      };
    },
    attach(link, failed) {
      current = { link, failed, there: new Set(), changed: new Set(holders.keys()), isBusy: false };
      return settle(current);
    },
    detach() {
      current = null;
    },
  };

  async function settle(attached: Attached): Promise<void> {
    if (attached.isBusy) return;
    attached.isBusy = true;
    const { link, there, changed } = attached;
    while (changed.size > 0 && current === attached) {
      const names = [...changed].slice(0, CHUNK);
      for (const name of names) changed.delete(name);
      const add = names.filter((name) => holders.has(name) && !there.has(name));
      const remove = names.filter((name) => !holders.has(name) && there.has(name));
      await Promise.all([add.length > 0 && link.add(add), remove.length > 0 && link.remove(remove)]);
      for (const name of add) there.add(name);
      for (const name of remove) there.delete(name);
    }
    attached.isBusy = false;
  }
}
