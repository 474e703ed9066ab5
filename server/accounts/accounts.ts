// Accounts that may use this server, each with an auth token and any number of API keys. Secrets are kept as
// SHA-256 hashes only.
import { createHash, timingSafeEqual } from "node:crypto";

/** One user name and the hash that its password must have. */
export interface Credential {
  readonly username: string;
  /** SHA-256 of the password. */
  readonly passwordHash: Buffer;
  /** The account that these credentials give access to. */
  readonly accountId: string;
}

/** Thrown for an invalid description of accounts; the message names the location of the error. */
export class AccountsError extends Error {
  override readonly name = "AccountsError";
}

/** The account that works without any configuration, on loopback addresses only. */
export const demoAccount = { accountId: "demo", authToken: "demo-token" } as const;

/** SHA-256 of a secret, the form in which secrets are kept. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** The credentials of `demoAccount`, hashed. */
export function demoCredentials(): Credential[] {
  const { accountId, authToken } = demoAccount;
  return [{ username: accountId, passwordHash: hashSecret(authToken), accountId }];
}

/** True if the demo account's credentials are accepted. */
export function hasDemoAccount(credentials: readonly Credential[]): boolean {
  return demoCredentials().some((demo) =>
    credentials.some(
      ({ username, passwordHash }) =>
        username === demo.username && timingSafeEqual(passwordHash, demo.passwordHash),
    ),
  );
}

/**
 * Parses accounts from JSON:
 *
 * ```json
 * [{ "accountId": "AC1", "authTokenSha256": "<64 hex digits>",
 *    "apiKeys": [{ "apiKey": "SK1", "apiKeySecret": "…" }] }]
 * ```
 *
 * A secret is given in plain text (`authToken`, `apiKeySecret`) or as its hash (`authTokenSha256`,
 * `apiKeySecretSha256`).
 *
 * @throws {AccountsError} that names the first error
 */
export function parseAccounts(text: string): Credential[] {
  let accounts: unknown;
  try {
    accounts = JSON.parse(text);
  } catch {
    throw new AccountsError("is not JSON"); // The parser's own message would quote the text, and with it a secret.
  }
  if (!Array.isArray(accounts) || accounts.length === 0) {
    throw new AccountsError("must be a JSON array with at least one account");
  }
  const credentials = accounts.flatMap((account: unknown, index) => credentialsOf(account, `/${index}`));
  const seen = new Set<string>();
  for (const { username } of credentials) {
    if (seen.has(username)) throw new AccountsError(`has the user name ${JSON.stringify(username)} twice`);
    seen.add(username);
  }
  return credentials;
}

function credentialsOf(account: unknown, place: string): Credential[] {
  const fields = objectAt(account, place, ["accountId", "authToken", "authTokenSha256", "apiKeys"]);
  const accountId = usernameAt(fields, "accountId", place);
  const keys = fields["apiKeys"] ?? [];
  if (!Array.isArray(keys)) throw new AccountsError(`${place}/apiKeys must be an array`);
  return [
    { username: accountId, passwordHash: secretAt(fields, "authToken", place), accountId },
    ...keys.map((key: unknown, index) => {
      const at = `${place}/apiKeys/${index}`;
      const parts = objectAt(key, at, ["apiKey", "apiKeySecret", "apiKeySecretSha256"]);
      return {
        username: usernameAt(parts, "apiKey", at),
        passwordHash: secretAt(parts, "apiKeySecret", at),
        accountId,
      };
    }),
  ];
}

function objectAt(value: unknown, place: string, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new AccountsError(`${place} must be an object`);
  }
  const fields = Object.fromEntries(Object.entries(value));
  const surplus = Object.keys(fields).find((name) => !known.includes(name));
  if (surplus !== undefined) {
    throw new AccountsError(`${place} has ${JSON.stringify(surplus)}; known are ${known.join(", ")}`);
  }
  return fields;
}

/** RFC 7617, section 2: a user name without a colon and without control characters. */
function usernameAt(fields: Record<string, unknown>, name: string, place: string): string {
  const value = fields[name];
  if (typeof value !== "string" || !/^[^:\p{Cc}]{1,256}$/u.test(value)) {
    throw new AccountsError(`${place}/${name} must be a string of 1 to 256 characters without a colon`);
  }
  return value;
}

function secretAt(fields: Record<string, unknown>, name: string, place: string): Buffer {
  const secret = fields[name];
  const hash = fields[`${name}Sha256`];
  if ((secret === undefined) === (hash === undefined)) {
    throw new AccountsError(`${place} must have ${name} or ${name}Sha256, and not both`);
  }
  if (typeof secret === "string" && secret.length > 0) return hashSecret(secret);
  if (typeof hash === "string" && /^[0-9a-fA-F]{64}$/.test(hash)) return Buffer.from(hash, "hex");
  throw new AccountsError(
    secret === undefined
      ? `${place}/${name}Sha256 must be 64 hex digits`
      : `${place}/${name} must be a string that is not empty`,
  );
}
