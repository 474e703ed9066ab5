// Checks for fields that contradict each other and for names that cannot be sent, both of which the
// specification forbids.

import { checkParameter, checkParameterList, isToken } from "./check-parameters.ts";
import type { Fault, FieldCheck } from "./fault.ts";
import { DocumentError, type OpenApiDocument } from "./document.ts";
import { childPointer, isArray, isObject } from "./pointer.ts";
import { pointerOf, type Visit } from "./walk.ts";

/**
 * Checks the fields of a node.
 *
 * @throws DocumentError for the first fault
 */
export function checkFields(document: OpenApiDocument, visit: Visit): void {
  const checks = checksOf.get(visit.type);
  if (checks === undefined || !isObject(visit.node)) return;
  for (const check of checks) {
    const fault = check(visit.node, { visit, root: document.root, version: document.declaredVersion });
    if (fault === undefined) continue;
    const pointer = pointerOf(visit) + fault.below;
    throw new DocumentError(`${pointer || "the document"} ${fault.problem}`, {
      place: document.locate(pointer),
      fix: fault.fix,
    });
  }
}

/**
 * https://spec.openapis.org/oas/v3.1.1.html#openapi-object: requires at least one of them. OpenAPI 3.0
 * requires `paths`, which few documents omit.
 */
const checkContainers: FieldCheck = (node, { version }) =>
  version.startsWith("3.0.") || ["paths", "components", "webhooks"].some((field) => node[field] !== undefined)
    ? undefined
    : {
        below: "",
        problem: "has no paths, components or webhooks",
        fix: "add paths: {}, or what is offered",
      };

/** https://spec.openapis.org/oas/v3.1.1.html#server-variable-object */
const checkServers: FieldCheck = ({ servers }, { version }) => {
  if (!isArray(servers) || version.startsWith("3.0.")) return undefined;
  for (const [index, server] of servers.entries()) {
    const variables = isObject(server) ? server["variables"] : undefined;
    for (const [name, variable] of Object.entries(isObject(variables) ? variables : {})) {
      const values = isObject(variable) ? variable["enum"] : undefined;
      if (isArray(values) && values.length === 0) {
        const below = childPointer("", "servers", index, "variables", name, "enum");
        return { below, problem: "has no value", fix: "list the values, or leave enum out" };
      }
    }
  }
  return undefined;
};

/**
 * https://spec.openapis.org/oas/v3.1.1.html#paths-object: a path begins with a slash; without one, how to
 * append it to a server URL is undefined.
 */
const checkPaths: FieldCheck = (paths) => {
  const wrong = Object.keys(paths).find((path) => !path.startsWith("/") && !path.startsWith("x-"));
  if (wrong === undefined) return undefined;
  const below = childPointer("", wrong);
  return { below, problem: "has to begin with a slash", fix: `write ${JSON.stringify(`/${wrong}`)}` };
};

/** https://spec.openapis.org/oas/v3.2.0.html#media-type-object */
const checkEncodings: FieldCheck = (node) =>
  together(
    node,
    "encoding",
    ["prefixEncoding", "itemEncoding"],
    "keep encoding for parts with names, the others for parts by position",
  );

/** https://spec.openapis.org/oas/v3.2.0.html#example-object */
const checkExample: FieldCheck = (node) =>
  together(node, "dataValue", ["value"], "keep dataValue") ??
  together(node, "serializedValue", ["value", "externalValue"], "keep serializedValue");

/** https://spec.openapis.org/oas/v3.2.0.html#xml-object */
const checkXml: FieldCheck = ({ xml }) => {
  const fault = isObject(xml)
    ? together(xml, "nodeType", ["attribute", "wrapped"], "keep nodeType")
    : undefined;
  return fault === undefined ? undefined : { ...fault, below: `/xml${fault.below}` };
};

/** https://spec.openapis.org/oas/v3.2.0.html#path-item-object */
const checkMethods: FieldCheck = ({ additionalOperations }) => {
  for (const method of Object.keys(isObject(additionalOperations) ? additionalOperations : {})) {
    if (!/^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY)$/.test(method)) continue;
    const fix = `move it to ${method.toLowerCase()}, next to additionalOperations`;
    return {
      below: childPointer("", "additionalOperations", method),
      problem: "has a field of its own",
      fix,
    };
  }
  return undefined;
};

/**
 * https://spec.openapis.org/oas/v3.2.0.html#response-object: names of headers are tokens (RFC 9110, section
 * 5.6.2).
 */
const checkHeaders: FieldCheck = ({ headers }, { version }) => {
  const wrong = Object.keys(isObject(headers) ? headers : {}).find((name) => !isToken(name));
  if (wrong === undefined || !version.startsWith("3.2.")) return undefined;
  return {
    below: childPointer("", "headers", wrong),
    problem: "is not a valid header name",
    fix: "write letters, digits and -",
  };
};

/** Returns the fault of a node that has both `field` and one of `others`; undefined if it has not. */
function together(
  node: { readonly [name: string]: unknown },
  field: string,
  others: readonly string[],
  fix: string,
): Fault | undefined {
  const other = node[field] === undefined ? undefined : others.find((name) => node[name] !== undefined);
  return other === undefined
    ? undefined
    : { below: childPointer("", other), problem: `cannot be combined with ${field}`, fix };
}

const checksOf: ReadonlyMap<string, readonly FieldCheck[]> = new Map([
  ["document", [checkContainers, checkServers]],
  ["paths", [checkPaths]],
  ["pathItem", [checkMethods, checkServers, checkParameterList]],
  ["operation", [checkServers, checkParameterList]],
  ["parameter", [checkParameter]],
  ["response", [checkHeaders]],
  ["mediaType", [checkEncodings]],
  ["encoding", [checkEncodings, checkHeaders]],
  ["example", [checkExample]],
  ["schema", [checkXml]],
]);
