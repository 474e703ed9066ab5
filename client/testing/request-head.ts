// Adapts the platform's `Request` to the request head that the generated server reads.
import type { HeaderFields, MessageHead } from "../../generated/boundary.ts";

/** The request line and header fields of a `Request`. */
export class RequestHead implements MessageHead {
  readonly target: string;
  readonly headers: HeaderFields;

  /** @param length  bytes of the body, which a `Request` does not expose */
  constructor({ url, headers }: Request, length: number) {
    const { pathname, search } = new URL(url);
    this.target = pathname + search;
    this.headers = {
      ...(Object.fromEntries(headers) as HeaderFields),
      ...(length > 0 && { "content-length": String(length) }),
    };
  }

  /** Repeated fields have already been joined by the platform. */
  lines(): HeaderFields {
    return this.headers;
  }

  /** There is no connection, so any client certificate counts as present. */
  certificate(): object {
    return {};
  }
}
