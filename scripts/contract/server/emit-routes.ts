// Emits `routes.ts`: the route options from which Fastify and its plugins know each operation.
import { type Code, emit, joinCode } from "../generate/code.ts";
import { docComment } from "../generate/comment.ts";
import { headerLine } from "../generate/header.ts";
import { type Literal, printKey, printLiteral } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import { routeSchema } from "./route-schema.ts";

export function emitRoutes(plan: Plan): Code {
  const routes = plan.operations.map((operation) => {
    const links = operation.responses.flatMap((response): [string, Literal][] =>
      response.links.length === 0
        ? []
        : [[response.status, Object.fromEntries(response.links.map(({ name, node }) => [name, node]))]],
    );
    const route = {
      schema: routeSchema(plan, operation),
      links: links.length === 0 ? undefined : Object.fromEntries(links),
    };
    const comment = docComment([`spec: ${operation.source.pointer}`], "  ");
    return emit`${comment}  ${printKey(operation.id)}: ${printLiteral(route, "  ", operation.id.length + 2)},\n`;
  });
  return joinCode([
    headerLine(plan.header),
    emit`import type { OperationId } from "./operations.ts";
import type { RouteSchema } from "./serve-operations.ts";

/** The options of a route besides those that serve it. */
export interface Route {
  readonly schema: RouteSchema;
  /** The Link Objects of the document, by status and name. */
  readonly links?: Readonly<Record<string, object>>;
}

/** The \`schema\` of every route, as Fastify knows it. References are those of the document. */
export const routes: { readonly [Id in OperationId]: Route } = {
${routes}};
`,
  ]);
}
