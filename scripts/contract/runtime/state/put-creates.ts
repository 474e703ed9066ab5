// Whether a PUT of an unknown id creates the resource (RFC 9110, section 9.3.4), and what it then responds.
import { own } from "../wire-value.ts";
import type { Kind } from "./model.ts";
import { isRecord } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** The decision about an operation, with its reason. */
export interface PutCreates {
  readonly creates: boolean;
  readonly why: string;
  /** Whether a declared status decides; otherwise it is inferred. */
  readonly isDeclared: boolean;
}

/** A PUT, the other operations of the document, and the kind of its resource. */
export interface PutParts {
  readonly operation: StateOperation;
  readonly operations: readonly StateOperation[];
  readonly kind: Omit<Kind, "origin">;
}

/** Decides by the declared statuses, else by whether the server assigns the ids. */
export function putCreates(schemas: Schemas, { operation, operations, kind }: PutParts): PutCreates {
  const { responses } = operation;
  if ("201" in responses) return { creates: true, why: "a 201 is declared", isDeclared: true };
  const missing = ["404", "410"].find((status) => status in responses);
  if (missing !== undefined) return { creates: false, why: `a ${missing} is declared`, isDeclared: true };
  const assigning = operations.find((one) => assignsId(schemas, kind, one));
  return assigning === undefined
    ? { creates: true, why: "no 404 is declared", isDeclared: false }
    : { creates: false, why: `${assigning.operationId} assigns the ids`, isDeclared: false };
}

/** Whether an operation creates resources of a kind whose id no client chooses. */
function assignsId(
  schemas: Schemas,
  { collection, id, schema, isSingle }: PutParts["kind"],
  { method, path, pointer }: StateOperation,
): boolean {
  if (method !== "POST" || path !== collection || isSingle === true) return false;
  if (schemas.follow(own(schemas.properties(schema), id))["readOnly"] === true) return true;
  const { content } = schemas.at(`${pointer}/requestBody`);
  const bodies = Object.values(isRecord(content) ? content : {}).map(
    (media) => schemas.follow(media)["schema"],
  );
  return !bodies.some((body) =>
    [body, ...Object.values(schemas.properties(body))].some((one) => isChosen(schemas, one, id)),
  );
}

/** Whether clients may send the property of a schema. */
function isChosen(schemas: Schemas, schema: unknown, id: string): boolean {
  const property = own(schemas.properties(schema), id);
  return property !== undefined && schemas.follow(property)["readOnly"] !== true;
}

/** An operation with the responses of one case only. */
export interface PutCases {
  readonly created: StateOperation;
  readonly replaced: StateOperation;
}

/** Returns the cases of a PUT that declares 201 beside another success; undefined for all others. */
export function putCasesOf(operation: StateOperation): PutCases | undefined {
  const { method, responses } = operation;
  const statuses = Object.keys(responses).filter((status) => status.startsWith("2"));
  if (method !== "PUT" || !statuses.includes("201") || statuses.length === 1) return undefined;
  const only = (isKept: (status: string) => boolean): StateOperation => ({
    ...operation,
    responses: Object.fromEntries(
      Object.entries(responses).filter(([status]) => !status.startsWith("2") || isKept(status)),
    ),
  });
  return { created: only((status) => status === "201"), replaced: only((status) => status !== "201") };
}
