// Finds the kinds of resources that the paths of a document are about, and where resources of each kind come
// from.
import { CreatedInLists } from "./creates-in-list.ts";
import { KindPaths } from "./kind-paths.ts";
import type { Kind } from "./model.ts";
import { parametersOf, successContent, successStatus } from "./operation-parts.ts";
import type { OperationPaths } from "./operation-paths.ts";
import { parameterOf } from "./page-style.ts";
import { putCreates } from "./put-creates.ts";
import { isRecord } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";
import { own } from "../wire-value.ts";

type Found = Omit<Kind, "origin">;

/**
 * Returns the kinds in the order of the document: those fetched by id, those that are only listed, and
 * singletons.
 */
export function kindsOf(paths: OperationPaths, schemas: Schemas): Kind[] {
  const gets = paths.all.filter(({ method }) => method === "GET");
  const byId = gets.flatMap((operation) => kindOf(operation, paths, schemas) ?? []);
  const fetched = new KindPaths(byId, schemas);
  const known = byId.filter((kind) => !isOfMembers(kind, fetched, paths));
  const listed = gets.flatMap((operation) => listedKind(operation, { fetched, paths }, schemas) ?? []);
  const collections = new Set([...known, ...listed].map(({ collection }) => collection));
  const inLists = new CreatedInLists(schemas, paths, collections);
  const templates = new Set([...byId, ...listed].map(({ template }) => template));
  const singles = gets.flatMap((operation) =>
    collections.has(operation.path) || templates.has(operation.path)
      ? []
      : (singleOf(operation, paths, schemas) ?? []),
  );
  return [...known, ...listed, ...singles].map((kind) => ({
    ...kind,
    origin: originOf(kind, { paths, inLists }, schemas),
  }));
}

/**
 * Returns the property that identifies a resource: named like the path parameter, or like usual id
 * properties.
 */
export function idNameIn(
  properties: Readonly<Record<string, unknown>>,
  parameter: string,
): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const names = Object.keys(properties);
  const same = [parameter, ...names.filter((name) => plain(name) === plain(parameter))];
  const short = parameter.replace(/^.*(?:[_-]|(?=[A-Z]))/, "").toLowerCase();
  const written = names.filter((name) => plain(name) === "id");
  return [...same, "id", ...written, short, "_id", "uuid", "name", "key", "slug", "code"].find(
    (name) => name !== "" && Object.hasOwn(properties, name),
  );
}

function kindOf(operation: StateOperation, paths: OperationPaths, schemas: Schemas): Found | undefined {
  const parts = /^(.*)\/\{([^{}]+)\}$/.exec(operation.path);
  if (parts === null) return undefined;
  const [template, above = "", parameter = ""] = parts;
  // Resources of the first segment, `/{realm}`, are created and listed at `/`.
  const collection = above === "" ? "/" : above;
  const content = successContent(operation, schemas)["schema"];
  const schema = resourceIn(schemas, content, parameter);
  const id = schema === undefined ? undefined : idNameIn(schemas.properties(schema), parameter);
  const found = { fetch: operation, template, collection, parameter };
  if (id !== undefined) {
    const name = chosenName(operation, { id, schema, parameter }, paths, schemas);
    return name === undefined ? { ...found, id, schema } : { ...found, id: name, counted: id, schema };
  }
  const isMade = paths.at(collection).some((post) => createsWithoutId(schemas, post, content));
  return isMade ? { ...found, id: parameter, schema: content } : undefined;
}

/**
 * Returns the name that clients choose for a resource, where a path has a text and the id is a number: `POST
 * /orgs { username }` creates `/orgs/{org}`.
 */
function chosenName(
  { pointer, path }: StateOperation,
  { id, schema, parameter }: { readonly id: string; readonly schema: unknown; readonly parameter: string },
  paths: OperationPaths,
  schemas: Schemas,
): string | undefined {
  const properties = schemas.properties(schema);
  const inPath = schemas.follow(parameterOf(schemas, pointer, parameter)["schema"]);
  const isText = inPath["type"] === "string" && inPath["format"] === undefined;
  if (!isText || !/^(integer|number)$/.test(String(schemas.follow(own(properties, id))["type"])))
    return undefined;
  const stated = paths.at(path.slice(0, path.lastIndexOf("/"))).flatMap((post) => {
    if (post.method !== "POST") return [];
    const { content } = schemas.at(`${post.pointer}/requestBody`);
    return Object.values(isRecord(content) ? content : {}).flatMap((media) =>
      schemas.required(schemas.follow(media)["schema"]),
    );
  });
  return chosenNames.find(
    (name) => stated.includes(name) && schemas.follow(own(properties, name))["type"] === "string",
  );
}

const chosenNames = ["name", "username", "login", "slug", "key", "code"];

/**
 * Whether a POST creates resources of a schema that has no property for their id, which only their location
 * tells: it takes or returns one, or returns a location.
 */
function createsWithoutId(schemas: Schemas, operation: StateOperation, schema: unknown): boolean {
  if (operation.method !== "POST" || Object.keys(schemas.properties(schema)).length === 0) return false;
  const { headers = [] } = operation.responses[successStatus(operation)] ?? {};
  const { content } = schemas.at(`${operation.pointer}/requestBody`);
  const taken = Object.values(isRecord(content) ? content : {}).map(
    (media) => schemas.follow(media)["schema"],
  );
  const own = schemas.identity(schema);
  return (
    headers.some((name) => name.toLowerCase() === "location") ||
    [successContent(operation, schemas)["schema"], ...taken].some((one) => schemas.identity(one) === own)
  );
}

/**
 * Returns the schema of the resource in a success response: the whole body, or a wrapped object, as in `{
 * data: { id } }`.
 */
