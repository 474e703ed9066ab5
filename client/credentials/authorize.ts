// Sends credentials of any kind: in headers, queries and cookies, several at once, and tokens that are
// fetched on demand.
import { base64, type CredentialField, environment } from "./credentials.ts";
import type { Hooks } from "../hooks.ts";
import type { Means } from "../request/send.ts";
import { discard } from "../response/read-response.ts";

/**
 * A token, or a function that returns one; it is called before every attempt, so that the token may be
 * renewed.
 */
export type Token = string | (() => string | Promise<string>);

/** A token function that returns another token after one was rejected. */
interface Renewable {
  refused(token: string): unknown;
}

/** One security scheme. */
export interface Authorization {
  readonly in: "header" | "query" | "cookie";
  /** Name of the header, the query parameter or the cookie. */
  readonly name: string;
  /** Text before the credentials, such as `Bearer `. */
  readonly prefix: string;
  /** One field, or two for user name and password (RFC 7617). */
  readonly fields: readonly CredentialField[];
}

/** The credentials that a call of an operation sends. */
export interface Granted extends Means {
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * An operation's security requirements: alternatives, each a list of indices of schemes that are required
 * together. An empty alternative requires no credentials.
 */
export type Requirement = readonly (readonly number[])[];

/**
 * Sends to each operation only the credentials that it requires: those of the first alternative that is
 * completely configured, else of the first that is partly configured. With `required`, throws a TypeError if
 * no credentials are configured at all.
 *
 * @param common  requirements of operations that declare none of their own
 * @param required  whether every operation requires credentials
 */
export function authorizations(
  schemes: readonly Authorization[],
  common: Requirement,
  required: boolean,
): (options: object) => (operation: { readonly security?: Requirement }, means: Means) => Granted {
  return (options) => {
    const valueOf = ({ name, env }: CredentialField): unknown =>
      (Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined) ?? environment(env);
    const given = schemes.filter(({ fields }) => fields.every((field) => Boolean(valueOf(field))));
    if (required && given.length === 0) {
      const names = schemes.map(({ fields }) => fields.map(({ name }) => name).join(" and "));
      throw new TypeError(`Missing credentials: pass ${names.join(", or ")}`);
    }
    return ({ security = common }, means) =>
      grantedOf(requiredCredentials(security, schemes, given), valueOf, means);
  };
}

/** Returns the configured schemes of the chosen alternative. */
function requiredCredentials(
  security: Requirement,
  schemes: readonly Authorization[],
  given: readonly Authorization[],
): readonly Authorization[] {
  const alternatives = security.map((one) => {
    const wanted = one.flatMap((index) => schemes[index] ?? []);
    const shown = wanted.filter((scheme) => given.includes(scheme));
    return { shown, whole: shown.length === wanted.length };
  });
  const some = alternatives.filter(({ shown }) => shown.length > 0);
  const anonymous = alternatives.some(({ shown, whole }) => whole && shown.length === 0);
  return (some.find(({ whole }) => whole) ?? (anonymous ? undefined : some[0]))?.shown ?? [];
}

function grantedOf(
  shown: readonly Authorization[],
  valueOf: (field: CredentialField) => unknown,
  means: Means,
): Granted {
  const keys = shown.flatMap(({ in: place, name, fields: [field] }) =>
    place === "query" && field !== undefined ? [[name, text(valueOf(field), field)] as const] : [],
  );
  const fill = async (headers: Headers, scheme: Authorization): Promise<void> => {
    set(headers, scheme, await Promise.all(scheme.fields.map((field) => resolved(valueOf(field), field))));
  };
  const hook: Hooks = {
    async onRequest({ headers }) {
      for (const scheme of shown) if (scheme.in !== "query") await fill(headers, scheme);
    },
  };
  /** True if there is another token than the rejected one. */
  const isRenewed = async (headers: Headers): Promise<boolean> => {
    let renewed = false;
    for (const scheme of shown) {
      const tokens = scheme.fields.map(valueOf).filter(isRenewable);
      const before = headers.get(scheme.name) ?? "";
      for (const token of tokens) await token.refused(before.slice(scheme.prefix.length));
      if (tokens.length > 0) await fill(headers, scheme);
      renewed ||= tokens.length > 0 && headers.get(scheme.name) !== before;
    }
    return renewed;
  };
  return {
    // `fromEntries` instead of assignment, because a key may be called `__proto__`.
    query: Object.fromEntries(keys),
    hooks: [hook, ...means.hooks],
    async fetch(url, init) {
      const response = await means.fetch(url, init);
      // A request with a 401 was not processed, so it can be retried; a stream cannot be sent twice.
      if (response.status !== 401 || init.duplex || !(await isRenewed(init.headers))) return response;
      discard(response);
      return means.fetch(url, init);
    },
  };
}

function isRenewable(value: unknown): value is Renewable {
  return typeof value === "function" && "refused" in value;
}

/** Matches NUL and line ends, except for line ends at the end, which `Headers` removes. */
const unsendable = /\0|[\r\n]\s*\S/;

function set(
  headers: Headers,
  { in: place, name, prefix, fields: [field] }: Authorization,
  [first = "", second]: readonly string[],
): void {
  if (second !== undefined && first.includes(":"))
    throw new TypeError("a user name must not contain a colon");
  const value = prefix + (second === undefined ? first : base64(`${first}:${second}`));
  if (place === "header") {
    // The platform's message would quote the secret.
    if (unsendable.test(value)) throw new TypeError(`${field?.name} has a line end`);
    headers.set(name, value);
  } else
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
