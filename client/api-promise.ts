// What a call returns: a promise of the answer's data that can give the rest of the answer, too.
import type { TypedResponse } from "./response/typed-response.ts";

/** A success as it came. */
export interface Answer<Data, Header extends string = string> {
  readonly data: Data;
  readonly response: TypedResponse<Header>;
}

/** A promise of the data; `withResponse()` gives status and headers as well. */
export class ApiPromise<Data, Header extends string = string> implements Promise<Data> {
  readonly #answer: () => Promise<Answer<Data, Header>>;
  readonly [Symbol.toStringTag] = "ApiPromise";

  constructor(answer: () => Promise<Answer<Data, Header>>) {
    this.#answer = answer;
  }

  /**
   * The data together with the response: its status and headers.
   *
   * @example const { data, response } = await client.senderPools.fetch(id).withResponse();
   */
  withResponse(): Promise<Answer<Data, Header>> {
    return this.#answer();
  }

  then<Done = Data, Failed = never>(
    done?: ((data: Data) => Done | PromiseLike<Done>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.#answer().then(({ data }) => (done ? done(data) : (data as unknown as Done)), failed);
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
