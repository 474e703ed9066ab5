// Infers the pagination of lists from the names of parameters and properties: `--infer-pagination` adds it as
// `x-sdk.pagination`.
import type { JsonObject, OpenApiDocument } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import { replaceNodes } from "../../document/replace-nodes.ts";
import { arrayIn } from "../../runtime/state/model.ts";
import { successContent } from "../../runtime/state/operation-parts.ts";
import { cursorNames, idNames } from "../../runtime/state/page-names.ts";
import { pagePointers, pointerOf } from "../../runtime/state/page-pointers.ts";
import { pageStyleOf } from "../../runtime/state/page-style.ts";
import { Schemas } from "../../runtime/state/schemas.ts";
import { describeOperation } from "../describe-operation.ts";
import { formProperties } from "../form-properties.ts";
import { type PlannedOperation, planOf } from "../plan.ts";
import { isJsonType } from "../../runtime/boundary/media-type.ts";

/** The inferred pagination of an operation. */
export interface InferredPagination {
  readonly operation: PlannedOperation;
  /** The value of its `x-sdk.pagination`. */
  readonly pagination: JsonObject;
}

/** Returns the document with the inferred pagination; operations with declared pagination are unchanged. */
export function inferPagination(document: OpenApiDocument): {
  document: OpenApiDocument;
  found: InferredPagination[];
} {
  const { root } = document;
  const schemas = new Schemas(root, () => "");
  const found = planOf(document).operations.flatMap((operation): InferredPagination[] => {
    const pagination = isDeclared(operation) ? undefined : inferred(root, schemas, operation);
    return pagination === undefined ? [] : [{ operation, pagination }];
  });
  const replaced = new Map(
    found.map(({ operation, pagination }) => [operation.source.operation, pagination]),
  );
  const changed = replaceNodes(root, (node) => {
    const pagination = replaced.get(node);
    const sdk = isObject(node["x-sdk"]) ? node["x-sdk"] : {};
    return pagination && { ...node, "x-sdk": { ...sdk, pagination } };
  });
  return { document: { ...document, root: changed }, found };
}

/** Whether the document declares the pagination: by `x-sdk.pagination`, or by a link `next`. */
function isDeclared({ source, responses }: PlannedOperation): boolean {
  const sdk = source.operation["x-sdk"];
  const links = responses.flatMap((response) => response.links);
  return (isObject(sdk) && sdk["pagination"] !== undefined) || links.some(({ name }) => name === "next");
}

/**
 * Returns the inferred pagination of a list; undefined if nothing fits. In this order: a token that the
 * response contains, the id of the last item, the URL of the next page, a page number, an offset.
 */
function inferred(root: JsonObject, schemas: Schemas, planned: PlannedOperation): JsonObject | undefined {
  if (!/^(GET|POST|QUERY)$/.test(planned.source.method)) return undefined;
  const operation = describeOperation(planned);
  const { schema } = successContent(operation, schemas);
  const list = arrayIn(schemas, schema, []);
  if (list === undefined) return undefined;
  const style = pageStyleOf(schemas, { operation });
  const facts = pagePointers(schemas, schema);
  const items = pointerOf(list.items);
  const more = facts.get("hasNext");
  const end = { ...(more !== undefined && { more }) };
  const { cursor, page, offset, isId, firstPage } = style;
  const next = facts.get("next");
  if (planned.source.method !== "GET") {
    const field = cursorField(root, planned);
    return field === undefined || next === undefined
      ? undefined
      : { by: "token", body: `/${field}`, next, items, ...end };
  }
  const url = facts.get("nextUrl");
  if (cursor !== undefined && !isId && next !== undefined)
    return { by: "token", parameter: cursor, next, items, ...end };
  if (cursor !== undefined && url === undefined && Object.hasOwn(schemas.properties(list.schema), "id"))
    if (isId || more !== undefined) return { by: "last", parameter: cursor, last: "/id", items, ...end };
  const isPaged = cursor !== undefined || page !== undefined || offset !== undefined;
  if (style.link && isPaged) return { by: "url", next: "$response.header.Link", items };
  if (url !== undefined && isPaged) return { by: "url", next: url, items };
  if (page !== undefined) {
    const number = facts.get("nextPage");
    if (number !== undefined) return { by: "token", parameter: page, next: number, items, ...end };
    const total = facts.get("pages");
    const first = firstPage === 1 ? {} : { first: firstPage };
    return { by: "page", parameter: page, ...first, items, ...(total !== undefined && { total }), ...end };
  }
  if (offset === undefined) return undefined;
  const total = facts.get("total");
  return { by: "offset", parameter: offset, items, ...(total !== undefined && { total }), ...end };
}

/** Returns the property of a JSON body that sends the token of the next page, such as `cursor`. */
function cursorField(root: JsonObject, { body }: PlannedOperation): string | undefined {
  const schema = body?.content.find(({ mediaType }) => isJsonType(mediaType))?.schema;
  return [...formProperties(root, schema).keys()].find(
    (name) => cursorNames.test(name) && !idNames.test(name),
  );
}
