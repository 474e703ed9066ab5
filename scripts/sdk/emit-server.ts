// `server.ts`: the types of the handlers, and what serves them with Fastify: parsers, validators and the route table in use.
import type { JsonObject } from "../document/document.ts";
import { child, childPointer, follow, isObject } from "../document/pointer.ts";
import { headerLine } from "../generate/header.ts";
import { type Literal, printKey, printLiteral } from "../generate/literal.ts";
import type { Plan, PlannedOperation, PlannedParameter } from "../generate/plan.ts";
import { mediaEssence } from "../generate/resources/media-types.ts";
import { readRuntime } from "../generate/runtime-source.ts";
import { shapeOf } from "../generate/wire-shape.ts";

const runtime = ["wire-parameter.ts", "wire-value.ts", "wire-query.ts", "serve-operations.ts"];

export async function emitServer(plan: Plan): Promise<string> {
  const forms = plan.operations.flatMap((operation) => {
    const form = formsOf(plan.document.root, operation);
    return Object.keys(form).length === 0
      ? []
      : [`  ${printKey(operation.id)}: ${printLiteral(form, "  ")},\n`];
  });
  return [
    headerLine(plan.header).trimEnd(),
    'import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";',
    'import { type OperationId, operations } from "./operations.ts";',
    'import { parameters } from "./parameters.ts";',
    'import type { operations as Types } from "./types.ts";',
    'import { createValidators } from "./validators.js";\n',
    handlerTypes,
    `const forms: { readonly [id: string]: Served["forms"] | undefined } = {\n${forms.join("")}};\n`,
    addOperations,
    await readRuntime(runtime, ["ParameterProblem"]),
  ].join("\n");
}

/** Form fields are read as query parameters are. */
function formsOf(root: JsonObject, { body, source }: PlannedOperation): Record<string, Literal> {
  const forms = (body?.content ?? []).flatMap(({ mediaType, schema }): [string, Literal][] => {
    const essence = mediaEssence(mediaType);
    if (essence !== "multipart/form-data" && essence !== "application/x-www-form-urlencoded") return [];
    const place = schema && follow(root, schema);
    const properties = child(place?.node, "properties");
    const fields = Object.entries(isObject(properties) ? properties : {}).map(([name, node]): Literal => {
      const property = {
        pointer: childPointer(place?.pointer ?? "", "properties", name),
        node: node ?? true,
      };
      const parameter: PlannedParameter = {
        name,
        place: "query",
        required: false,
        style: "form",
        explode: true,
        allowReserved: false,
        source: { pointer: source.pointer, node: {} },
        schema: property,
        mediaType: undefined,
      };
      const shape = shapeOf(root, parameter);
      // Fields that are objects are JSON by default (OpenAPI 3.1, section 4.8.15.1).
      return {
        name,
        style: "form",
        explode: true,
        allowReserved: false,
        shape: shape.kind === "object" ? { kind: "json" } : { ...shape },
      };
    });
    return [[mediaType, fields]];
  });
  return Object.fromEntries(forms);
}

const handlerTypes = `type ParametersIn<Id extends OperationId, Place extends "path" | "query" | "header" | "cookie"> = [
  NonNullable<Types[Id]["parameters"][Place]>,
] extends [never]
  ? object
  : NonNullable<Types[Id]["parameters"][Place]>;

type BodyOf<Id extends OperationId> = Types[Id] extends { requestBody?: infer Body }
  ? (NonNullable<Body> extends { content: infer Content } ? Content[keyof Content] : undefined) | (undefined extends Body ? undefined : never)
  : undefined;

/** A request that keeps to the document. Files in forms are \`File\`s. */
export interface Input<Id extends OperationId> {
  readonly path: ParametersIn<Id, "path">;
  readonly query: ParametersIn<Id, "query">;
  readonly headers: ParametersIn<Id, "header">;
  readonly cookies: ParametersIn<Id, "cookie">;
  readonly body: BodyOf<Id>;
  readonly request: FastifyRequest;
}

/** One of the answers that the document declares; texts and bytes are sent as they are, anything else as JSON. */
export type Answer<Id extends OperationId> = {
  [Status in keyof Types[Id]["responses"]]: {
    readonly status: Status extends number ? Status : number;
    readonly headers?: Readonly<Record<string, string | number>>;
    readonly body?:
      | (Types[Id]["responses"][Status] extends { content: infer Content } ? Content[keyof Content] : undefined)
      | Uint8Array;
  };
}[keyof Types[Id]["responses"]];

/** One handler for every operation: a missing one is a compile error that names it. */
export type Handlers = {
  readonly [Id in OperationId]: (input: Input<Id>) => Promise<Answer<Id>>;
};
`;

const addOperations = `/** Adds a route for every operation. Requests that break the document are answered with a 400 that says everything. */
export function addOperations(
  app: FastifyInstance,
  handlers: Handlers,
  formats: Parameters<typeof createValidators>[0],
): void {
  const { requests } = createValidators(formats);
  // The table is \`as const\`; \`Object.keys\` forgets the type of its keys.
  const ids = Object.keys(operations) as OperationId[];
  serveOperations(
    app,
    ids.map((id): Served => ({
      operation: operations[id],
      reader: parameters[id],
      requests: requests[id],
      forms: forms[id] ?? {},
      handle: handlers[id] as Served["handle"],
    })),
  );
}
`;
