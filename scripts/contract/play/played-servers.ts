// Servers of documents, for playing: mocks, which validate requests and can be set to respond with a given
// response.
import type { OpenApiDocument } from "../document/document.ts";
import type { HttpResponse } from "../exchange/http.ts";
import { planOf } from "../generate/plan.ts";
import { startMock, type StartedMock } from "../mock/start-mock.ts";
import type { Address } from "./played-client.ts";

/** A running server of one document. */
export interface PlayedServer extends Address {
  /** The path of the document's own server, without a slash at its end. */
  readonly basePath: string;
  /**
   * Runs with a response to every valid request; undefined: the server's own.
   *
   * @returns the result, and whether the server accepted a request meanwhile
   */
  responding<T>(response: HttpResponse | undefined, run: () => Promise<T>): Promise<Responded<T>>;
}

/** The result of a call, and whether the server accepted its request. */
export interface Responded<T> {
  readonly result: T;
  /** True if a request was valid, whatever was responded: the resource may not exist. */
  readonly accepted: boolean;
}

/** Starts each server when it is first needed. */
export class PlayedServers {
  readonly #documents: readonly OpenApiDocument[];
  readonly #started = new Map<number, { readonly mock: StartedMock; readonly server: PlayedServer }>();

  constructor(documents: readonly OpenApiDocument[]) {
    this.#documents = documents;
  }

  async at(version: number): Promise<PlayedServer> {
    const known = this.#started.get(version) ?? (await start(this.#documents[version]!));
    this.#started.set(version, known);
    return known.server;
  }

  async stop(): Promise<void> {
    for (const { mock } of this.#started.values()) await mock.close();
  }
}

async function start(
  document: OpenApiDocument,
): Promise<{ readonly mock: StartedMock; readonly server: PlayedServer }> {
  let given: HttpResponse | undefined;
  let accepted = false;
  // Called for valid requests only.
  const respond = (): unknown => {
    accepted = true;
    return (
      given && {
        status: given.status,
        headers: Object.fromEntries(given.headers),
        ...(given.body && { body: given.body.value }),
      }
    );
  };
  const handlers = Object.fromEntries(planOf(document).operations.map(({ id }) => [id, respond]));
  const mock = await startMock(document, { handlers });
  const server: PlayedServer = {
    origin: mock.origin,
    headers: mock.headers(),
    basePath: new URL(mock.url).pathname.replace(/\/$/, ""),
    responding: async (response, run) => {
      [given, accepted] = [response, false];
      try {
        const result = await run();
        return { result, accepted };
      } finally {
        given = undefined;
      }
    },
  };
  return { mock, server };
}
