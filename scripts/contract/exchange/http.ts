// One concrete HTTP exchange, as the text that is sent and as the data that it represents.
import type { Json } from "../document/document.ts";

/** A body: its text, and the value that it represents. */
export interface HttpBody {
  readonly mediaType: string;
  readonly text: string;
  readonly value: Json;
  /** What is sent where it is no text; `text` then has U+FFFD in its place. */
  readonly bytes?: Uint8Array;
}

/** A credential of a request. Tokens and passwords are left out; only the scheme and the scopes matter. */
export interface Credential {
  /** The kind of the scheme, such as `http basic` or `apiKey header x-key`. */
  readonly scheme: string;
  readonly scopes: readonly string[];
}

/** A concrete request. */
export interface HttpRequest {
  readonly method: string;
  /** The server's URL; `/` if the document declares none. */
  readonly server: string;
  /** Path and query, relative to the server's URL. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly credentials: readonly Credential[];
  readonly body?: HttpBody;
  /**
   * Parts that cannot be serialised, such as `header/x` or `body`: each is replaced by a placeholder or
   * omitted.
   */
  readonly unwritten?: readonly string[];
}

/** A concrete response. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: HttpBody;
  /** As in `HttpRequest`. */
  readonly unwritten?: readonly string[];
}

/** A request, with its response if that is what matters. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response?: HttpResponse;
}
