// What stores keep of pools and senders for responses: the JSON of each, held against the contract once, when it is made.
import { createHash } from "node:crypto";
import { createFormats } from "../../generated/formats.ts";
import { createValidators, type SchemaName } from "../../generated/validators.js";
import { assertValid } from "../../generated/boundary.ts";
import type { Representations, StoredSender, StoredSenderPool } from "../store/items.ts";
import { presentSender, presentSenderPool } from "./present.ts";

/** One of each kind with every field filled: what the mark is made of. */
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
 * Makes representations as the contract has them.
 *
 * @param check  whether each is validated against the contract; a ResponseBreaksDocument is thrown for one that breaks it
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

/** A positive integer of 31 bits: the most that an `integer` of PostgreSQL holds. */
function markOf(shown: string): number {
  return (createHash("sha256").update(shown).digest().readUInt32BE() >>> 1) | 1;
}
