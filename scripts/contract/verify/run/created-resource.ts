// Identifies the resource that a call created: by the id in its response, by `Location`, or by the links of
// the document.
import type { Kind } from "../../runtime/state/model.ts";
import { linksOf } from "../../runtime/state/links.ts";
import { parametersOf, successContent } from "../../runtime/state/operation-parts.ts";
import { fieldOf, type Sent } from "../send/sender.ts";
import type { ModelledOperation } from "./document-model.ts";
import { idOf, walk } from "./list-resources.ts";
import { atPointer, isDone, jsonOf, memberOf, scalarOf } from "./response-json.ts";
import type { RunContext } from "./run-context.ts";
import { pathValuesOf } from "./path-values.ts";
import { report } from "../sequences/sequence.ts";
import type { PathValues, Resource } from "./known-resources.ts";

/** Returns the resource that a successful call created; undefined if nothing identifies it. */
export async function createdResource(
  context: RunContext,
  creator: ModelledOperation,
  kind: Kind,
  sent: Sent,
): Promise<Resource | undefined> {
  if (!isDone(sent.response)) return undefined;
  const above = pathValuesOf(kind.collection, creator.operation, sent.request);
  const resource = (id: string | number, value?: unknown): Resource => ({
    kind,
    path: { ...above, [kind.parameter]: id },
    isOwn: true,
    value,
  });
  const located = ofLocation(kind, sent);
  if (located !== undefined) return { kind, path: located, isOwn: true };
  const body = jsonOf(sent.response);
  const id = scalarOf(memberOf(body, kind.id)) ?? ofSameSchema(context, creator, kind, body);
  if (id !== undefined) return resource(id, body);
  return ofLinks(context, creator, kind, sent, resource);
}

function ofLocation(kind: Kind, { response, url }: Sent): PathValues | undefined {
  const location = response === undefined ? undefined : fieldOf(response, "location");
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  const { pathname } = new URL(location, url);
  const pattern = kind.template
    .split(/\{[^{}]*\}/)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const match = new RegExp(`${pattern.join("([^/]+)")}$`).exec(pathname);
  if (match === null) return undefined;
  const names = parametersOf(kind.template);
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]));
}

/** Finds a property with the schema of the path parameter: `resourceId`. */
function ofSameSchema(
  { parts: { model } }: RunContext,
  { described }: ModelledOperation,
  kind: Kind,
  body: unknown,
): string | number | undefined {
  const { schemas } = model;
  const own = schemas.identity(schemas.properties(kind.schema)[kind.id]);
  if (!own.startsWith("#")) return undefined;
  const properties = Object.entries(schemas.properties(successContent(described, schemas)["schema"]));
  const name = properties.find(([, node]) => schemas.identity(node) === own)?.[0];
  return name === undefined ? undefined : scalarOf(memberOf(body, name));
}

async function ofLinks(
  context: RunContext,
  creator: ModelledOperation,
  kind: Kind,
  sent: Sent,
  resource: (id: string | number) => Resource,
): Promise<Resource | undefined> {
  const body = jsonOf(sent.response);
  for (const { operationId, parameters } of linksOf(creator.described)) {
    const list = context.parts.model.model.lists.find(
      (one) => one.operation.operationId === operationId && one.kind === kind,
    );
    if (list === undefined) continue;
    const query = linkValues(parameters, body);
    if (query === undefined) continue;
    const found = await walk(context, list, "what was created", { query, mostPages: 1 });
    const id = found?.entries.map((entry) => idOf(list, entry)).find((one) => one !== undefined);
    if (id !== undefined) return resource(id);
    if (found?.entries.length === 0)
      report(
        context,
        creator.operation,
        {
          check: "created-not-found",
          place: "links",
          expected: `${operationId} has what was created`,
          got: "an empty list",
        },
        [sent, found.pages[0]],
      );
  }
  return undefined;
}

/** Returns the values that a link takes from a response's body; undefined if one of them is missing. */
export function linkValues(
  parameters: Readonly<Record<string, unknown>>,
  body: unknown,
): Record<string, string | number> | undefined {
  const values = Object.entries(parameters).flatMap(([name, expression]) => {
    const pointer =
      typeof expression === "string" ? /^\$response\.body#(\/.*)$/.exec(expression)?.[1] : undefined;
    return pointer === undefined
      ? []
      : [[name.replace(/^(path|query)\./, ""), scalarOf(atPointer(body, pointer))] as const];
  });
  const known = values.filter((pair): pair is [string, string | number] => pair[1] !== undefined);
  return values.length > 0 && known.length === values.length ? Object.fromEntries(known) : undefined;
}
