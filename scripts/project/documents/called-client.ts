// Calls the client that `contract sdk` generates for a document by operationIds, and observes the responses.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommandLine } from "../../contract/cli/run-command-line.ts";
import { sentSchemes } from "../../contract/generate/resources/credential-schemes.ts";
import { headerOptions } from "../../contract/generate/resources/header-options.ts";
import { resourcesOf } from "../../contract/generate/resources/resource-plan.ts";
import { planOf } from "../../contract/generate/plan.ts";
import type { MockOperation } from "../../contract/mock/mock-contract.ts";
import type { StartedMock } from "../../contract/mock/start-mock.ts";
import type { MadeRequest } from "./made-requests.ts";
import type { SentResponse } from "./independent-check.ts";

/** Result of a call. */
export interface Outcome {
  /** Undefined if there was no response. */
  readonly response: SentResponse | undefined;
  readonly location: string | null;
  /** The client's error. */
  readonly error: string | undefined;
}

/** The last observed response. */
interface Latest {
  response?: Response;
  body: string;
}

type Method = (...values: unknown[]) => unknown;

export class CalledClient {
  readonly #methods: ReadonlyMap<string, Method>;
  readonly #latest: Latest;

  private constructor(methods: ReadonlyMap<string, Method>, latest: Latest) {
    this.#methods = methods;
    this.#latest = latest;
  }

  /**
   * Generates the package in a folder and directs its client to a mock. Rejects with the output of the
   * command.
   *
   * @param more  further flags of the command
   */
  static async make(
    document: string,
    folder: string,
    mock: StartedMock,
    more: readonly string[] = [],
  ): Promise<CalledClient> {
    const said: string[] = [];
    const io = { out: () => undefined, err: (text: string) => void said.push(text), cwd: folder, env: {} };
    const flags = [
      "--name",
      "tried",
      "--client",
      "TriedClient",
      "--version",
      "1.0.0",
      "--out",
      join(folder, "package"),
      ...more,
    ];
    if ((await runCommandLine(["sdk", document, ...flags], io)) !== 0) throw new Error(said.join("\n"));
    const address = pathToFileURL(join(folder, "package/dist/generated/index.js")).href;
    const { TriedClient } = (await import(address)) as { TriedClient: new (options: object) => object };
    const latest: Latest = { body: "" };
    const observed: typeof fetch = async (input, init) => {
      // An operation may have a server of its own; the mock replaces all of them, by their paths.
      const sent = new Request(input, init);
      const { origin, pathname, search } = new URL(sent.url);
      // Credentials are sent to the document's own server only.
      if (origin !== mock.origin)
        for (const [name, value] of Object.entries(mock.headers())) sent.headers.set(name, value);
      const response = await fetch(new Request(mock.origin + pathname + search, sent));
      latest.response = response;
      latest.body = await response.clone().text();
      return response;
    };
    const client = new TriedClient({ ...credentialsOf(mock), baseUrl: mock.url, fetch: observed });
    return new CalledClient(methodsOf(client, mock), latest);
  }

  /**
   * Returns whether the client has the operation: those that cannot be generated are omitted and reported.
   */
  has(operationId: string): boolean {
    return this.#methods.has(operationId);
  }

  /** Returns the response of the last call. */
  #observed(): Latest {
    return this.#latest;
  }

  /** Returns what a method returns: a promise, or a list or a stream to iterate over. */
  invoke(operation: MockOperation, made: MadeRequest): unknown {
    const options = headerOptions(operation.planned).flatMap(({ option, parameter: { name } }) =>
      Object.hasOwn(made.headers, name) ? [[option, made.headers[name]] as const] : [],
    );
    const values = [
      ...made.path.values(),
      ...(made.takesBody ? [made.body] : []),
      ...(made.takesQuery ? [made.query] : []),
      Object.fromEntries(options),
    ];
    return this.#methods.get(operation.operationId)?.(...values);
  }

  async call(operation: MockOperation, made: MadeRequest): Promise<Outcome> {
    const { path, method } = operation;
    delete this.#latest.response;
    let error: string | undefined;
    try {
      await this.invoke(operation, made);
    } catch (thrown) {
      error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    }
    const { response, body } = this.#observed();
    if (response === undefined) return { response: undefined, location: null, error };
    const { status, headers } = response;
    const contentType = headers.get("content-type");
    return {
      response: { path, method, status, contentType, body },
      location: headers.get("location"),
      error,
    };
  }
}

function credentialsOf({ contracts }: StartedMock): Record<string, string> {
  return Object.fromEntries(
    contracts.flatMap(({ contract, credentials }) =>
      sentSchemes(planOf(contract.document)).flatMap(({ keys, fields }): [string, string][] => {
        const value = credentials.find(({ scheme }) => keys.includes(scheme))?.value;
        if (value === undefined) return [];
        const parts = fields.length === 2 ? value.split(":") : [value];
        return fields.map(({ name }, at) => [name, parts[at] ?? ""]);
      }),
    ),
  );
}

function methodsOf(client: object, { contracts }: StartedMock): ReadonlyMap<string, Method> {
  const resources = contracts.flatMap(({ contract }) => resourcesOf(planOf(contract.document)));
  return new Map(
    resources.flatMap(({ property, methods }) =>
      methods.flatMap(({ name, operation }): [string, Method][] => {
        const resource = Reflect.get(client, property) as object | undefined;
        const method = resource && (Reflect.get(resource, name) as Method | undefined);
        return method === undefined ? [] : [[operation.id, (...values) => method.apply(resource, values)]];
      }),
    ),
  );
}
