// Reduces the document to some of its operations, and to the components that these use.
import type { Json, JsonObject, OpenApiDocument } from "../document/document.ts";
import {
  childPointer,
  isArray,
  isObject,
  localPointer,
  parsePointer,
  refOf,
  resolvePointer,
} from "../document/pointer.ts";
import { inheritance, mappedSchemas } from "../document/subtypes.ts";
import { walkNode } from "../document/walk.ts";
import type { PlannedOperation } from "../generate/plan.ts";
import { member } from "./package-settings.ts";

const methods = new Set("get put post delete options head patch trace query".split(" "));

/**
 * @param document  a document whose references all lead to components
 * @param operations  operations to keep, of a plan of this document
 * @param calls  whether to keep requests that the server sends: webhooks, and the callbacks of the operations
 */
export function pruneDocument(
  document: OpenApiDocument,
  operations: readonly PlannedOperation[],
  calls = false,
): OpenApiDocument {
  const { root } = document;
  const kept = new Set(operations.map(({ source }) => source.pointer));
  const usedPaths = new Set(operations.map(({ source }) => source.path));
  const items = Object.entries(member(root, "paths")).flatMap(([path, item]): [string, Json][] =>
    usedPaths.has(path) && isObject(item)
      ? [[path, pathItem(item, childPointer("/paths", path), kept, calls)]]
      : [],
  );
  const paths = Object.fromEntries(items);
  const shared = Object.entries(member(member(root, "components"), "pathItems")).map(
    ([name, item]): [string, Json] => [
      name,
      isObject(item) && !(calls && isCalled(root, name))
        ? pathItem(item, childPointer("/components/pathItems", name), kept, calls)
        : (item ?? null),
    ],
  );
  const components = { ...member(root, "components"), pathItems: Object.fromEntries(shared) };
  const without = Object.entries(root).filter(([key]) => calls || key !== "webhooks");
  const whole: JsonObject = { ...Object.fromEntries(without), paths, components };
  const reached = reachedComponents(whole, securitySchemes(operations));
  const tags = new Set(operations.map(({ tag }) => tag));
  return {
    ...document,
    root: {
      ...whole,
      ...(isArray(root["tags"]) && {
        tags: root["tags"].filter(
          (tag) => isObject(tag) && typeof tag["name"] === "string" && tags.has(tag["name"]),
        ),
      }),
      components: onlyReached(components, reached),
    },
  };
}

/** Whether a shared path item is one of a webhook. */
function isCalled(root: JsonObject, name: string): boolean {
  const pointer = childPointer("/components/pathItems", name);
  return Object.values(member(root, "webhooks")).some((item) => localPointer(refOf(item) ?? "") === pointer);
}

/** Returns a path item with only the operations to keep. */
function pathItem(item: JsonObject, pointer: string, kept: ReadonlySet<string>, calls: boolean): JsonObject {
  const fields = Object.entries(item).flatMap(([key, node]): [string, Json | undefined][] => {
    if (key === "additionalOperations" && isObject(node)) {
      const below = childPointer(pointer, key);
      const some = Object.entries(node).filter(([method]) => kept.has(childPointer(below, method)));
      return some.length === 0 ? [] : [[key, Object.fromEntries(some)]];
    }
    if (!methods.has(key) || !isObject(node)) return [[key, node]];
    if (!kept.has(childPointer(pointer, key))) return [];
    return [
      [key, Object.fromEntries(Object.entries(node).filter(([name]) => calls || name !== "callbacks"))],
    ];
  });
  return Object.fromEntries(fields);
}

function securitySchemes(operations: readonly PlannedOperation[]): string[] {
  const names = operations.flatMap(({ source }) => source.security.flatMap((one) => Object.keys(one)));
  return names.map((name) => childPointer("/components/securitySchemes", name));
}

/** Returns the pointers of all components that the paths and the given parts use. */
function reachedComponents(root: JsonObject, starts: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const left: string[] = [...starts];
  const look = (type: string, node: Json, pointer: string): void => {
    walkNode({ type, node, pointer }, (visit) => {
      const target = localPointer(refOf(visit.node) ?? "");
      if (target !== undefined) left.push(target);
      if (visit.type === "schema") for (const one of mappedSchemas(root, visit.node)) left.push(one);
    });
  };
  const heirs = inheritance(root);
  look("paths", root["paths"] ?? {}, "/paths");
  look("pathItem{}", root["webhooks"] ?? {}, "/webhooks");
  for (let pointer = left.pop(); pointer !== undefined; pointer = left.pop()) {
    if (reached.has(pointer)) continue;
    reached.add(pointer);
    const node = resolvePointer(root, pointer);
    const type = types[parsePointer(pointer)[1] ?? ""];
    if (node === undefined || type === undefined) continue;
    look(type, node, pointer);
    if (isObject(node) && isObject(node["discriminator"]))
      for (const one of heirs.get(pointer) ?? []) left.push(one);
  }
  return reached;
}

const types: Readonly<Record<string, string>> = {
  schemas: "schema",
  responses: "response",
  parameters: "parameter",
  examples: "example",
  requestBodies: "requestBody",
  headers: "header",
  securitySchemes: "securityScheme",
  links: "link",
  callbacks: "callback",
  pathItems: "pathItem",
  mediaTypes: "mediaType",
};

function onlyReached(components: JsonObject, reached: ReadonlySet<string>): JsonObject {
  const sections = Object.entries(components).flatMap(([section, nodes]): [string, Json][] => {
    if (!isObject(nodes)) return [];
    const some = Object.entries(nodes).filter(([name]) =>
      reached.has(childPointer("/components", section, name)),
    );
    return some.length === 0 ? [] : [[section, Object.fromEntries(some)]];
  });
  return Object.fromEntries(sections);
}
