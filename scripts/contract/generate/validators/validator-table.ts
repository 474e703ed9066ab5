// Which unit checks which part of which operation.
import { childPointer } from "../../document/pointer.ts";
import type { ParameterLocation, Plan, PlannedContent, PlannedOperation, PlannedResponse } from "../plan.ts";
import { isPositional } from "../positional-parts.ts";
import { isStreamType } from "../../runtime/boundary/media-type.ts";
import { itemSchemaOf } from "../resources/stream-items.ts";
import type { Direction } from "./directed-schemas.ts";
import type { SchemaUnits } from "./schema-units.ts";

/** Unit keys by the names under which the validators are exported. */
export interface ValidatorTable {
  readonly [name: string]: string | ValidatorTable;
}

const requestParts: readonly (readonly [part: string, place: ParameterLocation])[] = [
  ["path", "path"],
  ["query", "query"],
  ["headers", "header"],
  ["cookies", "cookie"],
];

/** Adds the units for all parts of all operations, and for every named schema. */
export function validatorTable(plan: Plan, units: SchemaUnits): ValidatorTable {
  const { operations, schemas } = plan;
  const { root } = plan.document;
  /** For streams, items are validated, one after the other. */
  const itemwise = (response: PlannedResponse): PlannedResponse => ({
    ...response,
    content: response.content.map((content) =>
      isStreamType(content.mediaType) ? { ...content, schema: itemSchemaOf(root, content).schema } : content,
    ),
  });
  return {
    requests: Object.fromEntries(
      operations.map((operation) => [operation.id, requestTable(operation, units)]),
    ),
    responses: Object.fromEntries(
      operations.map(({ id, responses }) => [
        id,
        Object.fromEntries(
          responses.map((response) => [response.status, responseTable(itemwise(response), units)]),
        ),
      ]),
    ),
    schemas: Object.fromEntries(schemas.map((schema) => [schema.name, units.add(schema, undefined)])),
  };
}

/**
 * Adds the units for all parts of a request.
 *
 * @param isMore  returns whether bodies of further media types are JSON values when they are validated
 */
export function requestTable(
  { source, parameters, body }: PlannedOperation,
  units: SchemaUnits,
  isMore?: (mediaType: string) => boolean,
): ValidatorTable {
  const parts = requestParts.flatMap(([part, place]): [string, string][] => {
    const members = parameters.filter((parameter) => parameter.place === place);
    if (members.length === 0) return [];
    // A request has header fields and cookies that are not declared.
    const closed = place === "path" || place === "query";
    const pointer = childPointer(source.pointer, "parameters");
    return [[part, units.addObject(part, pointer, { members, closed, direction: "request" })]];
  });
  return {
    ...Object.fromEntries(parts),
    ...bodyOf(body?.content ?? [], units, {
      direction: "request",
      isRead: (content) =>
        isStructured(content.mediaType, "request") ||
        isPositional(units.root, content) ||
        isMore?.(content.mediaType) === true,
    }),
  };
}

/** Adds the units for all parts of a response. */
export function responseTable(
  { source, headers, content }: PlannedResponse,
  units: SchemaUnits,
): ValidatorTable {
  const pointer = childPointer(source.pointer, "headers");
  const direction = "response";
  const isRead = ({ mediaType }: PlannedContent): boolean => isStructured(mediaType, direction);
  return {
    ...(headers.length > 0
      ? { headers: units.addObject("headers", pointer, { members: headers, closed: false, direction }) }
      : {}),
    ...bodyOf(content, units, { direction, isRead }),
  };
}

function bodyOf(
  content: readonly PlannedContent[],
  units: SchemaUnits,
  {
    direction,
    isRead,
  }: { readonly direction: Direction; readonly isRead: (content: PlannedContent) => boolean },
): ValidatorTable {
  const bodies = content.flatMap((one): [string, string][] =>
    one.schema === undefined || !isRead(one) ? [] : [[one.mediaType, units.add(one.schema, direction)]],
  );
  return bodies.length === 0 ? {} : { body: Object.fromEntries(bodies) };
}

/** Whether a body of this type is a JSON value when it is validated; files are not. */
export function isStructured(mediaType: string, direction: Direction): boolean {
  if (isStreamType(mediaType)) return direction === "response";
  return /^(?:text\/|multipart\/form-data\b|application\/x-www-form-urlencoded\b|\*\/\*|application\/\*)|[/+]json\b/i.test(
    mediaType,
  );
}