function resourceIn(schemas: Schemas, schema: unknown, parameter: string): unknown {
  const properties = schemas.properties(schema);
  if (Object.keys(properties).length === 0) return undefined;
  if (idNameIn(properties, parameter) !== undefined) return schema;
  const inner = Object.entries(properties).filter(
    ([, node]) =>
      idNameIn(schemas.properties(node), parameter) !== undefined && schemas.follow(node)["type"] !== "array",
  );
  const usual = inner.find(([name]) => /^(data|result|item|response)$/i.test(name));
  return (usual ?? (inner.length === 1 ? inner[0] : undefined))?.[1];
}

/**
 * Returns a kind that is listed and created at a path, or changed and removed below it, but that no operation
 * fetches.
 */
function listedKind(
  operation: StateOperation,
  { fetched, paths }: { readonly fetched: KindPaths<Found>; readonly paths: OperationPaths },
  schemas: Schemas,
): Found | undefined {
  const { path } = operation;
  const before = path === "/" ? path : `${path}/`;
  if (fetched.withCollection(path).length > 0 || fetched.withTemplate(path).length > 0) return undefined;
  const content = successContent(operation, schemas)["schema"];
  const lists = [content, ...Object.values(schemas.properties(content))].map((node) => schemas.follow(node));
  const items = lists.find(
    (node) => node["type"] === "array" && Object.keys(schemas.properties(node["items"])).length > 0,
  )?.["items"];
  if (items === undefined) return undefined;
  const isElsewhere = fetched.alike(items).length > 0;
  const below = paths.parametersBelow(path === "/" ? "" : path);
  // No POST returns what is only added to a list.
  const posts = paths.at(path).filter(({ method }) => method === "POST");
  const isMade = posts.some((one) => Object.keys(successContent(one, schemas)).length > 0);
  const isBelow = fetched.above(path).length > 0;
  if (isElsewhere || (!isMade && (isBelow || below.length === 0))) return undefined;
  const parameter = below[0] ?? "id";
  if (posts.some((one) => namesBy(parameter, one, items, schemas))) return undefined;
  const id = idNameIn(schemas.properties(items), parameter);
  if (id === undefined) return undefined;
  return {
    fetch: operation,
    template: `${before}{${parameter}}`,
    collection: path,
    parameter,
    id,
    schema: items,
  };
}

/**
 * Whether a call references resources from elsewhere, such as `{ senderId }`: by a property that they do not
 * have themselves.
 */
function namesBy(parameter: string, { pointer }: StateOperation, items: unknown, schemas: Schemas): boolean {
  if (Object.hasOwn(schemas.properties(items), parameter)) return false;
  const { content } = schemas.at(`${pointer}/requestBody`);
  return Object.values(isRecord(content) ? content : {}).some((media) => {
    const { schema } = schemas.follow(media);
    return [schema, schemas.follow(schema)["items"]].some((one) =>
      Object.hasOwn(schemas.properties(one), parameter),
    );
  });
}

/** Returns a singleton: a path without an id that returns an object, which can be changed there. */
function singleOf(operation: StateOperation, paths: OperationPaths, schemas: Schemas): Found | undefined {
  const { path } = operation;
  const isChanged = paths.has(path, "PUT", "PATCH", "DELETE");
  const { schema } = successContent(operation, schemas);
  if (!isChanged || Object.keys(schemas.properties(schema)).length === 0) return undefined;
  return {
    fetch: operation,
    template: path,
    collection: path,
    parameter: "",
    id: "",
    schema,
    isSingle: true,
  };
}

/**
 * Whether what looks like a kind is reached through a list whose members come from elsewhere:
 * `/pools/{id}/senders/{senderId}` returns the same as `/senders/{id}`, which has fewer parameters. Resources
 * below one of the same kind, such as its revisions, are a kind of their own.
 */
function isOfMembers(
  { collection, schema }: Found,
  fetched: KindPaths<Found>,
  paths: OperationPaths,
): boolean {
  const outer = parametersOf(collection);
  return (
    paths.has(collection, "GET") &&
    fetched
      .alike(schema)
      .some(
        ({ names, kinds }) =>
          names.length < outer.length &&
          names.every((name) => outer.includes(name)) &&
          kinds.some(({ template }) => !collection.startsWith(`${template}/`)),
      )
  );
}

/** All operations, and those that create resources in lists. */
interface Origins {
  readonly paths: OperationPaths;
  readonly inLists: CreatedInLists;
}

function originOf(kind: Found, origins: Origins, schemas: Schemas): Kind["origin"] {
  if (isMade(kind, origins, schemas)) return "made";
  return kind.collection.includes("{") || kind.isSingle === true || exampleIn(kind, schemas) === undefined
    ? "assumed"
    : "example";
}

/** Returns the example of the operation that fetches a resource. */
export function exampleIn(
  { fetch, template }: Pick<Kind, "fetch" | "template">,
  schemas: Schemas,
): Readonly<Record<string, unknown>> | undefined {
  if (fetch.path !== template) return undefined;
  const example = schemas.example(successContent(fetch, schemas));
  return isRecord(example) ? example : undefined;
}

/** Whether calls create resources of a kind: in its collection, by id, or as the work that they start. */
function isMade(kind: Found, { paths, inLists }: Origins, schemas: Schemas): boolean {
  const { collection, template, fetch, isSingle } = kind;
  if (isSingle === true) return false;
  return (
    paths.has(collection, "POST") ||
    paths.isStarted(fetch.operationId) ||
    inLists.has(kind) ||
    paths.at(template).some((operation) => {
      const operations = paths.at(collection);
      return operation.method === "PUT" && putCreates(schemas, { operation, operations, kind }).creates;
    })
  );
}
