// Tries a mock with one document: a generated client of the same document creates, fetches, lists and deletes
// resources wherever the document allows, then calls all other operations. Every response is validated
// against the document by a third-party validator.
import { resolve } from "node:path";
import type { MockOperation } from "../../contract/mock/mock-contract.ts";
import { explainMock } from "../../contract/mock/explain-mock.ts";
import { prepareMock } from "../../contract/mock/prepare-mock.ts";
import { startMock } from "../../contract/mock/start-mock.ts";
import { ApiState } from "../../contract/runtime/state/api-state.ts";
import type { Kind, ListOf } from "../../contract/runtime/state/model.ts";
import { kindsAbove, roleOf } from "../../contract/runtime/state/role.ts";
import { CalledClient, type Outcome } from "./called-client.ts";
import { IndependentCheck } from "./independent-check.ts";
import { RequestMaker } from "./made-requests.ts";
import { difference, hasSuccess, idAtEnd, idIn, isRecord, parsed } from "./read-response.ts";
import { type Tallied, Tally } from "./tally.ts";

/** Result for one document. */
export interface Tried extends Tallied {
  readonly operations: number;
  /** Number of operations by source of the response. */
  readonly by: Readonly<Record<"state" | "example" | "schema" | "nothing", number>>;
}

/**
 * Tries the mock of a document.
 *
 * @param folder  an empty one, for the client's package
 */
export async function tryMock(path: string, folder: string): Promise<Tried> {
  const document = resolve(path);
  const mock = await startMock(document);
  try {
    const trial = new Trial(
      await CalledClient.make(document, folder, mock),
      new IndependentCheck(document),
      mock,
    );
    await trial.chains();
    await trial.others();
    const { contracts, state } = await prepareMock(document);
    const explained = contracts.flatMap((one) => explainMock(one, state));
    const count = (by: string): number => explained.filter((one) => one.by === by).length;
    const by = {
      state: count("state"),
      example: count("example"),
      schema: count("schema"),
      nothing: count("nothing"),
    };
    return { operations: explained.length, by, ...trial.result() };
  } finally {
    await mock.close();
  }
}

class Trial {
  readonly #client: CalledClient;
  readonly #check: IndependentCheck;
  readonly #operations: readonly MockOperation[];
  readonly #state: ApiState;
  readonly #maker: RequestMaker;
  readonly #called = new Set<string>();
  readonly #tally = new Tally();

  constructor(
    client: CalledClient,
    check: IndependentCheck,
    { contracts }: Awaited<ReturnType<typeof startMock>>,
  ) {
    const { contract } = contracts[0]!;
    this.#client = client;
    this.#check = check;
    this.#operations = Object.values(contract.operations);
    this.#state = new ApiState({ document: contract.root, operations: contract.operations });
    this.#maker = new RequestMaker(contract);
  }

  result(): Tallied {
    return this.#tally.result();
  }

  /** Creates, fetches, lists and deletes a resource of each kind that calls create. */
  async chains(): Promise<void> {
    const { kinds, lists } = this.#state.model;
    for (const kind of kinds) {
      if (kind.isSingle === true) continue;
      const known = await this.#outer(kind);
      const made = await this.#create(kind, known);
      if (made === undefined) continue;
      known.set(kind.parameter, made.id);
      const fetch = kind.fetch.path === kind.template ? this.#operation(kind.fetch.operationId) : undefined;
      if (fetch !== undefined) await this.#fetched(fetch, known, made.sent);
      const list = lists.find(
        (one) => one.kind === kind && !one.members && one.operation.path === kind.collection,
      );
      if (list !== undefined) await this.#listed(list, known, made.id);
      await this.#deleted(kind, fetch, known);
    }
  }

