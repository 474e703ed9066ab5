// Emits `swagger.ts`: options with which `@fastify/swagger` shows the document's own text for the routes of a
// generated server.
import type { JsonObject } from "../document/document.ts";
import { asWritten32, isNewer32 } from "../document/downgrade-32.ts";
import { type Code, emit, joinCode } from "../generate/code.ts";
import { headerLine } from "../generate/header.ts";
import { type Literal, printLiteral } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import { runtimeOf } from "../generate/runtime-source.ts";
import { exactOperation } from "./exact-operation.ts";
import { basePathsOf } from "./server-paths.ts";

const standardMethods = /^(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)$/;

export async function emitSwagger(plan: Plan): Promise<Code> {
  const { root } = plan.document;
  // Documents can have other methods only since OpenAPI 3.2.
  const isNewer =
    plan.operations.some(({ source }) => !standardMethods.test(source.method)) ||
    isNewer32({ type: "document", node: root });
  const head: JsonObject = {
    ...asWritten32({ type: "document", node: root }),
    openapi: isNewer ? "3.2.0" : (root["openapi"] ?? ""),
    paths: {},
  };
  const operations = plan.operations.map((planned): Literal => {
    const { path, method } = planned.source;
    const exact = exactOperation(plan, planned);
    return {
      operationId: planned.id,
      path,
      method: method.toLowerCase(),
      exact: exact && asWritten32({ type: "operation", node: exact }),
    };
  });
  return joinCode([
    headerLine(plan.header),
    await runtimeOf("swagger.ts"),
    emit`
/**
 * Returns options for \`@fastify/swagger\` in its dynamic mode: routes are described by their schemas, and
 * what a schema cannot express comes from the document. If the plugin of the operations is registered with
 * a \`prefix\` or \`basePath\`, pass the same: the servers of the document are shown below it.
 *
 * @example
 * await app.register(swagger, swaggerOptions({ prefix: "/api" }));
 * await app.register(operationsPlugin, { prefix: "/api", handlers });
 */
export function swaggerOptions(at: ServedAt = {}): SwaggerOptions {
  return swaggerOptionsOf(shown, at);
}

const shown: ShownDocument = {
  head: ${printLiteral(head, "  ")},
  operations: ${printLiteral(operations, "  ")},
  basePath: ${printLiteral(basePathsOf(plan).root)},
};
`,
  ]);
}
