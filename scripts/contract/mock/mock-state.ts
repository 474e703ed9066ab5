// What a mock remembers: the state of each document, tenant by tenant.
import { fieldText } from "../runtime/boundary/message-head.ts";
import { HttpError, invalidRequest } from "../runtime/boundary/problem.ts";
import { ApiState } from "../runtime/state/api-state.ts";
import type { Explanation } from "../runtime/state/explain.ts";
import type { StateData, TenantData } from "../runtime/state/state-data.ts";
import type { Answering, MockedContract } from "./mock.ts";
import type { MockContract } from "./mock-contract.ts";
import { ThingMaker } from "./thing-maker.ts";

/** The state of a tenant, by the names of documents. */
export type MockData = Readonly<Record<string, TenantData | undefined>>;

export class MockState {
  readonly #states: ReadonlyMap<MockContract, ApiState>;

  /** @param looks  how often work is seen under way before it is seen done */
  constructor(contracts: readonly MockedContract[], looks = 1) {
    this.#states = new Map(
      contracts.map(({ contract, answers }) => {
        const api = { document: contract.root, operations: contract.operations };
        return [contract, new ApiState(api, { looks, maker: new ThingMaker(contract, answers) })];
      }),
    );
  }

  /** Answers what is about the state; undefined for operations that only have examples and schemas. */
  readonly answer: Answering = ({ contract }, { operationId }, received, { root, sent }) => {
    const state = this.#states.get(contract);
    if (state === undefined || !state.isAbout(operationId)) return undefined;
    const { path, query, headers, body, tenant } = received;
    const fields = sent.head.headers;
    const response = state.respond({
      operationId,
      tenant,
      root,
      path,
      query,
      headers: { ...conditionsIn(fields), ...headers },
      body,
      mediaType: fieldText(fields, "content-type"),
    });
    // The error is told in the document's own words by whoever knows them.
    if (response.status >= 400) throw errorOf(response);
    return response;
  };

  explain(contract: MockContract): readonly Explanation[] {
    return this.#states.get(contract)?.explain() ?? [];
  }

  read(tenant: string): MockData {
    return Object.fromEntries(
      [...this.#states].map(([{ document }, state]) => [document.name, state.data()[tenant]]),
    );
  }

  write(tenant: string, data: unknown): void {
    const given = data as MockData; // What `read` gave.
    for (const [{ document }, state] of this.#states) {
      const own = given[document.name];
      if (own === undefined) state.reset(tenant);
      else state.restore({ [tenant]: own } satisfies StateData);
    }
  }

  reset(tenant: string): void {
    for (const state of this.#states.values()) state.reset(tenant);
  }
}

/** Header fields that every server may obey, declared or not (RFC 9110, section 13.1). */
function conditionsIn(headers: Parameters<typeof fieldText>[0]): Record<string, string> {
  const names = { "if-match": "If-Match", "if-none-match": "If-None-Match" };
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, written]) => {
      const value = fieldText(headers, name);
      return value === undefined ? [] : [[written, value]];
    }),
  );
}

const sentences: Readonly<Record<number, string>> = {
  404: "There is no such thing.",
  409: "It conflicts with what there is.",
  412: "A condition of the request does not hold.",
  422: "The key was sent with another body before.",
};

function errorOf({ status, body }: { readonly status: number; readonly body: unknown }): HttpError {
  const errors: unknown = Reflect.get(Object(body) as object, "errors");
  if (status === 400 && Array.isArray(errors)) return invalidRequest(errors as HttpError["errors"]);
  return new HttpError(status, sentences[status] ?? "The request cannot be answered.");
}
