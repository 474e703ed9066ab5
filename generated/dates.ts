// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

import type { DatePaths } from "../client/operation.ts";

export const senderPoolDates: DatePaths = { createdAt: true, updatedAt: true };

export const senderPoolListDates: DatePaths = { senderPools: senderPoolDates };

export const senderPoolOperationListDates: DatePaths = { operations: senderPoolDates };

export const senderListDates: DatePaths = { senders: senderPoolDates };
