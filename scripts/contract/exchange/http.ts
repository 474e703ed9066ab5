// One concrete HTTP exchange, as text on the wire and as the data it stands for.
import type { Json } from "../document/document.ts";

/** A body: what is sent, and the value it stands for. */
export interface HttpBody {
  readonly mediaType: string;
  readonly text: string;
  readonly value: Json;
}

/** A credential that a request carries; tokens and passwords are left out, only what they open counts. */
export interface Credential {
  /** The kind of the scheme, such as `http basic` or `apiKey header x-key`. */
  readonly scheme: string;
  readonly scopes: readonly string[];
}

export interface HttpRequest {
  readonly method: string;
  /** The server's URL, `/` when the document names none. */
  readonly server: string;
  /** Path and query, below the server's URL. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly credentials: readonly Credential[];
  readonly body?: HttpBody;
  /** Parts that cannot be written down, such as `header/x` or `body`: a placeholder, or nothing, stands for each. */
  readonly unwritten?: readonly string[];
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: HttpBody;
  /** As in a request. */
  readonly unwritten?: readonly string[];
}

/** A request, and its answer when the answer is what matters. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response?: HttpResponse;
}
