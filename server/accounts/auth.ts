// Which account credentials belong to (HTTP Basic, RFC 7617).
import { timingSafeEqual } from "node:crypto";
import type { Credentials } from "../../generated/server.ts";
import { type Credential, hashSecret } from "./accounts.ts";

/** User name and password, as the boundary reads them. */
export type BasicCredentials = Credentials["accountAuthToken"];

/** Compared with when the user name is unknown, so that an unknown name takes as long as a wrong password. */
const nobody: Pick<Credential, "passwordHash"> = { passwordHash: Buffer.alloc(32) };

/** Tells whose credentials they are. */
export class Authenticator {
  private readonly credentials: ReadonlyMap<string, Credential>;

  constructor(credentials: readonly Credential[]) {
    this.credentials = new Map(credentials.map((credential) => [credential.username, credential]));
  }

  /** The account's id; undefined when the credentials are wrong. */
  accountOf({ username, password }: BasicCredentials): string | undefined {
    const credential = this.credentials.get(username);
    const { passwordHash } = credential ?? nobody;
    return timingSafeEqual(hashSecret(password), passwordHash) ? credential?.accountId : undefined;
  }
}
