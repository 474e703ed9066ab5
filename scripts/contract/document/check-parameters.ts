// Checks for parameters that the specification forbids: names that cannot be sent, and `query` combined with
// `querystring`.
import type { Json, JsonObject } from "./document.ts";
import type { Fault, FieldCheck } from "./fault.ts";
import { childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "./pointer.ts";

/** https://spec.openapis.org/oas/v3.2.0.html#parameter-object */
export const checkParameter: FieldCheck = (node, { version }) => {
  const { in: place, name } = node;
  if (place === "path" && typeof name === "string" && /[{}]/.test(name))
    return {
      below: "/name",
      problem: "cannot be part of a path template",
      fix: "write the name without braces",
    };
  if (place === "header" && typeof name === "string" && version.startsWith("3.2.") && !isToken(name))
    return { below: "/name", problem: "is not a valid header name", fix: "write letters, digits and -" };
  return place === "querystring" ? checkQuerystring(node) : undefined;
};

/** Returns true for an RFC 9110 `token` (section 5.6.2). */
export function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(name);
}

function checkQuerystring(node: JsonObject): Fault | undefined {
  const wrong = ["schema", "style", "explode", "allowReserved"].find((field) => node[field] !== undefined);
  return wrong === undefined
    ? undefined
    : {
        below: childPointer("", wrong),
        problem: "cannot describe how a whole query string is serialized",
        fix: "give the parameter a content with one media type, such as application/x-www-form-urlencoded",
      };
}

/**
 * Checks the parameters of an operation together with those of its path item: a `querystring` parameter
 * excludes `query` ones.
 */
export const checkParameterList: FieldCheck = (node, { visit, root }) => {
  const above = visit.type === "operation" ? visit.up?.node : undefined;
  const lists = [above, node].map((owner) => (isObject(owner) ? owner["parameters"] : undefined));
  const all = lists.flatMap((list) => (isArray(list) ? list : []));
  const places = all.map((parameter) => locationOf(root, parameter));
  const whole = places.filter((place) => place === "querystring").length;
  if (whole === 0 || (whole === 1 && !places.includes("query"))) return undefined;
  // A fault in the path item alone is reported at the path item.
  const own = lists[1];
  if (!isArray(own)) return undefined;
  const index = own.findLastIndex((parameter) => /^query/.test(locationOf(root, parameter) ?? ""));
  if (index === -1) return undefined;
  return {
    below: childPointer("", "parameters", index),
    problem: "is combined with another query parameter, but one of them is the whole query string",
    fix: "keep the one that is in: querystring, or those that are in: query",
  };
};

function locationOf(root: JsonObject, written: Json): string | undefined {
  let node: Json | undefined = written;
  // Circular and unresolvable references are reported by the check of references.
  for (let hops = 0; hops < 10; hops += 1) {
    const ref = refOf(node);
    if (ref === undefined) break;
    const target = localPointer(ref);
    node = target === undefined ? undefined : resolvePointer(root, target);
  }
  const place = isObject(node) ? node["in"] : undefined;
  return typeof place === "string" ? place : undefined;
}
