// Responds with a user's handlers, instead of the mock's own responses.
import { DocumentError } from "../../document/document.ts";
import { type GivenResponse, ResponseBreaksDocument } from "../../runtime/boundary/check-response.ts";
import { HttpError } from "../../runtime/boundary/problem.ts";
import { checked, type MockGiven } from "../checked-response.ts";
import { firstTenant } from "../credentials.ts";
import { respondFromDocument } from "../responses/respond-from-document.ts";
import type { Responding, MockedContract } from "../mock.ts";
import type { HandlerState, MockHandler, MockHandlers } from "../mock-handlers.d.ts";
import type { MockState } from "../mock-state.ts";

/**
 * Creates the responder for a user's handlers.
 *
 * @throws DocumentError for the handler of an operation that no document declares
 */
export function handledBy(
  handlers: MockHandlers,
  contracts: readonly MockedContract[],
  state: MockState,
): Responding {
  const known = new Set(contracts.flatMap(({ contract }) => Object.keys(contract.operations)));
  const unknown = Object.keys(handlers).find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new DocumentError(`there is a handler for ${unknown}, which is not an operation`, {
      fix: `name an operationId: ${[...known].slice(0, 10).join(", ")}`,
    });
  return async (mocked, operation, received, about) => {
    const { operationId } = operation;
    const handler: MockHandler | undefined = Object.hasOwn(handlers, operationId)
      ? handlers[operationId]
      : undefined;
    if (handler === undefined) return undefined;
    const { path, query, headers, cookies, body, tenant = firstTenant } = received;
    const given = (await handler({
      operationId,
      path,
      query,
      headers,
      cookies,
      body,
      tenant,
      state: stateOf(state, tenant),
      next: async () =>
        copied(
          (await state.answer(mocked, operation, received, about)) ??
            respondFromDocument(mocked, operation, about.sent),
        ),
    })) as GivenResponse | undefined; // Its type is checked below.
    if (given === undefined) return undefined;
    if (!Number.isInteger(Reflect.get(Object(given), "status")))
      throw new HttpError(500, `The handler of ${operationId} returned no status.`);
    try {
      checked(operation, given);
    } catch (error) {
      if (!(error instanceof ResponseBreaksDocument)) throw error;
      const message = `The handler of ${operationId} returned what the document does not allow: ${error.message}`;
      throw new HttpError(500, message, { cause: error });
    }
    return given;
  };
}

/** Returns a response that a handler may modify: stored values must not be. */
function copied({ stored, ...response }: MockGiven): GivenResponse {
  return stored === undefined ? response : { ...response, body: structuredClone(response.body) };
}

function stateOf(state: MockState, tenant: string): HandlerState {
  return {
    all: (path) => state.all(tenant, path).map(({ value }) => value),
    get: (path, id) => state.get(tenant, path, String(id ?? "")),
    add: (path, value) => state.add(tenant, { [path]: [value] }),
    put: (path, value) => state.add(tenant, { [path]: value }),
    remove: (path, id) => state.remove(tenant, path, String(id)),
  };
}
