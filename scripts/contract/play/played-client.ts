// A generated client that is directed at any server of this machine, and whose requests are observed.
import type { OpenApiDocument } from "../document/document.ts";
import { type ApiOperation, readApi } from "../exchange/api.ts";
import type { HttpRequest } from "../exchange/http.ts";
import { sentSchemes } from "../generate/resources/credential-schemes.ts";
import { headerOptions } from "../generate/resources/header-options.ts";
import { planOf } from "../generate/plan.ts";
import { type SdkCall, sdkCalls } from "../verify/report/sdk-line.ts";
import { type ClientClass, loadClient } from "./write-client.ts";

/** Where a client is directed. */
export interface Address {
  readonly origin: string;
  /** The header fields that carry the credentials of the server. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The request that a client wrote. */
export interface Sent {
  readonly method: string;
  readonly target: string;
  readonly headers: Headers;
  readonly body: string;
}

/** What was observed of a call. */
export interface Called {
  /** Undefined if the client sent nothing. */
  readonly sent: Sent | undefined;
  /** The status of the response. */
  readonly status: number | undefined;
  /** The error that the client raised. */
  readonly error: string | undefined;
}

/** Milliseconds that a call may take. */
const longestCall = 5000;

/** A client of one version. */
export class PlayedClient {
  readonly #Client: ClientClass;
  readonly #api: ReturnType<typeof readApi>;
  readonly #callOf: ReturnType<typeof sdkCalls>;
  readonly #credentials: Readonly<Record<string, string>>;
  /** The path of the document's own server. */
  readonly #basePath: string;

  private constructor(Client: ClientClass, document: OpenApiDocument, basePath: string) {
    this.#Client = Client;
    this.#api = readApi(document);
    this.#callOf = sdkCalls(document);
    this.#basePath = basePath;
    const fields = sentSchemes(planOf(document)).flatMap((scheme) => scheme.fields);
    this.#credentials = Object.fromEntries(fields.map(({ name }) => [name, "played"]));
  }

  static async make(
    document: OpenApiDocument,
    operations: readonly string[],
    basePath: string,
  ): Promise<PlayedClient> {
    const loaded = await loadClient(document, operations);
    return new PlayedClient(loaded.Client, loaded.document, basePath);
  }

  /** Sends a request by the method of an operation; undefined if the client has no such method. */
  async call(label: string, request: HttpRequest, address: Address): Promise<Called | undefined> {
    const operation = this.#api.operations.find((one) => one.label === label);
    const call = operation && this.#callOf(operation, request);
    if (operation === undefined || call === undefined) return undefined;
    let sent: Called["sent"];
    let status: number | undefined;
    const observed: typeof fetch = async (input, init) => {
      const made = new Request(input, init);
      const { pathname, search } = new URL(made.url);
      const body = await made.clone().text();
      const target = pathname.slice(this.#basePath.length) + search;
      sent = { method: made.method, target, headers: new Headers(made.headers), body };
      for (const [name, value] of Object.entries(address.headers)) made.headers.set(name, value);
      const response = await fetch(new Request(address.origin + pathname + search, made));
      ({ status } = response);
      return response;
    };
    const client = new this.#Client({
      ...this.#credentials,
      baseUrl: `${address.origin}${this.#basePath}`,
      fetch: observed,
      maxAttempts: 1,
      timeout: longestCall,
    });
    const resource = Reflect.get(client, call.property) as object;
    const method = Reflect.get(resource, call.method) as (...values: readonly unknown[]) => Promise<unknown>;
    try {
      await Reflect.apply(method, resource, argumentsOf(operation, call, request));
      return { sent, status, error: undefined };
    } catch (error) {
      return {
        sent,
        status,
        error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      };
    }
  }
}

/** Returns the arguments in the method's order: path parameters, body, query, options. */
function argumentsOf({ body, parameters }: ApiOperation, call: SdkCall, { headers }: HttpRequest): unknown[] {
  const options = headerOptions(call.operation).flatMap(({ option, parameter }) => {
    const field = headers.find(([name]) => name.toLowerCase() === parameter.name.toLowerCase());
    return field === undefined ? [] : [[option, field[1]] as const];
  });
  return [
    ...call.path,
    ...(body === undefined ? [] : [call.body]),
    ...(parameters.some(({ place }) => place === "query") ? [call.query] : []),
    Object.fromEntries(options),
  ];
}
