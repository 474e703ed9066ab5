// Prints `connect.ts`: the options of the client, and the function that connects single resources.
import {
  clientName,
  type ClientType,
  type ClientValue,
  printClientImports,
} from "../generate/client-runtime.ts";
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { docComment, docTag } from "../generate/comment.ts";
import { printKey, printLiteral, printString } from "../generate/literal.ts";
import type { Plan } from "../generate/plan.ts";
import type { NamedResource } from "../generate/resources/client-plan.ts";
import { type PlannedVariable, serverTemplate } from "../generate/resources/server-urls.ts";
import { variableFor } from "./print-entries.ts";

const caller: ClientType = { module: "caller.ts", type: "Caller" };
const connectionOptions: ClientType = { module: "call-options.ts", type: "ConnectionOptions" };
const connectTo: ClientValue = { module: "connect.ts", name: "connectTo" };
const onServer: ClientValue = { module: "request/server-variables.ts", name: "onServer" };

/** Returns the functions of the runtime that only some documents need here. */
export function connectUses(plan: Plan): ClientValue[] {
  return serverTemplate(plan) === undefined ? [] : [onServer];
}

/** Returns the options of a client as code, with the URL that the variables of its server result in. */
export function locatedOptions(plan: Plan): Code {
  return serverTemplate(plan) === undefined ? emit`options` : emit`located(options)`;
}

/** Returns the import of the options, and of what `locatedOptions` calls, without its module. */
export function importOptions(plan: Plan): Code {
  return serverTemplate(plan) === undefined
    ? emit`import type { ClientOptions }`
    : emit`import { type ClientOptions, located }`;
}

export function printConnect(
  header: Code,
  plan: Plan,
  resource: NamedResource | undefined,
  environment: readonly string[],
): Code {
  const example =
    resource &&
    docTag("example", `const ${variableFor(resource)} = new ${resource.className}(connect({ … }));`);
  const variables = environment.map((name) => `\`${name}\``).join(", ");
  const source = `Options of the client. What is left out is taken from the environment${variables === "" ? "" : `: ${variables}`}.`;
  const server = serverTemplate(plan);
  const imports = [connectionOptions, caller, connectTo, ...connectUses(plan)];
  return emit`${header}
${printClientImports(emit`..`, imports)}import type { Credentials } from "./resources.ts";
import { sdk } from "./sdk.ts";

${server === undefined ? noCode : printVariables(server)}${docComment([source])}export interface ClientOptions extends ${clientName(connectionOptions)}, Credentials {${server === undefined ? noCode : serverOption}}

${docComment(["Connects single resources, so that a bundle contains only the resources that it uses.", example])}export function connect(options: ClientOptions = {}): ${clientName(caller)} {
  return ${clientName(connectTo)}(sdk, ${locatedOptions(plan)});
}
`;
}

const serverOption = emit`
  /** Variables of the server's URL, instead of \`baseUrl\`. */
  readonly serverVariables?: ServerVariables | undefined;
`;

function printVariables({ url, variables }: NonNullable<ReturnType<typeof serverTemplate>>): Code {
  const members = variables.map((one) => {
    const type = one.allowed.length === 0 ? emit`string` : joinCode(one.allowed.map(printString), emit` | `);
    const comment = docComment([one.description, docTag("default", JSON.stringify(one.standard))], "  ");
    return emit`${comment}  readonly ${printKey(one.name)}?: ${type} | undefined;\n`;
  });
  const rules = Object.fromEntries(variables.map((one) => [one.name, ruleOf(one)]));
  return emit`${docComment([`Variables of the server's URL, \`${url}\`.`])}export interface ServerVariables {
${members}}

/** Returns the options with the URL that the variables of the server result in. */
export function located<Options extends ClientOptions>(options: Options): Options {
  return ${clientName(onServer)}(options, ${printString(url)}, ${printLiteral(rules, "  ", 40)});
}

`;
}

function ruleOf({ standard, allowed }: PlannedVariable): string[] {
  return [standard, ...allowed];
}
