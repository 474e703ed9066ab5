// Generates an account: its secrets for its user, and its entry for the accounts file, which holds only their
// hashes.
import { randomBytes } from "node:crypto";
import { hashSecret } from "./accounts.ts";

const secretBytes = 32;

/** The secrets, which are shown once and not stored, and the entry for the accounts file. */
export interface NewAccount {
  readonly credentials: {
    readonly accountId: string;
    readonly authToken: string;
    readonly apiKey: string;
    readonly apiKeySecret: string;
  };
  readonly entry: object;
}

/** Generates an account with random secrets. */
export function newAccount(): NewAccount {
  const credentials = {
    accountId: `AC${randomBytes(16).toString("hex")}`,
    authToken: randomBytes(secretBytes).toString("base64url"),
    apiKey: `SK${randomBytes(16).toString("hex")}`,
    apiKeySecret: randomBytes(secretBytes).toString("base64url"),
  };
  const { accountId, authToken, apiKey, apiKeySecret } = credentials;
  const apiKeys = [{ apiKey, apiKeySecretSha256: hashSecret(apiKeySecret).toString("hex") }];
  return {
    credentials,
    entry: { accountId, authTokenSha256: hashSecret(authToken).toString("hex"), apiKeys },
  };
}
