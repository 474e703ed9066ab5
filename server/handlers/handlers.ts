// All handlers by operationId. A new operation of an existing kind needs only a handler in one of the
// imported files.
import type { OperationId } from "../../generated/operations.ts";
import type { Handlers } from "../http/handler.ts";
import * as senderPoolOperations from "./sender-pool-operations.ts";
import * as senderPoolSenders from "./sender-pool-senders.ts";
import * as senderPools from "./sender-pools.ts";
import * as senders from "./senders.ts";

const written = { ...senderPools, ...senderPoolSenders, ...senderPoolOperations, ...senders };

/** Makes a handler without an operation a compile error: no value is assignable to `never`. */
type NoSurplus = { readonly [Name in Exclude<keyof typeof written, OperationId>]: never };

/** The handlers of all operations. */
export const handlers: Handlers & NoSurplus = written;
