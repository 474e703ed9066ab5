// Credentials of any kind: in headers, queries and cookies, several at once, and tokens that are fetched when needed.
import { type CredentialField, environment } from "./credentials.ts";
import type { Hooks } from "./observe.ts";

/** A token, or what gives one: asked before every attempt, so that it may be renewed. */
export type Token = string | (() => string | Promise<string>);

/** One way to say who calls. */
export interface Authorization {
  readonly in: "header" | "query" | "cookie";
  /** Of the header, the query parameter or the cookie. */
  readonly name: string;
  /** What stands before the credentials, such as `Bearer `. */
  readonly prefix: string;
  /** Two are user name and password (RFC 7617). */
  readonly fields: readonly CredentialField[];
}

/** What a client adds to every request. */
export interface Granted {
  readonly query: Readonly<Record<string, unknown>>;
  readonly hook: Hooks;
}

/**
 * Sends all credentials that are given. With `required`, throws a TypeError when there are none.
 *
 * @param required  whether every operation asks for some
 */
export function authorizations(
  schemes: readonly Authorization[],
  required: boolean,
): (options: object) => Granted {
  return (options) => {
    const valueOf = ({ name, env }: CredentialField): unknown =>
      Reflect.get(options, name) ?? environment(env);
    const given = schemes.filter(({ fields }) => fields.every((field) => Boolean(valueOf(field))));
    if (required && given.length === 0) {
      const names = schemes.map(({ fields }) => fields.map(({ name }) => name).join(" and "));
      throw new TypeError(`Missing credentials: pass ${names.join(", or ")}`);
    }
    const query: Record<string, unknown> = {};
    for (const { in: place, name, fields } of given) {
      const [field] = fields;
      if (place === "query" && field !== undefined) query[name] = text(valueOf(field), field);
    }
    return {
      query,
      hook: {
        async onRequest({ headers }) {
          for (const scheme of given) {
            if (scheme.in === "query") continue;
            const parts = await Promise.all(scheme.fields.map((field) => resolved(valueOf(field), field)));
            set(headers, scheme, parts);
          }
        },
      },
    };
  };
}

function set(
  headers: Headers,
  { in: place, name, prefix }: Authorization,
  [first = "", second]: readonly string[],
): void {
  if (second !== undefined && first.includes(":")) throw new TypeError("a user name has no colon");
  const value =
    prefix +
    (second === undefined
      ? first
      : btoa(String.fromCharCode(...new TextEncoder().encode(`${first}:${second}`))));
  if (place === "header") headers.set(name, value);
  else
    headers.set(
      "Cookie",
      [headers.get("Cookie"), `${name}=${encodeURIComponent(value)}`].filter(Boolean).join("; "),
    );
}

async function resolved(value: unknown, field: CredentialField): Promise<string> {
  return text(typeof value === "function" ? await (value as () => unknown)() : value, field);
}

function text(value: unknown, { name }: CredentialField): string {
  if (typeof value === "string" && value !== "") return value;
  throw new TypeError(`${name} must be a text that is not empty`);
}
