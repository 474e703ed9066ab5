// The return value of a call: a promise of the response's data that also gives access to the response.
import type { TypedResponse } from "./response/typed-response.ts";

/** The data of a success, and its response. */
export interface CallResult<Data, Header extends string = string> {
  readonly data: Data;
  readonly response: TypedResponse<Header>;
}

/** A promise of the data; `withResponse()` resolves with status and headers as well. */
export class ApiPromise<Data, Header extends string = string> implements Promise<Data> {
  readonly #call: () => Promise<CallResult<Data, Header>>;
  readonly [Symbol.toStringTag] = "ApiPromise";

  constructor(call: () => Promise<CallResult<Data, Header>>) {
    this.#call = call;
  }

  /**
   * Resolves with the data together with the response: its status and headers.
   *
   * @example const { data, response } = await client.senderPools.fetch(id).withResponse();
   */
  withResponse(): Promise<CallResult<Data, Header>> {
    return this.#call();
  }

  then<Done = Data, Failed = never>(
    done?: ((data: Data) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.#call()
      .then(({ data }) => data)
      .then(done, failed);
  }

  catch<Failed = never>(
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Data | Failed> {
    return this.then(undefined, failed);
  }

  finally(settled?: (() => void) | null): Promise<Data> {
    return this.then().finally(settled);
  }
}
