// The JSON of pools and senders that stores keep for responses, validated against the contract once, when it
// is made.
import { createHash } from "node:crypto";
import { createFormats } from "../../generated/formats.ts";
import { createValidators, type SchemaName } from "../../generated/validators.js";
import { assertValid } from "../../generated/boundary.ts";
import type { Representations, StoredSender, StoredSenderPool } from "../store/items.ts";
import { presentSender, presentSenderPool } from "./present.ts";

/** A sample of each kind with every field set. The mark is a hash of their JSON. */
const samplePool: StoredSenderPool = {
  id: "id",
  name: "name",
  tags: { key: "value" },
  createdAt: 0,
  updatedAt: 1,
  version: 1,
};
const sampleSender: StoredSender = {
  ...samplePool,
  displayName: null,
  address: "address",
  channel: "SMS",
  status: "ACTIVATED",
};

/**
 * Creates the functions that represent pools and senders as the contract's JSON.
 *
 * @param check  whether each representation is validated against the contract; a `ResponseBreaksDocument` is
 *   thrown for one that violates it
 */
export function createRepresentations(check: boolean): Representations {
  const validators = check ? createValidators(createFormats()).schemas : undefined;
  const textOf = (schema: SchemaName, shown: unknown): string => {
    assertValid(validators?.[schema], shown, () => `#/components/schemas/${schema}`);
    return JSON.stringify(shown);
  };
  return {
    mark: markOf(JSON.stringify([presentSenderPool(samplePool), presentSender(sampleSender)])),
    senderPool: (pool) => textOf("SenderPool", presentSenderPool(pool)),
    sender: (sender) => textOf("Sender", presentSender(sender)),
  };
}

/** Hashes a text to a positive integer of at most 31 bits, the range of PostgreSQL's `integer`. */
function markOf(shown: string): number {
  return (createHash("sha256").update(shown).digest().readUInt32BE() >>> 1) | 1;
}
