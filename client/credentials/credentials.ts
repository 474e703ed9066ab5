// Reads credentials from the options or from the environment, as the document names them.
import type { HeaderValues } from "../request/build-request.ts";

/** One credential: the name of its option, and of its environment variable, if any. */
export interface CredentialField {
  readonly name: string;
  readonly env?: string;
}

/** One security scheme. Two fields are user name and password (RFC 7617); a single one is sent as it is. */
export interface CredentialScheme {
  readonly header: string;
  /** Text before the credentials, such as `Bearer `. */
  readonly prefix: string;
  readonly fields: readonly CredentialField[];
}

/**
 * Returns the header that carries the credentials. Throws a TypeError that names the missing option or
 * variable.
 */
export function credentialHeaders(schemes: readonly CredentialScheme[], options: object): HeaderValues {
  const given = ({ name }: CredentialField): unknown =>
    Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined;
  const scheme =
    schemes.find(({ fields }) => fields.some(given)) ??
    schemes.find(({ fields }) => fields.every(({ env }) => environment(env))) ??
    schemes[0];
  if (!scheme) return {};
  const [first = "", second] = scheme.fields.map((field) => {
    const value = given(field) ?? environment(field.env);
    if (value && typeof value === "string") return value;
    throw new TypeError(`Missing credentials: pass ${field.name}${field.env ? ` or set ${field.env}` : ""}`);
  });
  // A colon would end the user name (RFC 7617).
  if (second && first.includes(":")) throw new TypeError(`${scheme.fields[0]?.name} has a colon`);
  return { [scheme.header]: scheme.prefix + (second ? base64(`${first}:${second}`) : first) };
}

/** Reads an environment variable, on runtimes that have them; an empty one counts as unset. */
export function environment(name: string | undefined): string | undefined {
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  return process?.env?.[name ?? ""] || undefined;
}

/** Base64 of the text's UTF-8, as Basic authentication requires (RFC 7617, section 2.1). */
export function base64(text: string): string {
  // eslint-disable-next-line no-restricted-syntax -- the caller's own text, and short
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
