// The head of a request (everything before its body), as every adapter passes it to the boundary.

/** Header fields by lower-case name; a list if the platform keeps the lines of a repeated field separate. */
export type HeaderFields = Readonly<Record<string, string | string[] | undefined>>;

/** Request target and header fields. */
export interface MessageHead {
  /** Path and query as sent. */
  readonly target: string;
  /** Header fields; lines of a repeated field may be joined. */
  readonly headers: HeaderFields;
  /** An object that identifies the connection; undefined if it is not known. */
  readonly connection?: object | undefined;
  /**
   * Returns the lines of each field separately, as far as the platform keeps them; costly in Node, so it is
   * called only where it matters.
   */
  lines(): HeaderFields;
  /** Returns the client certificate of the connection, for `mutualTLS`. */
  certificate(): object;
}

/** Returns the query without its question mark; empty if there is none. */
export function queryOf(target: string): string {
  const start = target.indexOf("?");
  if (start < 0) return "";
  const end = target.indexOf("#", start);
  return target.slice(start + 1, end < 0 ? undefined : end);
}

/** Returns a header field as one string. */
export function fieldText(headers: HeaderFields, name: string): string | undefined {
  const field = headers[name];
  return typeof field === "object" ? field.join(", ") : field;
}
