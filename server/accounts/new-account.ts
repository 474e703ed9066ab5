// A fresh account: its secrets for whoever will use it, and the entry for the accounts file, which holds their hashes only.
import { randomBytes } from "node:crypto";
import { hashSecret } from "./accounts.ts";

const secretBytes = 32;

/** What is shown once and kept nowhere, and what goes into the accounts file. */
export interface NewAccount {
  readonly credentials: {
    readonly accountId: string;
    readonly authToken: string;
    readonly apiKey: string;
    readonly apiKeySecret: string;
  };
  readonly entry: object;
}

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
