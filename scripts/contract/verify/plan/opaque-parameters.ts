// Parameters whose values only the server can create: the document accepts any value that matches the schema,
// but the server does not.
import type { ApiOperation } from "../../exchange/api.ts";
import type { WireParameter } from "../../exchange/wire-parameter.ts";
import { pageStyleOf } from "../../runtime/state/page-style.ts";
import type { DocumentModel } from "../run/document-model.ts";

/**
 * Returns whether a parameter is opaque: page tokens, that is, parameters that a link fills from a response,
 * and those with the usual names of cursors.
 */
export function isOpaqueIn(
  model: DocumentModel,
  operation: ApiOperation,
  { place, name }: WireParameter,
): boolean {
  if (place !== "query") return false;
  const described = model.of(operation)?.described;
  if (described === undefined) return false;
  const isLinked = model.operations.some(({ described: other }) =>
    Object.values(other.links)
      .flatMap((links) => Object.values(links))
      .some(
        (link) =>
          link.operationId === described.operationId &&
          isOfBody(link.parameters[name]) &&
          other === described,
      ),
  );
  if (isLinked) return true;
  const list = model.model.lists.find((one) => one.operation.operationId === described.operationId);
  return list !== undefined && pageStyleOf(model.schemas, list).cursor === name;
}

function isOfBody(expression: unknown): boolean {
  return typeof expression === "string" && expression.startsWith("$response.");
}
