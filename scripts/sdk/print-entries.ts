// The modules that users of a package import: the client's class, `connect`, and the index of everything.
import { docComment } from "../generate/comment.ts";
import type { ClientPlan, NamedResource } from "../generate/resources/client-plan.ts";
import { specifiersOf, withSpecifiers } from "./specifiers.ts";

/** Where the runtime says what is public. */
export const runtimeIndex = "client/index.ts";
/** What the project's own index takes from modules that a package has of its own. */
const ownModules = ["./twilio-client.ts", "../generated/resources.ts"];

/** The statements of the runtime's index that are true of any client, seen from the package's root. */
export function runtimeExports(index: string): string {
  const statements = index.match(/^export [^;]*;\n/gm) ?? [];
  return statements
    .filter((statement) => specifiersOf(statement).every((name) => !ownModules.includes(name)))
    .map((statement) => withSpecifiers(statement, (name) => name.replace("./", "./client/")))
    .join("");
}

/** The names in those statements. */
export function exportedNames(statements: string): string[] {
  const lists = [...statements.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = ""]) => list.split(","));
  return lists.map((name) => name.trim().replace(/^type /, "")).filter((name) => name !== "");
}

/** The index; `types` are the names of the document's own types. */
export function printIndex(
  { resources }: ClientPlan,
  parts: {
    readonly client: string;
    readonly runtime: string;
    readonly types: readonly string[];
    readonly fileOf: (resource: NamedResource) => string;
  },
): string {
  return [
    parts.runtime,
    `export { ${parts.client} } from "./client.ts";\n`,
    'export { connect } from "./connect.ts";\n',
    'export type { ClientOptions } from "./connect.ts";\n',
    ...resources.map(
      (resource) => `export { ${resource.className} } from "./resources/${parts.fileOf(resource)}.ts";\n`,
    ),
    parts.types.length === 0
      ? ""
      : `export type { ${parts.types.join(", ")} } from "./generated/resources.ts";\n`,
  ].join("");
}

export function printConnect(resource: NamedResource | undefined, environment: readonly string[]): string {
  const example =
    resource && `@example const ${resource.property} = new ${resource.className}(connect({ … }));`;
  return `import type { ConnectionOptions } from "./client/call-options.ts";
import type { Caller } from "./client/caller.ts";
import { connectTo } from "./client/connect.ts";
import type { Credentials } from "./generated/resources.ts";
import { sdk } from "./generated/sdk.ts";

/** Options of the client. What is left out is taken from the environment${environment.length === 0 ? "" : `: ${environment.map((name) => `\`${name}\``).join(", ")}`}. */
export interface ClientOptions extends ConnectionOptions, Credentials {}

${docComment(["What resources need to be used one by one, so that a bundle holds only those.", example])}export function connect(options: ClientOptions = {}): Caller {
  return connectTo(sdk, options);
}
`;
}

export function printClient(name: string, title: string): string {
  const comment = docComment([
    `A client for ${title}.`,
    "Calls reject with an `ApiError` for every answer that is no success, with a `ConnectionError`, a `TimeoutError` or an\n" +
      "`UnexpectedResponseError`, with the caller's abort reason, and with a `TypeError` for input that cannot be sent.",
    `@example const client = new ${name}();`,
  ]);
  return `import { type ClientOptions, connect } from "./connect.ts";
import { Resources } from "./resources/all.ts";

${comment}export class ${name} extends Resources {
  constructor(options: ClientOptions = {}) {
    super(connect(options));
  }
}
`;
}
