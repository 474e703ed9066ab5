// New ids of the contract's kinds; their prefixes come from the contract's patterns.
import { constraints } from "../../generated/constraints.ts";
import { TypeIdSource } from "./type-id.ts";

/** What the ids of each kind begin with, the underscore included. */
export const idPrefixes = {
  senderPool: constraints.schemas.SenderPoolId.prefix,
  senderPoolOperation: constraints.schemas.OperationId.prefix,
  sender: constraints.schemas.SenderId.prefix,
} as const;

const source = new TypeIdSource();

/** The id of a pool that is made now; later ids of this process sort after it. */
export function newSenderPoolId(): string {
  return source.next(idPrefixes.senderPool);
}

/** The id of an operation that starts now; later ids of this process sort after it. */
export function newSenderPoolOperationId(): string {
  return source.next(idPrefixes.senderPoolOperation);
}