  /** Calls every operation that was not called yet. */
  async others(): Promise<void> {
    for (const operation of this.#operations) {
      if (this.#called.has(operation.operationId) || !this.#client.has(operation.operationId)) continue;
      const known = new Map<string, unknown>();
      for (const kind of kindsAbove(this.#state.model, operation)) await this.#create(kind, known, true);
      await this.#call(operation, known);
    }
  }

  /**
   * Returns the ids of the parent resources in the path of a kind, which are created if calls can create
   * them.
   */
  async #outer(kind: Kind): Promise<Map<string, unknown>> {
    const known = new Map<string, unknown>();
    for (const outer of kindsAbove(this.#state.model, kind.fetch)) {
      if (outer !== kind) await this.#create(outer, known, true);
    }
    return known;
  }

  /** Creates a resource, and adds its id to the known ones. */
  async #create(
    kind: Kind,
    known: Map<string, unknown>,
    isQuiet = false,
  ): Promise<{ readonly id: unknown; readonly sent: unknown } | undefined> {
    const { model, schemas } = this.#state;
    const operation = this.#operations.find((one) => {
      const role = roleOf(model, schemas, one);
      return role.does === "create" && role.kind === kind && this.#client.has(one.operationId);
    });
    if (operation === undefined) return undefined;
    if (!isQuiet) this.#tally.steps.create.of += 1;
    const { outcome, sent } = await this.#call(operation, known);
    const { response, location } = outcome ?? {};
    if (response === undefined || response.status >= 300) return undefined;
    const shown = parsed(response.body);
    const alone = typeof shown === "string" || typeof shown === "number" ? shown : undefined;
    const id = idIn(shown, kind.id, kind.collection.split("/").at(-1)) ?? idAtEnd(location) ?? alone;
    if (id === undefined) {
      this.#tally.surprises.add(
        `${operation.operationId}: the response names no ${kind.id}: ${response.body.slice(0, 200)}`,
      );
      return undefined;
    }
    known.set(kind.parameter, id);
    if (!isQuiet) this.#tally.steps.create.done += 1;
    return { id, sent };
  }

  async #fetched(fetch: MockOperation, known: ReadonlyMap<string, unknown>, sent: unknown): Promise<void> {
    if (!this.#client.has(fetch.operationId)) return;
    this.#tally.steps.fetch.of += 1;
    const { outcome } = await this.#call(fetch, known);
    if (outcome?.response?.status !== 200) {
      this.#tally.surprises.add(
        `${fetch.operationId}: what was created is answered by ${String(outcome?.response?.status)} ${outcome?.error ?? ""}`,
      );
      return;
    }
    const differing = difference(sent, parsed(outcome.response.body));
    if (differing === undefined) this.#tally.steps.fetch.done += 1;
    else this.#tally.surprises.add(`${fetch.operationId}: ${differing}`);
  }

  async #listed(
    { operation, items, kind }: ListOf,
    known: ReadonlyMap<string, unknown>,
    id: unknown,
  ): Promise<void> {
    const list = this.#operation(operation.operationId);
    if (list === undefined || !this.#client.has(list.operationId)) return;
    this.#tally.steps.list.of += 1;
    const { outcome } = await this.#call(list, known);
    const body = outcome?.response === undefined ? undefined : parsed(outcome.response.body);
    const found = items.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), body);
    if (Array.isArray(found) && found.some((item) => String(idIn(item, kind.id)) === String(id)))
      this.#tally.steps.list.done += 1;
    else
      this.#tally.surprises.add(
        `${operation.operationId}: does not list ${String(id)}: ${outcome?.response?.status} ${outcome?.response?.body.slice(0, 200)} ${outcome?.error ?? ""}`,
      );
  }

  async #deleted(
    kind: Kind,
    fetch: MockOperation | undefined,
    known: ReadonlyMap<string, unknown>,
  ): Promise<void> {
    const remove = this.#operations.find(({ method, path }) => method === "DELETE" && path === kind.template);
    if (remove === undefined || !this.#client.has(remove.operationId)) return;
    this.#tally.steps.delete.of += 1;
    const { outcome } = await this.#call(remove, known);
    const status = outcome?.response?.status ?? 0;
    const after =
      fetch === undefined ? 404 : ((await this.#call(fetch, known)).outcome?.response?.status ?? 0);
    if (status >= 200 && status < 300 && after >= 400) this.#tally.steps.delete.done += 1;
    else
      this.#tally.surprises.add(
        `${remove.operationId}: responds ${status} ${outcome?.error ?? ""}, and then there is ${after}`,
      );
  }

  async #call(
    operation: MockOperation,
    known: ReadonlyMap<string, unknown>,
  ): Promise<{ readonly outcome?: Outcome; readonly sent?: unknown }> {
    const { operationId } = operation;
    this.#called.add(operationId);
    const made = this.#maker.make(operation, known);
    if (made === undefined) {
      const types = operation.planned.body?.content.map(({ mediaType }) => mediaType).join(", ") ?? "";
      this.#tally.unchecked.add(`${operationId}: no body was made of ${types}`);
      return {};
    }
    const outcome = await this.#client.call(operation, made);
    const { response, error } = outcome;
    if (response === undefined) {
      this.#tally.surprises.add(`${operationId}: nothing came back: ${error ?? ""}`);
      return { outcome, sent: made.body };
    }
    const mayFail = !hasSuccess(operation.responses);
    this.#tally.count(operationId, outcome, { problem: await this.#check.problem(response), mayFail });
    return { outcome, sent: made.body };
  }

  #operation(operationId: string): MockOperation | undefined {
    return this.#operations.find((one) => one.operationId === operationId);
  }
}
