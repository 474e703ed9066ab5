// known-fields: a field that no version of the standard defines has no effect; usually it is mistyped.
import { nearestName } from "../../document/nearest-name.ts";
import { childPointer, isArray, isObject, type Located } from "../../document/pointer.ts";
import type { JsonObject } from "../../document/document.ts";
import type { LintContext, Rule } from "../rule.ts";

const parameter =
  "description required deprecated allowEmptyValue style explode allowReserved schema example examples content";
const encoding = "encoding prefixEncoding itemEncoding";

/**
 * https://spec.openapis.org/oas/v3.2.0.html#schema-0, and fields that only older versions have. Maps have no
 * fields of their own.
 */
const fieldsOf: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    document:
      "openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs",
    components:
      "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems mediaTypes",
    pathItem:
      "$ref summary description get put post delete options head patch trace query additionalOperations servers parameters",
    operation:
      "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers",
    parameter: `name in ${parameter}`,
    header: parameter,
    requestBody: "description content required",
    mediaType: `description schema itemSchema example examples ${encoding}`,
    encoding: `contentType headers style explode allowReserved ${encoding}`,
    response: "summary description headers content links",
    example: "summary description dataValue serializedValue value externalValue",
    link: "operationRef operationId parameters requestBody description server",
    securityScheme:
      "type description name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl deprecated",
    info: "title summary description termsOfService contact license version",
    tag: "name summary description externalDocs parent kind",
    server: "url description name variables",
  }).map(([type, names]) => [type, new Set(names.split(" "))]),
);

export const knownFields: Rule = {
  id: "known-fields",
  summary: "Every field of an object is one of OpenAPI, or an extension.",
  *check(context) {
    for (const [type, fields] of Object.entries(fieldsOf)) {
      for (const { pointer, node } of nodesOf(context, type)) {
        for (const key of Object.keys(node)) {
          if (fields.has(key) || key.startsWith("x-")) continue;
          const nearest = nearestName(key, fields);
          const fix = nearest === undefined ? "leave it out, or call it x-…" : `${nearest} is one`;
          yield { pointer: childPointer(pointer, key), message: `${key} is not an OpenAPI field: ${fix}` };
        }
      }
    }
  },
};

/**
 * Returns the objects of a type. `info`, `tag` and `server` objects have no type in a walk, so they are read
 * from the root.
 */
function nodesOf({ nodes, root }: LintContext, type: string): readonly Located<JsonObject>[] {
  const { info, tags, servers } = root;
  if (type === "info") return isObject(info) ? [{ pointer: "/info", node: info }] : [];
  if (type === "tag" || type === "server") {
    const list = type === "tag" ? tags : servers;
    const entries = isArray(list) ? [...list.entries()] : [];
    return entries.flatMap(([index, node]) =>
      isObject(node) ? [{ pointer: childPointer("", `${type}s`, index), node }] : [],
    );
  }
  return nodes(type);
}
