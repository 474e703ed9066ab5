// What can be made to go wrong, and how a tester writes it.
import { randomInt } from "node:crypto";
import { type OperationId, operations } from "../../generated/operations.ts";
import { errorOfStatus } from "../problems/errors.ts";
import { Refusal } from "../problems/refusal.ts";
import { type FieldReader, oneOf, readFields, wholeNumber } from "./read-fields.ts";

/**
 * A fault, as it was asked for. At the `request` nothing is done yet; at the `answer` the work is done and its answer is lost, as when a
 * connection breaks at the worst moment.
 */
export interface FaultRule {
  /** Only this operation; any by default. */
  readonly operationId?: OperationId;
  readonly at: "request" | "answer";
  /** Milliseconds to wait first. */
  readonly delay?: number;
  /** Answer with this error, where the operation declares it. */
  readonly status?: number;
  /** Break the connection off (TCP RST). */
  readonly reset?: true;
  /** After so many hits it is over. */
  readonly count?: number;
  /** How likely a request is hit; every one by default. */
  readonly probability?: number;
  /** Two faults with one seed hit the same requests of a sequence. */
  readonly seed: number;
}

const longestDelay = 600_000;
const largestSeed = 2 ** 31;
const mostHits = 1_000_000_000;

const operationIds = Object.keys(operations) as OperationId[]; // `Object.keys` forgets the key type; the table is `as const`.

const readers = {
  operationId: oneOf(operationIds),
  at: oneOf(["request", "answer"]),
  delay: wholeNumber(0, longestDelay),
  status: (given) =>
    typeof given === "number" && errorOfStatus(given) !== undefined
      ? { value: given }
      : { problem: "must be the status of an error that this server has" },
  reset: (given) => (given === true ? { value: true } : { problem: "must be true" }),
  count: wholeNumber(1, mostHits),
  probability: (given) =>
    typeof given === "number" && given > 0 && given <= 1
      ? { value: given }
      : { problem: "must be a number greater than 0, and 1 at most" },
  seed: wholeNumber(0, largestSeed),
} satisfies { [Name in keyof FaultRule]-?: FieldReader<NonNullable<FaultRule[Name]>> };

/** Throws the 400 for a fault that cannot be. */
export function readFaultRule(body: Buffer, maxDepth: number): FaultRule {
  const fields = readFields(body, readers, maxDepth);
  const { operationId, status, reset, delay } = fields;
  if (status === undefined && reset === undefined && delay === undefined) {
    throw refused("", "must have at least one of status, delay, reset");
  }
  if (status !== undefined && reset !== undefined) throw refused("/reset", "must not stand beside status");
  if (operationId !== undefined && status !== undefined && !declares(operationId, status)) {
    throw refused("/status", `must be one that ${operationId} declares`);
  }
  return { at: "request", seed: randomInt(largestSeed), ...fields };
}

/** Whether the contract has this answer of an operation. */
export function declares(operationId: OperationId, status: number): boolean {
  return Object.hasOwn(operations[operationId].responses, status);
}

function refused(pointer: string, detail: string): Refusal {
  return new Refusal("invalid", { errors: [{ in: "body", pointer, detail }] });
}
