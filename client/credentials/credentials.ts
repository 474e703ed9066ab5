// Who calls: from the options or from the environment, as the document names them.
import type { HeaderValues } from "../request/build-request.ts";

/** One credential: the option that holds it, and the environment variable that may. */
export interface CredentialField {
  readonly name: string;
  readonly env?: string;
}

/** One security scheme. Two fields are user name and password (RFC 7617); a single one is sent as it is. */
export interface CredentialScheme {
  readonly header: string;
  /** What stands before the credentials, such as `Bearer`. */
  readonly prefix: string;
  readonly fields: readonly CredentialField[];
}

/** The header that carries the credentials. Throws a TypeError that says which option or variable is missing. */
export function credentialHeaders(schemes: readonly CredentialScheme[], options: object): HeaderValues {
  const given = ({ name }: CredentialField): unknown =>
    Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined;
  const scheme =
    schemes.find(({ fields }) => fields.some(given)) ??
    schemes.find(({ fields }) => fields.every(({ env }) => environment(env))) ??
    schemes[0];
  if (scheme === undefined) return {};
  const [first = "", second] = scheme.fields.map((field) => {
    const value = given(field) ?? environment(field.env);
    if (typeof value === "string" && value !== "") return value;
    throw new TypeError(`Missing credentials: pass ${field.name}${field.env ? ` or set ${field.env}` : ""}`);
  });
  // A colon would end the user name.
  if (second && first.includes(":")) throw new TypeError(`${scheme.fields[0]?.name} has a colon`);
  return { [scheme.header]: scheme.prefix + (second ? base64(`${first}:${second}`) : first) };
}

/** A variable of the environment, on runtimes that have one; empty is as good as unset. */
export function environment(name: string | undefined): string | undefined {
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  return process?.env?.[name ?? ""] || undefined;
}

/** UTF-8, as Basic authentication has it (RFC 7617, section 2.1). */
export function base64(text: string): string {
  // eslint-disable-next-line no-restricted-syntax -- the caller's own, and as short as a header field
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
