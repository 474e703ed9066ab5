// Prints the modules that users of a package import: the client's class and the index.
import { clientFile, clientName, type ClientType } from "../generate/client-runtime.ts";
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { docComment, docTag } from "../generate/comment.ts";
import { printString } from "../generate/literal.ts";
import { toIdentifier, UniqueNames } from "../generate/names.ts";
import type { ClientPlan, NamedResource } from "../generate/resources/client-plan.ts";
import type { PassedExport } from "./module-statements.ts";
import { withSpecifiers } from "./module-syntax.ts";

/** The module of the runtime that lists its public names. */
export const runtimeIndex = "client/index.ts";

/** Returns the index; `types` are the names of the document's own types. */
export function printIndex(
  { resources }: ClientPlan,
  parts: {
    readonly header: Code;
    readonly client: Code;
    readonly runtime: readonly PassedExport[];
    readonly types: readonly Code[];
    /** Types of the runtime that this document needs in addition to those of its index. */
    readonly rare: readonly ClientType[];
    readonly fileOf: (resource: NamedResource) => string;
  },
): Code {
  return joinCode([
    emit`${parts.header}\n`,
    // First: callers are then next to their callees in a bundle, which compresses better.
    ...resources.map(
      (resource) =>
        emit`export { ${resource.className} } from ${printString(`./resources/${parts.fileOf(resource)}.js`)};\n`,
    ),
    ...parts.runtime.map(({ statement }) =>
      withSpecifiers(statement, (name) => name.replace("./", "../client/")),
    ),
    ...parts.rare.map(
      (type) => emit`export type { ${clientName(type)} } from "../${clientFile(type.module)}";\n`,
    ),
    emit`export { ${parts.client} } from "./client.ts";\n`,
    emit`export { connect } from "./connect.ts";\n`,
    emit`export type { ClientOptions } from "./connect.ts";\n`,
    parts.types.length === 0
      ? noCode
      : emit`export type {\n${parts.types.map((name) => emit`  ${name},\n`)}} from "./resources.ts";\n`,
  ]);
}

/** Returns a name for a variable that holds a resource, in examples. */
export function variableFor({ property, className }: NamedResource): Code {
  return new UniqueNames(["connect", className]).take(toIdentifier(property));
}

export function printClient(header: Code, name: Code, title: string): Code {
  const comment = docComment([
    `A client for ${title}.`,
    "Calls reject with an `ApiError` for every unsuccessful response, with a `ConnectionError`, a `TimeoutError` or an\n" +
      "`UnexpectedResponseError`, with the caller's abort reason, and with a `TypeError` for input that cannot be sent.",
    docTag("example", `const client = new ${name}();`),
  ]);
  return emit`${header}
import { type ClientOptions, connect } from "./connect.ts";
import { Resources } from "./resources/all.js";

${comment}export class ${name} extends Resources {
  constructor(options: ClientOptions = {}) {
    super(connect(options));
  }
}
`;
}
