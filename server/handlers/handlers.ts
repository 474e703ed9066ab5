// All handlers by operationId. A new operation of a known kind needs only its handler in one of these files.
import type { OperationId } from "../../generated/operations.ts";
import type { Handlers } from "../http/handler.ts";
import * as senderPoolOperations from "./sender-pool-operations.ts";
import * as senderPoolSenders from "./sender-pool-senders.ts";
import * as senderPools from "./sender-pools.ts";
import * as senders from "./senders.ts";

const written = { ...senderPools, ...senderPoolSenders, ...senderPoolOperations, ...senders };

/** A handler that no operation has is a compile error, too: nothing is a `never`. */
type NoSurplus = { readonly [Name in Exclude<keyof typeof written, OperationId>]: never };

export const handlers: Handlers & NoSurplus = written;
