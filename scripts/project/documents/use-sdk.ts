// Uses the SDK of a document as a program would: it compiles, its lists are walked, its streams are read,
// against a mock of the same document.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MockOperation } from "../../contract/mock/mock-contract.ts";
import { startMock, type StartedMock } from "../../contract/mock/start-mock.ts";
import { streamsOf } from "../../contract/generate/resources/stream-items.ts";
import { ApiState } from "../../contract/runtime/state/api-state.ts";
import { CalledClient } from "./called-client.ts";
import { complaintsOf } from "./compiler-complaints.ts";
import { type MadeRequest, RequestMaker } from "./made-requests.ts";
import { hasSuccess, isRecord } from "./read-response.ts";

/** The result for one document. */
export interface Used {
  readonly methods: number;
  readonly complaints: readonly string[];
  /** Operations that were called, and those of them whose call succeeded. */
  readonly calls: {
    readonly done: number;
    readonly of: number;
    /** The operationIds of the others, with the error. */
    readonly failed: readonly string[];
  };
  /** Lists that were walked: their items and pages, or the error. */
  readonly lists: readonly Walk[];
  readonly streams: readonly Walk[];
}

export interface Walk {
  readonly operationId: string;
  readonly items: number;
  readonly pages: number;
  readonly error: string | undefined;
}

const mostItems = 20;
const seeded = 5;
const mostCalls = 100;

/**
 * @param folder  an empty one, for the package
 * @param overlays  paths of overlays, which the SDK and the mock apply
 */
export async function useSdk(path: string, folder: string, overlays: readonly string[]): Promise<Used> {
  const document = resolve(path);
  const mock = await startMock(document, { overlays });
  try {
    const flags = ["--infer-pagination", ...overlays.flatMap((overlay) => ["--overlay", overlay])];
    const client = await CalledClient.make(document, folder, mock, flags);
    const [{ contract } = { contract: undefined }] = mock.contracts;
    if (contract === undefined) throw new TypeError("nothing is mocked");
    const operations = Object.values(contract.operations).filter(({ operationId }) =>
      client.has(operationId),
    );
    const run = new Run(client, new RequestMaker(contract), mock);
    const lists = await run.lists(operations);
    const streams: Walk[] = [];
    for (const operation of operations)
      if (streamsOf(operation.planned).length > 0) streams.push(...(await run.walked(operation)));
    return {
      methods: operations.length,
      complaints: complaints(folder),
      calls: await run.calls(operations.slice(0, mostCalls)),
      lists,
      streams,
    };
  } finally {
    await mock.close();
  }
}

function complaints(folder: string): string[] {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  const user = join(folder, "user.ts");
  writeFileSync(
    user,
    'import { TriedClient } from "./package/dist/generated/index.js";\nexport const client: TriedClient = new TriedClient();\n',
  );
  return complaintsOf(user, { skipLibCheck: false, skipDefaultLibCheck: true });
}

class Run {
  readonly #client: CalledClient;
  readonly #maker: RequestMaker;
  readonly #mock: StartedMock;

  constructor(client: CalledClient, maker: RequestMaker, mock: StartedMock) {
    this.#client = client;
    this.#maker = maker;
    this.#mock = mock;
  }

  /** Calls operations once; successes count, and so do resources that do not exist. */
  async calls(operations: readonly MockOperation[]): Promise<Used["calls"]> {
    let [done, of] = [0, 0];
    const failed: string[] = [];
    for (const operation of operations) {
      if (!hasSuccess(operation.responses) || streamsOf(operation.planned).length > 0) continue;
      const made = this.#made(operation);
      if (made === undefined) continue;
      of += 1;
      const { response, error } = await this.#client.call(operation, made);
      if (error === undefined || response?.status === 404) done += 1;
      else failed.push(`${operation.operationId}: ${error.split("\n").slice(0, 2).join(" ")}`);
    }
    return { done, of, failed };
  }

  /** `fetch` sends no body with GET, though documents declare one. */
  #made(operation: MockOperation): MadeRequest | undefined {
    const made = this.#maker.make(operation);
    if (made === undefined) return undefined;
    return { ...made, body: operation.method === "GET" ? undefined : made.body };
  }

  /** Adds resources to collections without parents, and walks their lists page by page. */
  async lists(operations: readonly MockOperation[]): Promise<Walk[]> {
    const [{ contract } = { contract: undefined }] = this.#mock.contracts;
    if (contract === undefined) return [];
    const { model } = new ApiState({ document: contract.root, operations: contract.operations });
    const walks: Walk[] = [];
    for (const list of model.lists) {
      const operation = operations.find((one) => one.operationId === list.operation.operationId);
      if (operation === undefined || operation.path.includes("{") || list.members) continue;
      const added = await this.#mock
        .add({ [list.kind.collection]: Array.from({ length: seeded }, () => ({})) })
        .then(
          () => true,
          () => false,
        );
      if (added) walks.push(...(await this.walked(operation)));
    }
    return walks;
  }

  /** Walks what a method returns; nothing if it is neither a list with pages nor a stream. */
  async walked(operation: MockOperation): Promise<Walk[]> {
    const { operationId } = operation;
    const made = this.#made(operation);
    if (made === undefined) return [];
    let [items, pages] = [0, 0];
    try {
      const returned = this.#client.invoke(operation, withSmallPages(operation, made));
      const parts = hasPages(returned) ? returned.pages() : [await returned];
      if (!hasPages(returned) && streamsOf(operation.planned).length === 0) return [];
      for await (const part of parts) {
        pages += 1;
        const inPage = isRecord(part) && "items" in part ? (part["items"] as Iterable<unknown>) : part;
        items += await countedIn(inPage as AsyncIterable<unknown>, mostItems - items);
        if (items >= mostItems) break;
      }
      return [{ operationId, items, pages, error: undefined }];
    } catch (thrown) {
      const error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
      return [{ operationId, items, pages, error }];
    }
  }
}

async function countedIn(items: AsyncIterable<unknown> | Iterable<unknown>, most: number): Promise<number> {
  let count = 0;
  for await (const item of items) {
    count += item === undefined ? 0 : 1;
    if (count >= most) break;
  }
  return count;
}

function hasPages(value: unknown): value is { pages(): AsyncIterable<unknown> } {
  return typeof value === "object" && value !== null && "pages" in value && typeof value.pages === "function";
}

/** Returns a request for pages of two, if the operation has a parameter for it. */
function withSmallPages({ planned }: MockOperation, made: MadeRequest): MadeRequest {
  const size = planned.parameters.find(
    ({ name, place }) => place === "query" && /^(limit|per_?page|page_?size|max_?results|count)$/i.test(name),
  );
  return size === undefined ? made : { ...made, query: { ...made.query, [size.name]: 2 } };
}
