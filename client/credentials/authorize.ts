// Credentials of any kind: in headers, queries and cookies, several at once, and tokens that are fetched when needed.
import { base64, type CredentialField, environment } from "./credentials.ts";
import type { Hooks } from "../hooks.ts";
import { ConnectionError } from "../response/errors.ts";

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
export interface Granted {
  readonly query: Readonly<Record<string, unknown>>;
  readonly hook: Hooks;
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
): (options: object) => (operation: { readonly security?: Requirement }) => Granted {
  return (options) => {
    const valueOf = ({ name, env }: CredentialField): unknown =>
      (Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined) ?? environment(env);
    const given = schemes.filter(({ fields }) => fields.every((field) => Boolean(valueOf(field))));
    if (required && given.length === 0) {
      const names = schemes.map(({ fields }) => fields.map(({ name }) => name).join(" and "));
      throw new TypeError(`Missing credentials: pass ${names.join(", or ")}`);
    }
    return ({ security = common }) => grantedOf(asked(security, schemes, given), valueOf);
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

function grantedOf(shown: readonly Authorization[], valueOf: (field: CredentialField) => unknown): Granted {
  const keys = shown.flatMap(({ in: place, name, fields: [field] }) =>
    place === "query" && field !== undefined ? [[name, text(valueOf(field), field)] as const] : [],
  );
  // One object for all attempts of a call.
  const renewed = new WeakSet<Headers>();
  return {
    // Not assigned: a key may be called `__proto__`.
    query: Object.fromEntries(keys),
    hook: {
      async onResponse(request, response) {
        const { headers } = request;
        if (response.status !== 401 || renewed.has(headers)) return;
        for (const { prefix, name, fields } of shown) {
          for (const field of fields) {
            const token = valueOf(field);
            if (typeof token !== "function" || !("refused" in token)) continue;
            renewed.add(headers);
            await (token as Renewable).refused((headers.get(name) ?? "").slice(prefix.length));
          }
        }
        if (!renewed.has(headers)) return;
        await (response as Partial<Response>).body?.cancel();
        // A request that was refused was not processed: it is sent again, if there is an attempt left.
        throw new ConnectionError(request, "the token was rejected (401)", false, undefined);
      },
      async onRequest({ headers }) {
        for (const scheme of shown) {
          if (scheme.in === "query") continue;
          const parts = await Promise.all(scheme.fields.map((field) => resolved(valueOf(field), field)));
          set(headers, scheme, parts);
        }
      },
    },
  };
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
