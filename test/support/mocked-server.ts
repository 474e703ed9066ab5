// `contract mock` of this repository's document in place of the reference server, with its accounts, senders
// and pool: for contract tests and examples that need nothing but the document.
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { referenceAccount, seedAccount } from "../../server/seed.ts";

interface Account {
  readonly accountId: string;
  readonly authToken: string;
}

/** A mock as contract tests use a server. */
export interface MockedServer {
  readonly url: string;
  readonly worker: { step(): Promise<number> };
}

/**
 * Starts a mock for these accounts; it is stopped when the test ends.
 *
 * @param pace  of long-running work, as `PUT /_control/pace` takes it
 */
export async function startMockedServer(
  t: { teardown: (end: () => Promise<void>) => void },
  accounts: readonly Account[],
  pace: unknown = "immediate",
): Promise<MockedServer> {
  const mock = await startMock("spec/openapi.yaml", {
    credentials: accounts.map(({ accountId, authToken }) => ({
      scheme: "accountAuthToken",
      value: `${accountId}:${authToken}`,
    })),
    seeds: accounts.map(({ accountId }, index) => {
      const { senders, pools } = seedAccount(accountId);
      const hasPool = accountId === referenceAccount.accountId;
      const data = { "/Senders": senders, ...(hasPool && { "/SenderPools": pools }) };
      return { tenant: `tenant-${index + 1}`, data };
    }),
  });
  t.teardown(() => mock.close());
  const control = async (method: string, path: string, body: object): Promise<unknown> => {
    const headers = { ...mock.headers(), "Content-Type": "application/json" };
    const response = await fetch(`${mock.origin}/_control${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  await control("PUT", "/pace", { pace });
  const step = async (): Promise<number> =>
    ((await control("POST", "/steps", {})) as { moved: number }).moved;
  return { url: mock.origin, worker: { step } };
}
