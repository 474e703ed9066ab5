// Generates ids of the contract's kinds; their prefixes come from the contract's patterns.
import { constraints } from "../../generated/constraints.ts";
import { TypeIdSource } from "./type-id.ts";

/** The prefix of each kind's ids, the underscore included. */
export const idPrefixes = {
  senderPool: constraints.schemas.SenderPoolId.prefix,
  senderPoolOperation: constraints.schemas.OperationId.prefix,
  sender: constraints.schemas.SenderId.prefix,
} as const;

const source = new TypeIdSource();

/** Returns a new pool id; later ids of this process sort after it. */
export function newSenderPoolId(): string {
  return source.next(idPrefixes.senderPool);
}

/** Returns a new operation id; later ids of this process sort after it. */
export function newSenderPoolOperationId(): string {
  return source.next(idPrefixes.senderPoolOperation);
}
