// The operations and declared errors of the contract that faults can name.
import type { FaultyApi } from "../../generated/control.ts";
import { type OperationId, operations } from "../../generated/operations.ts";

/** Operations and error statuses that the control surface accepts in faults. */
export const faultyApi: FaultyApi = {
  operationIds: Object.keys(operations),
  declares: (operationId, status) => {
    const operation = Object.hasOwn(operations, operationId)
      ? operations[operationId as OperationId]
      : undefined;
    return operation !== undefined && Object.hasOwn(operation.responses, status);
  },
};
