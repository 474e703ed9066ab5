// The behaviours of mocks in the README's table: twelve of them, each tested from outside, over HTTP.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A running mock, with the parts that depend on the product. */
export interface RunningPeer {
  readonly url: string;
  /**
   * Returns header fields for a request that must fail with a 503, configured in the mock's own way;
   * undefined if it has none.
   */
  readonly fail?: (operationId: string) => Promise<Record<string, string>>;
  /** Kills the mock, and starts it again with its persisted data. */
  readonly restart: () => Promise<RunningPeer>;
  readonly stop: () => Promise<void>;
}

export const token = "secret-token";

interface Task {
  readonly id: string;
  readonly title: string;
}

/** A fetched resource, if it has these members. */
interface Shown extends Partial<Task> {
  readonly count?: unknown;
  readonly items?: readonly Task[];
  readonly next_cursor?: string | null;
}

type Behaviour = (peer: RunningPeer) => Promise<boolean>;

/** Tests of the behaviours, by their names in the table. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  "create, then fetch": async ({ url }) => {
    const task = await created(url, "fetch me");
    const found = await asked(`${url}/tasks/${task.id}`);
    return found.status === 200 && found.body.title === "fetch me";
  },
  "list after create": async ({ url }) => {
    await created(url, "list me");
    return (await listed(url)).some(({ title }) => title === "list me");
  },
  "delete, then 404": async ({ url }) => {
    const task = await created(url, "remove me");
    const removed = await fetch(`${url}/tasks/${task.id}`, { method: "DELETE" });
    return removed.ok && (await fetch(`${url}/tasks/${task.id}`)).status === 404;
  },
  "a body that breaks the document is rejected": async ({ url }) => {
    const { status } = await post(url, { title: 5 });
    return status === 400 || status === 422;
  },
  "no response breaks the document": async ({ url }) => {
    const { status, body } = await asked(`${url}/stats`);
    return status !== 200 || Number.isInteger(body.count);
  },
  "credentials are asked for, and unknown ones rejected": async ({ url }) => {
    const authorization = `Bearer ${token}`;
    const known = await fetch(`${url}/private`, { headers: { authorization } });
    const unknown = await fetch(`${url}/private`, { headers: { authorization: "Bearer other" } });
    return (await fetch(`${url}/private`)).status === 401 && unknown.status === 401 && known.status === 200;
  },
  "a walk through pages": async ({ url }) => {
    const titles = ["a", "b", "c", "d", "e"].map((name) => `page ${name}`);
    for (const title of titles) await created(url, title);
    const seen: string[] = [];
    let cursor: string | null | undefined = "";
    for (let pages = 0; pages < 50 && typeof cursor === "string"; pages++) {
      const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Awaited<ReturnType<typeof asked>> = await asked(`${url}/tasks?limit=2${query}`);
      if (page.status !== 200 || (page.body.items ?? []).length > 2) return false;
      seen.push(...(page.body.items ?? []).map(({ title }) => title));
      cursor = page.body.next_cursor;
    }
    return titles.every((title) => seen.filter((one) => one === title).length === 1);
  },
  "ETag and If-Match": async ({ url }) => {
    const { id } = await created(url, "tag me");
    const tag = (await fetch(`${url}/tasks/${id}`)).headers.get("etag");
    const replace = (match: string) =>
      send(`${url}/tasks/${id}`, "PUT", { title: "tagged" }, { "If-Match": match });
    return tag !== null && (await replace('"other"')).status === 412 && (await replace(tag)).status === 200;
  },
  "Idempotency-Key": async ({ url }) => {
    const key = { "Idempotency-Key": "once" };
    const [first, second] = [
      await post(url, { title: "once" }, key),
      await post(url, { title: "once" }, key),
    ];
    const count = (await listed(url)).filter(({ title }) => title === "once").length;
    return (first.body as Task).id === (second.body as Task).id && count === 1;
  },
  "kept through a crash": async (peer) => {
    const { id } = await created(peer.url, "keep me");
    const again = await peer.restart();
    const { status, body } = await asked(`${again.url}/tasks/${id}`);
    return status === 200 && body.title === "keep me";
  },
  "a fault on demand": async ({ url, fail }) => {
    if (fail === undefined) return false;
    const headers = await fail("createTask");
    return (await post(url, { title: "fail" }, headers)).status === 503;
  },
  "a callback is delivered": async ({ url }) => {
    const received = await receiver();
    try {
      await post(url, { title: "tell me", notify: received.url });
      return await received.called;
    } finally {
      received.stop();
    }
  },
};

async function created(url: string, title: string): Promise<Task> {
  return (await post(url, { title })).body as Task;
}

async function listed(url: string): Promise<readonly Task[]> {
  return (await asked(`${url}/tasks?limit=1000`)).body.items ?? [];
}

function post(url: string, body: object, headers: Record<string, string> = {}) {
  return send(`${url}/tasks`, "POST", body, headers);
}

async function send(url: string, method: string, body: object, headers: Record<string, string>) {
  const fields = { "Content-Type": "application/json", ...headers };
  const response = await fetch(url, { method, headers: fields, body: JSON.stringify(body) });
  const shown: unknown = await response.json().catch(() => ({}));
  return { status: response.status, body: shown };
}

async function asked(url: string): Promise<{ readonly status: number; readonly body: Shown }> {
  const response = await fetch(url);
  const body: unknown = await response.json().catch(() => ({}));
  return { status: response.status, body: body as Shown }; // The members that are read are checked.
}

/** Starts a receiver of callbacks, on loopback. */
async function receiver(): Promise<{ url: string; called: Promise<boolean>; stop: () => void }> {
  let tell: (was: boolean) => void = () => undefined;
  const called = new Promise<boolean>((resolve) => (tell = resolve));
  const server = createServer((_, response) => {
    tell(true);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const limit = setTimeout(() => tell(false), 10_000);
  const stop = (): void => {
    clearTimeout(limit);
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, called, stop };
}
