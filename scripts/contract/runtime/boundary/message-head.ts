// A request before its body, as every adapter gives it to the boundary.

/** Fields by lower-case name; where a platform has the lines of a repeated field apart, as a list. */
export type HeaderFields = Readonly<Record<string, string | string[] | undefined>>;

export interface MessageHead {
  /** Path and query, as sent. */
  readonly target: string;
  /** The lines of a repeated field may be joined. */
  readonly headers: HeaderFields;
  /** The same object for all requests of a connection; undefined where that is not known. */
  readonly connection?: object | undefined;
  /** The lines of each field apart, as far as the platform has them so; costly in Node, and asked for only where it matters. */
  lines(): HeaderFields;
  /** What the connection shows of its client, for `mutualTLS`. */
  certificate(): object;
}

/** The query, without its question mark; empty where there is none. */
export function queryOf(target: string): string {
  const start = target.indexOf("?");
  if (start < 0) return "";
  const end = target.indexOf("#", start);
  return target.slice(start + 1, end < 0 ? undefined : end);
}

/** A field as one text. */
export function fieldText(headers: HeaderFields, name: string): string | undefined {
  const field = headers[name];
  return typeof field === "object" ? field.join(", ") : field;
}
