// What the boundary wants to know of a request, taken from the platform's.
import type { HeaderFields, MessageHead } from "../../generated/boundary.ts";

export class RequestHead implements MessageHead {
  readonly target: string;
  readonly headers: HeaderFields;

  /** @param length  bytes of the body, which a `Request` does not tell */
  constructor({ url, headers }: Request, length: number) {
    const { pathname, search } = new URL(url);
    this.target = pathname + search;
    this.headers = {
      ...(Object.fromEntries(headers) as HeaderFields),
      ...(length > 0 && { "content-length": String(length) }),
    };
  }

  /** The platform has joined them. */
  lines(): HeaderFields {
    return this.headers;
  }

  /** A connection that is none shows whatever is asked for. */
  certificate(): object {
    return {};
  }
}
