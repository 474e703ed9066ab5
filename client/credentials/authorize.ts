// Credentials of any kind: in headers, queries and cookies, several at once, and tokens that are fetched when needed.
import { base64, type CredentialField, environment } from "./credentials.ts";
import type { Hooks } from "../hooks.ts";
import type { Means } from "../request/send.ts";
import { discard } from "../response/read-response.ts";

/** A token, or what gives one: asked before every attempt, so that it may be renewed. */
export type Token = string | (() => string | Promise<string>);

/** A token function that gives another one after a token was refused. */
interface Renewable {
  refused(token: string): unknown;
}

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

/** What a call of an operation carries to say who calls. */
export interface Granted extends Means {
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * What the document asks for at an operation: alternatives, each the indices of schemes that belong together. One that is empty
 * asks for nothing.
 */
export type Requirement = readonly (readonly number[])[];

/**
 * Sends each operation what it asks for, and nothing else: the first alternative of which everything is given, else the first of
 * which something is. With `required`, throws a TypeError when nothing is given at all.
 *
 * @param common  what operations ask for that say nothing of their own
 * @param required  whether every operation asks for something
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
    return ({ security = common }, means) => grantedOf(asked(security, schemes, given), valueOf, means);
  };
}

/** The schemes of the alternative that is chosen, as far as they are given. */
function asked(
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
  /** Whether there is another token than the one that was refused. */
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
    // Not assigned: a key may be called `__proto__`.
    query: Object.fromEntries(keys),
    hooks: [hook, ...means.hooks],
    async fetch(url, init) {
      const response = await means.fetch(url, init);
      // A request that was refused was not processed; a stream can be sent once.
      if (response.status !== 401 || init.duplex || !(await isRenewed(init.headers))) return response;
      discard(response);
      return means.fetch(url, init);
    },
  };
}

function isRenewable(value: unknown): value is Renewable {
  return typeof value === "function" && "refused" in value;
}

function set(
  headers: Headers,
  { in: place, name, prefix }: Authorization,
  [first = "", second]: readonly string[],
): void {
  if (second !== undefined && first.includes(":")) throw new TypeError("a user name has no colon");
  const value = prefix + (second === undefined ? first : base64(`${first}:${second}`));
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
