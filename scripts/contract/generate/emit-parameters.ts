// Emits `parameters.ts`: the parameter readers of each operation, with the functions they need.
import { type Code, emit, joinCode } from "./code.ts";
import { docComment } from "./comment.ts";
import { formsOf } from "./form-fields.ts";
import { headerLine } from "./header.ts";
import { type Literal, printKey, printLiteral } from "./literal.ts";
import { parameterShapes } from "./parameter-shapes.ts";
import type { Plan } from "./plan.ts";
import { runtimeOf } from "./runtime-source.ts";

export async function emitParameters(plan: Plan): Promise<Code> {
  const readers = plan.operations.map((operation) => {
    const key = printKey(operation.id);
    // Shapes consist of values that are literals.
    const described = parameterShapes(plan.document.root, operation) as Literal;
    const comment = docComment([`spec: ${operation.source.pointer}`], "  ");
    return emit`${comment}  ${key}: readerOf(${printLiteral(described, "  ", key.length + 13)}),\n`;
  });
  const forms = plan.operations.flatMap((operation) => {
    const fields = formsOf(plan.document.root, operation);
    if (Object.keys(fields).length === 0) return [];
    return [emit`  ${printKey(operation.id)}: ${printLiteral(fields, "  ")},\n`];
  });
  return joinCode([
    headerLine(plan.header),
    emit`import type { OperationId } from "./operations.ts";\n\n`,
    await runtimeOf("parameters.ts"),
    emit`
/** The parameter readers of each operation. */
export const parameters: { readonly [Id in OperationId]: ParameterReader } = {\n${readers}};

/** The fields of form bodies, by operation and media type: they are serialized like query parameters. */
export const forms: {
  readonly [id: string]: { readonly [mediaType: string]: readonly FormField[] | FormParts } | undefined;
} = {\n${forms}};
`,
  ]);
}
