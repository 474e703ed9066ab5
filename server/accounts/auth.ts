// Maps HTTP Basic credentials (RFC 7617) to accounts.
import { timingSafeEqual } from "node:crypto";
import type { Credentials } from "../../generated/server.ts";
import { type Credential, hashSecret } from "./accounts.ts";

/** User name and password as the generated server parses them. */
export type BasicCredentials = Credentials["accountAuthToken"];

/**
 * Hash to compare with if the user name is unknown, so that an unknown name takes as long as a wrong
 * password.
 */
const nobody: Pick<Credential, "passwordHash"> = { passwordHash: Buffer.alloc(32) };

/** Finds the account that credentials belong to. */
export class Authenticator {
  readonly #credentials: ReadonlyMap<string, Credential>;

  constructor(credentials: readonly Credential[]) {
    this.#credentials = new Map(credentials.map((credential) => [credential.username, credential]));
  }

  /** Returns the account's id; undefined if the credentials are wrong. */
  accountOf({ username, password }: BasicCredentials): string | undefined {
    const credential = this.#credentials.get(username);
    const { passwordHash } = credential ?? nobody;
    return timingSafeEqual(hashSecret(password), passwordHash) ? credential?.accountId : undefined;
  }
}
