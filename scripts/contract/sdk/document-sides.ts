// The document as it looks from two sides: what requests are made of, and what answers are made of. Checks carry the one, test
// fetches the other, and neither more than it needs.
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { replaceNodes } from "../document/replace-nodes.ts";
import { walkDocument } from "../document/walk.ts";
import type { Plan } from "../generate/plan.ts";
import { pruneDocument } from "./prune-document.ts";

/** Type of a node → the members that are left out. */
type Omitted = Readonly<Record<string, readonly string[]>>;

/** What people read. */
const words = ["summary", "description", "externalDocs"];

/** Without answers, and without the components that only answers are made of. */
export function requestSide(plan: Plan): OpenApiDocument {
  return without(plan, { operation: ["responses"] });
}

/** Without bodies of requests and without what people read; of several examples the first. */
export function responseSide(plan: Plan): OpenApiDocument {
  return without(plan, {
    document: ["info", "tags", "externalDocs", "servers", "security"],
    pathItem: [...words, "servers"],
    operation: [...words, "requestBody", "tags", "security", "servers"],
    parameter: words,
    header: words,
    response: [...words, "links"],
    example: words,
    securityScheme: [...words, "flows"],
    mediaType: ["encoding"],
    schema: [...words, "title", "xml", "deprecated"],
  });
}

function without({ document, operations }: Plan, omitted: Omitted): OpenApiDocument {
  const replaced = new Map<JsonObject, JsonObject>();
  walkDocument(document.root, ({ type, node }) => {
    const names = omitted[type];
    if (names !== undefined && isObject(node)) replaced.set(node, smaller(node, names));
  });
  const root = replaceNodes(document.root, (node) => replaced.get(node));
  return pruneDocument({ ...document, root }, operations);
}

function smaller(node: JsonObject, omitted: readonly string[]): JsonObject {
  const kept = Object.entries(node).filter(([name]) => !omitted.includes(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === "examples" ? firstOnly(value) : value]),
  );
}

function firstOnly(examples: Json | undefined): Json | undefined {
  return isObject(examples) ? Object.fromEntries(Object.entries(examples).slice(0, 1)) : examples;
}
