// The data of an account, for snapshots and for the page of the control surface.
import type { ShownCollection, SnapshotParts } from "../../generated/control.ts";
import { basePath } from "../ids/locations.ts";
import type { AccountData } from "../store/items.ts";
import type { Store } from "../store/store.ts";

/** Reads and writes the whole data of an account for snapshots. */
export function snapshotsOf(store: Store): SnapshotParts["data"] {
  return {
    read: (tenant) => store.exportAccount(tenant),
    write: (tenant, data) => store.importAccount(tenant, data as AccountData), // From `read`.
  };
}

/** Returns the account's first pools, operations and senders, at most `most` of each. */
export async function shownState(store: Store, accountId: string, most: number): Promise<ShownCollection[]> {
  const query = { accountId, filter: {}, after: null, limit: most };
  const [pools, operations, senders] = await Promise.all([
    store.listSenderPools(query),
    store.listSenderPoolOperations(query),
    store.listSenders(query),
  ]);
  const itemsOf = (text: string): unknown[] => JSON.parse(`[${text}]`) as unknown[];
  return [
    { path: `${basePath}/SenderPools`, items: itemsOf(pools.text), more: pools.more },
    { path: `${basePath}/SenderPools/Operations`, ...operations },
    { path: `${basePath}/Senders`, items: itemsOf(senders.text), more: senders.more },
  ];
}
