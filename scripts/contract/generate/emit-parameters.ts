// `parameters.ts`: for each operation, what reads its parameters from the wire, with the few functions that this takes.
import type { JsonObject } from "../document/document.ts";
import { type Code, emit, joinCode } from "./code.ts";
import { docComment } from "./comment.ts";
import { headerLine } from "./header.ts";
import { type Literal, printKey, printLiteral } from "./literal.ts";
import type { ParameterPlace, Plan, PlannedOperation } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";
import { shapeOf } from "./wire-shape.ts";

const places: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];

export async function emitParameters(plan: Plan): Promise<Code> {
  const readers = plan.operations.map((operation) => {
    const key = printKey(operation.id);
    const described = describe(plan.document.root, operation);
    const comment = docComment([`spec: ${operation.source.pointer}`], "  ");
    return emit`${comment}  ${key}: readerOf(${printLiteral(described, "  ", key.length + 13)}),\n`;
  });
  return joinCode([
    headerLine(plan.header),
    emit`import type { OperationId } from "./operations.ts";\n\n`,
    await runtimeOf("parameters.ts"),
    emit`
/** What reads the parameters of each operation. */
export const parameters: { readonly [Id in OperationId]: ParameterReader } = {\n${readers}};
`,
  ]);
}

function describe(root: JsonObject, operation: PlannedOperation): Literal {
  const byPlace = places.flatMap((place): [string, Literal][] => {
    const list = operation.parameters.filter((parameter) => parameter.place === place);
    if (list.length === 0) return [];
    const described = list.map((parameter) => ({
      name: parameter.name,
      style: parameter.style,
      explode: parameter.explode,
      allowReserved: parameter.allowReserved,
      shape: { ...shapeOf(root, parameter) },
    }));
    return [[place, described]];
  });
  return Object.fromEntries(byPlace);
}
